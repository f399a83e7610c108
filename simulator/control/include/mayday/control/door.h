#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mayday/base/json.h"
#include "mayday/world/http.h"

namespace mayday {

/// An answer with a JSON body and headers that keep browsers from guessing or storing.
Response json_answer(int status, const json::object& body);
/// {"error": message}.
Response error_answer(int status, std::string_view message);

/// Refuses what no caller of a door may do: come from a web page (Origin), write anything but JSON,
/// or come without the token. Nothing when the request may go on. Tokens are compared in constant
/// time.
std::optional<Response> refuse_at_door(const Request& request, const std::string& token);

/// What a door says to a request that its listener refuses unread.
Response refuse_unread(int status);

/// The request's body as an object; nothing when it is not one, or nests too deep.
std::optional<json::object> body_object(const Request& request);

/// The request's bearer token, or empty.
std::string_view bearer(const Request& request);

/// Whether two secrets are the same, in a time that depends on their lengths alone.
bool same_secret(std::string_view a, std::string_view b);

}  // namespace mayday
