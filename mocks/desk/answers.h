#pragma once

#include <string_view>

#include "mayday/base/json.h"
#include "mayday/base/json_text.h"
#include "mayday/world/http.h"

namespace mayday {

/// The desk's answer with a JSON body.
Response answer(int status, const json::object& body);
Response answer(int status, JsonText body);

/// {"error": code}.
Response refusal(int status, std::string_view code);

/// The object in a request's body; empty when there is none.
json::object body_of(const Request& request);

/// A member's text, or an empty view.
std::string_view text_in(const json::object& object, std::string_view name);
/// Likewise of a value that may be no object at all.
std::string_view text_in(const json::value& value, std::string_view name);

/// The member, or a null value when `value` is no object or has none of that name.
const json::value& member_of(const json::value& value, std::string_view name);
/// The element, or a null value.
const json::value& first_of(const json::value& value);

}  // namespace mayday
