#include "body.h"

#include <algorithm>
#include <boost/json/parse.hpp>

namespace mayday::hotel {
namespace {

/// Of UTF-8 that the parser has checked: all bytes but those that continue a character.
std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) >> 6) != 2; }));
}

}  // namespace

json::object read_data(std::string_view body, Complaint& complaint) {
  boost::system::error_code error;
  json::value parsed = json::parse(body, error);
  if (error || !parsed.is_object()) {
    complaint.refuse(bad_member("data", "the body must be a JSON object"));
    return {};
  }
  return object_in(parsed.get_object(), "data", "data", complaint);
}

const json::value* member(const json::object& from, std::string_view name) {
  const json::value* found = from.if_contains(json::string_view(name.data(), name.size()));
  return found == nullptr || found->is_null() ? nullptr : found;
}

const json::object& object_in(const json::object& from, std::string_view name,
                              std::string_view pointer, Complaint& complaint) {
  static const json::object kNone;
  const json::value* found = member(from, name);
  if (found != nullptr && found->is_object()) return found->get_object();
  complaint.refuse(bad_member(pointer, std::string(name) + " must be an object"));
  return kNone;
}

const json::array& list_in(const json::object& from, std::string_view name,
                           std::string_view pointer, std::size_t most, Complaint& complaint) {
  static const json::array kNone;
  const json::value* found = member(from, name);
  if (found != nullptr && found->is_array() && !found->get_array().empty() &&
      found->get_array().size() <= most)
    return found->get_array();
  complaint.refuse(
      bad_member(pointer, std::string(name) + " must be a list of 1 to " + std::to_string(most)));
  return kNone;
}

const json::object& object_of(const json::value& from, std::string_view pointer,
                              Complaint& complaint) {
  static const json::object kNone;
  if (from.is_object()) return from.get_object();
  complaint.refuse(bad_member(pointer, "an object is expected here"));
  return kNone;
}

std::string text_in(const json::object& from, std::string_view name, std::string_view pointer,
                    std::size_t least, std::size_t most, Complaint& complaint) {
  const json::value* found = member(from, name);
  if (found == nullptr && least == 0) return {};
  if (found != nullptr && found->is_string()) {
    std::size_t length = characters(found->get_string());
    if (length >= least && length <= most) return std::string(found->get_string());
  }
  complaint.refuse(bad_member(pointer, std::string(name) + " is missing or has the wrong length"));
  return {};
}

std::int64_t number_in(const json::object& from, std::string_view name, std::string_view pointer,
                       std::int64_t least, std::int64_t most, Complaint& complaint) {
  const json::value* found = member(from, name);
  if (found != nullptr && found->is_int64() && found->get_int64() >= least &&
      found->get_int64() <= most)
    return found->get_int64();
  complaint.refuse(bad_member(pointer, std::string(name) + " must be a number"));
  return least;
}

}  // namespace mayday::hotel
