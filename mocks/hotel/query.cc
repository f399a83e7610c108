#include "query.h"

#include <algorithm>

#include "mayday/base/json_text.h"
#include "wire.h"

namespace mayday::hotel {
namespace {

constexpr std::string_view kNotFound = "PROPERTY CODE NOT FOUND IN SYSTEM";

std::string joined(const std::vector<std::string_view>& parts) {
  std::string out;
  for (std::string_view part : parts) append(out, out.empty() ? "" : ",", part);
  return out;
}

}  // namespace

void Query::refuse(Problem problem) {
  if (!first_) first_ = std::move(problem);
}

void Query::miss(Problem problem) {
  if (!missing_) missing_ = std::move(problem);
}

int Query::number(std::string_view name, int least, int most, int otherwise) {
  if (!has(name)) return otherwise;
  int value = whole_number(text(name), -1);
  if (value >= least && value <= most) return value;
  refuse(bad_parameter(name, std::string(name) + " must be a number from " + std::to_string(least) +
                                 " to " + std::to_string(most)));
  return otherwise;
}

bool Query::flag(std::string_view name, bool otherwise) {
  return choice(name, otherwise ? "true" : "false", {"true", "false"}) == "true";
}

std::string_view Query::choice(std::string_view name, std::string_view otherwise,
                               std::initializer_list<std::string_view> allowed) {
  if (!has(name)) return otherwise;
  if (std::find(allowed.begin(), allowed.end(), text(name)) != allowed.end()) return text(name);
  refuse(bad_parameter(name, std::string(name) + " is not an allowed value"));
  return otherwise;
}

std::vector<std::string_view> Query::list(std::string_view name, std::size_t most) {
  std::vector<std::string_view> parts = split(text(name));
  if (parts.size() > most)
    refuse(bad_parameter(name, std::string(name) + " takes at most " + std::to_string(most)));
  return parts;
}

std::vector<Property> Query::hotels(std::size_t most) {
  std::vector<Property> found;
  if (text("hotelIds").empty()) refuse(bad_parameter("hotelIds", "hotelIds is required"));
  for (std::string_view id : list("hotelIds", most)) {
    if (!is_code(id, 8))
      refuse({400, 1257, "INVALID PROPERTY CODE", {}, "hotelIds=" + std::string(id), {}});
    else if (auto property = find_property(id))
      found.push_back(std::move(*property));
    else
      unknown_.push_back(id);
  }
  if (found.empty()) miss({400, 3237, kNotFound, {}, "hotelIds=" + joined(unknown_)});
  return found;
}

std::vector<std::string> repeated(std::string_view target, std::string_view name) {
  std::vector<std::string> values;
  std::size_t mark = std::min(target.find('?'), target.size());
  target.remove_prefix(std::min(mark + 1, target.size()));
  while (!target.empty()) {
    std::string_view field = target.substr(0, target.find('&'));
    target.remove_prefix(std::min(field.size() + 1, target.size()));
    std::size_t equals = std::min(field.find('='), field.size());
    if (decode(field.substr(0, equals), true) == name)
      values.push_back(decode(field.substr(std::min(equals + 1, field.size())), true));
  }
  return values;
}

std::string warnings_text(const std::vector<std::string_view>& unknown) {
  std::string out;
  if (unknown.empty()) return out;
  append(out, R"(,"warnings":[{"code":3237,"title":")", kNotFound,
         R"(","source":{"parameter":"hotelIds=)", joined(unknown), R"("}}])");
  return out;
}

}  // namespace mayday::hotel
