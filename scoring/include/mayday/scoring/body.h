#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mayday/base/json.h"

/// Reading an action's body, which somebody else wrote: what is missing or of another form is
/// empty.
namespace mayday {

/// A string member; empty when it is none.
std::string text_in(const json::object& body, std::string_view member);

/// The strings of a list, or a single string as a list of one.
std::vector<std::string> texts_in(const json::object& body, std::string_view member);

std::int64_t integer_in(const json::object& body, std::string_view member, std::int64_t otherwise);

bool flag_in(const json::object& body, std::string_view member);

/// An object member; empty when it is none.
json::object object_in(const json::object& body, std::string_view member);

/// True when the member says something: not absent, not empty, not false.
bool says(const json::object& body, std::string_view member);

/// A point in time: drill nanoseconds, or RFC 3339 text against the drill's start (seconds since
/// 1970). kNever when it is neither.
Instant instant_in(const json::object& body, std::string_view member, std::int64_t starts);

}  // namespace mayday
