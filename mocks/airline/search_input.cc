#include "search_input.h"

#include <algorithm>

#include "mayday/base/time.h"
#include "wire.h"

namespace mayday::airline {
namespace {

bool is_iata(std::string_view code) {
  return code.size() == 3 &&
         std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string read_place(const json::object& from, std::string_view name, const std::string& at,
                       Review& review) {
  std::string code = review.text(from, name, at);
  if (!code.empty() && !is_iata(code))
    review.refuse("validation_format", at + "/" + std::string(name),
                  std::string(name) + " must be an IATA code");
  return code;
}

/// Minutes after midnight of "09:00"; negative for anything else.
int minutes_of(std::string_view text) {
  bool shaped = text.size() == 5 && text[2] == ':';
  for (std::size_t i : {0U, 1U, 3U, 4U}) shaped = shaped && text[i] >= '0' && text[i] <= '9';
  if (!shaped) return -1;
  int hours = (text[0] - '0') * 10 + (text[1] - '0');
  int minutes = (text[3] - '0') * 10 + (text[4] - '0');
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : -1;
}

int read_time(const json::object& from, std::string_view name, const std::string& at,
              Review& review) {
  std::string text = review.text(from, name, at);
  int minutes = minutes_of(text);
  if (!text.empty() && minutes < 0)
    review.refuse("validation_format", at + "/" + std::string(name),
                  std::string(name) + " must be a time such as 09:00");
  return minutes;
}

TimeRange read_range(const json::object& from, std::string_view name, const std::string& at,
                     Review& review) {
  const json::value* found = member(from, name);
  if (found == nullptr) return {};
  std::string here = at + "/" + std::string(name);
  const json::object& range = review.object(*found, here);
  return {read_time(range, "from", here, review), read_time(range, "to", here, review)};
}

SliceAsked read_slice(const json::object& from, const std::string& at, std::chrono::sys_days today,
                      Review& review) {
  SliceAsked slice;
  slice.origin = read_place(from, "origin", at, review);
  slice.destination = read_place(from, "destination", at, review);
  if (!slice.origin.empty() && slice.origin == slice.destination)
    review.refuse("validation_inclusion", at + "/destination",
                  "destination must differ from origin");
  slice.departs = read_range(from, "departure_time", at, review);
  slice.arrives = read_range(from, "arrival_time", at, review);
  slice.date = review.text(from, "departure_date", at);
  if (slice.date.empty()) return slice;
  auto day = parse_date(slice.date);
  if (!day)
    review.refuse("validation_format", at + "/departure_date", "departure_date must be a date");
  else if (*day < today)
    review.refuse("validation_inclusion", at + "/departure_date", "departure_date is in the past");
  return slice;
}

int read_age(const json::value& age, const std::string& at, Review& review) {
  if (!age.is_int64()) {
    review.refuse("validation_type", at + "/age", "age must be a whole number");
    return 0;
  }
  if (age.get_int64() < 0 || age.get_int64() > 130) {
    review.refuse("validation_inclusion", at + "/age", "age must be from 0 to 130");
    return 0;
  }
  return static_cast<int>(age.get_int64());
}

std::string optional_text(const json::object& from, std::string_view name) {
  const json::value* found = member(from, name);
  return found != nullptr && found->is_string() ? std::string(found->get_string()) : std::string();
}

Traveller read_traveller(const json::object& from, const std::string& at, Review& review) {
  Traveller traveller;
  const json::value* age = member(from, "age");
  bool typed = member(from, "type") != nullptr;
  if (typed && age != nullptr)
    review.refuse("validation_inclusion", at + "/type", "give either type or age, not both");
  if (!typed && age == nullptr)
    review.refuse("validation_required", at + "/type", "type or age is required");
  if (typed)
    traveller.type = review.choice(from, "type", at, {"adult", "child", "infant_without_seat"});
  if (age != nullptr) traveller.age = read_age(*age, at, review);
  traveller.given_name = optional_text(from, "given_name");
  traveller.family_name = optional_text(from, "family_name");
  return traveller;
}

int read_max_connections(const json::object& data, Review& review) {
  const json::value* found = member(data, "max_connections");
  if (found == nullptr) return 9;
  if (found->is_int64() && found->get_int64() >= 0 && found->get_int64() <= 2)
    return static_cast<int>(found->get_int64());
  review.refuse(found->is_int64() ? "validation_inclusion" : "validation_type", "/max_connections",
                "max_connections must be 0, 1 or 2");
  return 9;
}

/// {"ZZ": [{"corporate_code": "HESI01"}]}; a code that is no text is nobody's.
std::vector<std::pair<std::string, std::string>> read_corporate(const json::object& data) {
  std::vector<std::pair<std::string, std::string>> codes;
  const json::value* fares = member(data, "private_fares");
  if (fares == nullptr || !fares->is_object()) return codes;
  for (const auto& carrier : fares->get_object()) {
    if (!carrier.value().is_array()) continue;
    for (const json::value& fare : carrier.value().get_array()) {
      std::string code = fare.is_object() ? optional_text(fare.get_object(), "corporate_code") : "";
      if (!code.empty()) codes.emplace_back(std::string(carrier.key()), code);
    }
  }
  return codes;
}

}  // namespace

Search read_search(const json::object& data, std::chrono::sys_days today, Review& review) {
  Search search;
  std::size_t i = 0;
  for (const json::value& entry : review.list(data, "slices", 1, 6)) {
    std::string at = "/slices/" + std::to_string(i++);
    search.trip.slices.push_back(read_slice(review.object(entry, at), at, today, review));
  }
  i = 0;
  for (const json::value& entry : review.list(data, "passengers", 1, 9)) {
    std::string at = "/passengers/" + std::to_string(i++);
    search.trip.travellers.push_back(read_traveller(review.object(entry, at), at, review));
  }
  if (member(data, "cabin_class") != nullptr)
    search.trip.cabin =
        review.choice(data, "cabin_class", "", {"first", "business", "premium_economy", "economy"});
  search.max_connections = read_max_connections(data, review);
  search.corporate = read_corporate(data);
  return search;
}

}  // namespace mayday::airline
