#include "review.h"

#include <algorithm>
#include <boost/json/parse.hpp>

namespace mayday::airline {
namespace {

const json::object kNoObject;
const json::array kNoArray;

std::string below(const std::string& at, std::string_view name) {
  return at + "/" + std::string(name);
}

}  // namespace

void Review::refuse(std::string_view code, std::string pointer, std::string message) {
  if (first_) return;
  first_ = Refusal{code, std::move(pointer), std::move(message)};
}

const json::object& Review::data(std::string_view body) {
  boost::system::error_code error;
  body_ = body.empty() ? json::value(json::object()) : json::parse(body, error);
  if (error) {
    refuse("bad_request", {}, "The body is not JSON.");
    return kNoObject;
  }
  if (!body_.is_object()) {
    refuse("malformed_data_param", {});
    return kNoObject;
  }
  const json::value* found = body_.get_object().if_contains("data");
  if (found == nullptr) {
    refuse("missing_data_param", {});
  } else if (!found->is_object()) {
    refuse("invalid_data_param", {});
  } else {
    return found->get_object();
  }
  return kNoObject;
}

std::string Review::text(const json::object& from, std::string_view name, const std::string& at) {
  const json::value* found = member(from, name);
  if (found == nullptr) {
    refuse("validation_required", below(at, name), std::string(name) + " is required");
  } else if (!found->is_string()) {
    refuse("validation_type", below(at, name), std::string(name) + " must be a string");
  } else if (found->get_string().empty()) {
    refuse("validation_required", below(at, name), std::string(name) + " must not be empty");
  } else {
    return std::string(found->get_string());
  }
  return {};
}

std::string Review::choice(const json::object& from, std::string_view name, const std::string& at,
                           std::initializer_list<std::string_view> allowed) {
  std::string chosen = text(from, name, at);
  if (!chosen.empty() && std::find(allowed.begin(), allowed.end(), chosen) == allowed.end())
    refuse("validation_inclusion", below(at, name), std::string(name) + " is not an allowed value");
  return chosen;
}

const json::array& Review::list(const json::object& from, std::string_view name, std::size_t least,
                                std::size_t most) {
  const json::value* found = member(from, name);
  std::string text(name);
  if (found == nullptr) {
    if (least > 0) refuse("validation_required", below("", name), text + " is required");
    return kNoArray;
  }
  if (!found->is_array()) {
    refuse("validation_type", below("", name), text + " must be a list");
    return kNoArray;
  }
  std::size_t size = found->get_array().size();
  if (size == 0 && least > 0)
    refuse("validation_required", below("", name), text + " must not be empty");
  if (size > most) {  // not looked into: there may be a million
    refuse("validation_length", below("", name),
           text + " must have at most " + std::to_string(most) + " entries");
    return kNoArray;
  }
  return found->get_array();
}

const json::object& Review::object(const json::value& from, const std::string& at) {
  if (from.is_object()) return from.get_object();
  refuse("validation_type", at, "an object is expected here");
  return kNoObject;
}

const json::value* member(const json::object& from, std::string_view name) {
  const json::value* found = from.if_contains(json::string_view(name.data(), name.size()));
  return found == nullptr || found->is_null() ? nullptr : found;
}

}  // namespace mayday::airline
