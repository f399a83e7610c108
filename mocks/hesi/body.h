#pragma once

#include <boost/json/monotonic_resource.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <cstdint>
#include <optional>
#include <string_view>

namespace mayday::hesi {

namespace json = boost::json;

/// A request's body, read as JSON. The values live in a buffer inside, so most bodies cost no
/// allocation; nothing that refers to them may outlive this.
class Body {
 public:
  explicit Body(std::string_view text);
  Body(const Body&) = delete;
  Body& operator=(const Body&) = delete;

  /// The object that the body is; nullptr when it is absent, broken or something else.
  json::object* object() { return value_.if_object(); }
  /// The text of a member, or "".
  std::string_view text(std::string_view name);

 private:
  unsigned char buffer_[6144];
  json::monotonic_resource memory_;
  json::value value_;
};

/// The text of a member; "" when it is absent or no string.
std::string_view text_of(const json::object& from, std::string_view name);
/// A whole number that may also come as a text of digits (contract M13).
std::optional<std::int64_t> number_of(const json::object& from, std::string_view name);
/// The object that a member is, or nullptr.
const json::object* object_of(const json::object& from, std::string_view name);
json::object* object_of(json::object& from, std::string_view name);
/// The list that a member is, or nullptr.
const json::array* list_of(const json::object& from, std::string_view name);
json::array* list_of(json::object& from, std::string_view name);
/// The member is a list with this text in it.
bool lists_text(const json::object& from, std::string_view name, std::string_view wanted);

}  // namespace mayday::hesi
