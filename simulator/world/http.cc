#include "mayday/world/http.h"

#include <algorithm>
#include <boost/describe/enum_to_string.hpp>
#include <stdexcept>

#include "mayday/base/check.h"

namespace mayday {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_name(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(),
                                            [](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

void Headers::set(std::string_view name, std::string value) {
  for (auto& field : fields_) {
    if (same_name(field.first, name)) {
      field.second = std::move(value);
      return;
    }
  }
  fields_.emplace_back(std::string(name), std::move(value));
}

void Headers::remove(std::string_view name) {
  std::erase_if(fields_, [&](const auto& field) { return same_name(field.first, name); });
}

std::string_view Headers::get(std::string_view name) const {
  for (const auto& field : fields_)
    if (same_name(field.first, name)) return field.second;
  return {};
}

bool Headers::has(std::string_view name) const {
  return std::any_of(fields_.begin(), fields_.end(),
                     [&](const auto& field) { return same_name(field.first, name); });
}

Request::Request(std::string_view verb, std::string path_and_query, std::string content)
    : method(verb), target(std::move(path_and_query)), body(std::move(content)) {}

Response::Response(int code, std::string content, std::string_view content_type)
    : status(code), body(std::move(content)) {
  if (!content_type.empty()) headers.add("content-type", std::string(content_type));
}

Duration Reply::body_time() const {
  if (bytes_per_second <= 0) return Duration{0};
  std::size_t bytes = response.body.size();
  if (delivery == Delivery::cut) bytes = std::min(bytes, cut_at);
  return Duration{1s} * static_cast<std::int64_t>(bytes) / bytes_per_second;
}

CallResult seen_by_caller(Reply reply) {
  switch (reply.delivery) {
    case Delivery::whole:
      return std::move(reply.response);
    case Delivery::cut:
      if (reply.cut_at >= reply.response.body.size()) return std::move(reply.response);
      return reply.cut_resets ? CallError::reset : CallError::closed;
    case Delivery::garbage:
      return CallError::malformed;
    case Delivery::close:
      return CallError::closed;
    case Delivery::reset:
      return CallError::reset;
  }
  broken("unhandled Delivery");
}

std::string_view to_text(CallError error) {
  return boost::describe::enum_to_string(error, "unknown");
}

void throw_exception_from_error(CallError error, const boost::source_location& where) {
  static_cast<void>(where);
  throw std::logic_error("a failed call was read as an answer: " + std::string(to_text(error)));
}

}  // namespace mayday
