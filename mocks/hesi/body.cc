#include "body.h"

#include <algorithm>
#include <boost/json/parse.hpp>

#include "numbers.h"

namespace mayday::hesi {

Body::Body(std::string_view text) : memory_(buffer_, sizeof buffer_), value_(&memory_) {
  boost::system::error_code error;
  json::value parsed = json::parse(text, error, &memory_);
  if (!error) value_ = std::move(parsed);  // of the same memory: nothing is copied
}

std::string_view Body::text(std::string_view name) {
  const json::object* members = object();
  return members == nullptr ? std::string_view{} : text_of(*members, name);
}

std::string_view text_of(const json::object& from, std::string_view name) {
  const json::value* member = from.if_contains(name);
  const json::string* text = member == nullptr ? nullptr : member->if_string();
  return text == nullptr ? std::string_view{} : std::string_view{text->data(), text->size()};
}

std::optional<std::int64_t> number_of(const json::object& from, std::string_view name) {
  const json::value* member = from.if_contains(name);
  if (member == nullptr) return std::nullopt;
  if (const std::int64_t* number = member->if_int64()) return *number;
  return whole_number(text_of(from, name));
}

const json::object* object_of(const json::object& from, std::string_view name) {
  const json::value* member = from.if_contains(name);
  return member == nullptr ? nullptr : member->if_object();
}

json::object* object_of(json::object& from, std::string_view name) {
  json::value* member = from.if_contains(name);
  return member == nullptr ? nullptr : member->if_object();
}

const json::array* list_of(const json::object& from, std::string_view name) {
  const json::value* member = from.if_contains(name);
  return member == nullptr ? nullptr : member->if_array();
}

json::array* list_of(json::object& from, std::string_view name) {
  json::value* member = from.if_contains(name);
  return member == nullptr ? nullptr : member->if_array();
}

bool lists_text(const json::object& from, std::string_view name, std::string_view wanted) {
  const json::array* list = list_of(from, name);
  return list != nullptr && std::ranges::any_of(*list, [&](const json::value& one) {
           return one.is_string() && one.get_string() == wanted;
         });
}

}  // namespace mayday::hesi
