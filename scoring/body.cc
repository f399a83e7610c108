#include "mayday/scoring/body.h"

namespace mayday {

std::string text_in(const json::object& body, std::string_view member) {
  const json::value* value = body.if_contains(member);
  const json::string* text = value == nullptr ? nullptr : value->if_string();
  return text == nullptr ? std::string() : std::string(*text);
}

std::vector<std::string> texts_in(const json::object& body, std::string_view member) {
  std::vector<std::string> texts;
  const json::value* value = body.if_contains(member);
  if (value == nullptr) return texts;
  if (const json::string* text = value->if_string()) texts.emplace_back(*text);
  if (const json::array* list = value->if_array())
    for (const json::value& item : *list)
      if (const json::string* text = item.if_string()) texts.emplace_back(*text);
  return texts;
}

std::int64_t integer_in(const json::object& body, std::string_view member, std::int64_t otherwise) {
  const json::value* value = body.if_contains(member);
  if (value == nullptr) return otherwise;
  if (const std::int64_t* number = value->if_int64()) return *number;
  if (const std::uint64_t* number = value->if_uint64()) return static_cast<std::int64_t>(*number);
  return otherwise;
}

bool flag_in(const json::object& body, std::string_view member) {
  const json::value* value = body.if_contains(member);
  return value != nullptr && value->is_bool() && value->get_bool();
}

json::object object_in(const json::object& body, std::string_view member) {
  const json::value* value = body.if_contains(member);
  const json::object* object = value == nullptr ? nullptr : value->if_object();
  return object == nullptr ? json::object() : *object;
}

bool says(const json::object& body, std::string_view member) {
  const json::value* value = body.if_contains(member);
  if (value == nullptr || value->is_null()) return false;
  if (const json::string* text = value->if_string()) return !text->empty();
  if (const json::array* list = value->if_array()) return !list->empty();
  if (const json::object* object = value->if_object()) return !object->empty();
  return !value->is_bool() || value->get_bool();
}

Instant instant_in(const json::object& body, std::string_view member, std::int64_t starts) {
  const json::value* value = body.if_contains(member);
  if (value == nullptr) return kNever;
  if (value->is_int64()) return Instant{Duration{value->get_int64()}};
  if (!value->is_string()) return kNever;
  std::string_view text = value->get_string();
  // With a fraction of a second, the fraction is dropped: nobody estimates that finely.
  std::size_t point = text.find('.');
  std::chrono::seconds at = point == std::string_view::npos
                                ? parse_rfc3339(text)
                                : parse_rfc3339(std::string(text.substr(0, point)) + "Z");
  return at.count() < 0 ? kNever : Instant{at - std::chrono::seconds{starts}};
}

}  // namespace mayday
