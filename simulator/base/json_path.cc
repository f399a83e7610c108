#include "mayday/base/json_path.h"

#include <charconv>

namespace mayday {
namespace {

const json::value* member(const json::value& value, std::string_view name) {
  if (const json::object* object = value.if_object()) return object->if_contains(name);
  const json::array* array = value.if_array();
  if (array == nullptr) return nullptr;
  std::size_t index = 0;
  auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), index);
  if (error != std::errc{} || end != name.data() + name.size()) return nullptr;
  return array->if_contains(index);
}

std::string scalar(const json::value& value) {
  switch (value.kind()) {
    case json::kind::string:
      return std::string(value.get_string());
    case json::kind::bool_:
      return value.get_bool() ? "true" : "false";
    case json::kind::int64:
      return std::to_string(value.get_int64());
    case json::kind::uint64:
      return std::to_string(value.get_uint64());
    case json::kind::null:
    case json::kind::double_:
    case json::kind::array:
    case json::kind::object:
      break;
  }
  return {};
}

}  // namespace

std::string text_at(const json::value& value, std::string_view path) {
  const json::value* at = &value;
  while (at != nullptr && !path.empty()) {
    std::size_t dot = path.find('.');
    at = member(*at, path.substr(0, dot));
    path = dot == std::string_view::npos ? std::string_view{} : path.substr(dot + 1);
  }
  return at == nullptr ? std::string{} : scalar(*at);
}

}  // namespace mayday
