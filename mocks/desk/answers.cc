#include "answers.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace mayday {
namespace {

const json::value kNull;

}  // namespace

Response answer(int status, const json::object& body) {
  return Response(status, json::serialize(body), "application/json");
}

Response answer(int status, JsonText body) {
  return Response(status, body.take(), "application/json");
}

Response refusal(int status, std::string_view code) {
  json::object body;
  body["error"] = code;
  return answer(status, body);
}

json::object body_of(const Request& request) {
  boost::system::error_code error;
  json::value value = json::parse(request.body, error);
  if (error || !value.is_object()) return {};
  return std::move(value.get_object());
}

std::string_view text_in(const json::object& object, std::string_view name) {
  const json::value* value = object.if_contains(name);
  const json::string* text = value ? value->if_string() : nullptr;
  return text ? std::string_view(*text) : std::string_view();
}

std::string_view text_in(const json::value& value, std::string_view name) {
  const json::object* object = value.if_object();
  return object ? text_in(*object, name) : std::string_view();
}

const json::value& member_of(const json::value& value, std::string_view name) {
  const json::object* object = value.if_object();
  const json::value* found = object ? object->if_contains(name) : nullptr;
  return found ? *found : kNull;
}

const json::value& first_of(const json::value& value) {
  const json::array* array = value.if_array();
  return array && !array->empty() ? array->front() : kNull;
}

}  // namespace mayday
