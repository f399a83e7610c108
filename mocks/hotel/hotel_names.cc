#include "hotel_names.h"

#include <algorithm>

#include "mayday/base/json_text.h"
#include "query.h"
#include "wire.h"

namespace mayday::hotel {
namespace {

constexpr std::string_view kLeisure = "HOTEL_LEISURE";
constexpr std::string_view kGds = "HOTEL_GDS";

/// What is looked for. All text is in capitals, as the hotels' names are.
struct Wanted {
  std::string keyword;
  std::string country;
  bool leisure = false;
  bool gds = false;
  int most = 20;
};

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

std::string upper(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return upper(c); });
  return out;
}

bool is_keyword(std::string_view text) {
  auto allowed = [](char c) {
    return is_code(std::string(1, upper(c)), 1) || c == ' ' || c == '*' || c == '\'' || c == '-';
  };
  return text.size() >= 4 && text.size() <= 40 && std::all_of(text.begin(), text.end(), allowed);
}

Wanted read_wanted(Query& query, std::string_view target) {
  Wanted wanted;
  wanted.keyword = upper(query.text("keyword"));
  if (!is_keyword(wanted.keyword))
    query.refuse(bad_parameter("keyword", "keyword must be 4 to 40 of A-Z 0-9 * ' - and space"));
  for (const std::string& type : repeated(target, "subType")) {
    wanted.leisure = wanted.leisure || type == kLeisure;
    wanted.gds = wanted.gds || type == kGds;
    if (type != kLeisure && type != kGds)
      query.refuse(bad_parameter("subType", "subType is not an allowed value"));
  }
  if (!query.has("subType")) query.refuse(bad_parameter("subType", "subType is required"));
  wanted.country = upper(query.text("countryCode"));
  if (query.has("countryCode") && !is_upper(wanted.country, 2))
    query.refuse(bad_parameter("countryCode", "a country has two letters"));
  wanted.most = query.number("max", 1, 20, 20);
  return wanted;
}

/// The hotels of the last chain sell to holiday makers.
std::string_view sub_type(const Property& property) {
  return property.number == kListed ? kLeisure : kGds;
}

/// Where the keyword begins in a name; npos: nowhere. A star stands for any characters.
std::size_t place_in(std::string_view name, std::string_view keyword) {
  std::size_t first = std::string_view::npos;
  std::size_t from = 0;
  while (!keyword.empty()) {
    std::string_view part = keyword.substr(0, keyword.find('*'));
    keyword.remove_prefix(std::min(part.size() + 1, keyword.size()));
    std::size_t found = name.find(part, from);
    if (found == name.npos) return name.npos;
    first = std::min(first, found);
    from = found + part.size();
  }
  return first;
}

bool fits(const Property& property, const Wanted& wanted) {
  if (!wanted.country.empty() && wanted.country != property.city->country) return false;
  return sub_type(property) == kLeisure ? wanted.leisure : wanted.gds;
}

struct Match {
  Property property;
  int relevance;
};

std::vector<Match> find_matches(const Wanted& wanted) {
  std::vector<Match> matches;
  for (const City& city : cities()) {
    for (int number = 1; number <= kListed; ++number) {
      Property property = listed_property(city, number);
      std::size_t place = place_in(property_name(property), wanted.keyword);
      if (place == std::string::npos || !fits(property, wanted)) continue;
      matches.push_back({std::move(property), place == 0 ? 90 : 70});
    }
  }
  std::stable_sort(matches.begin(), matches.end(),
                   [](const Match& a, const Match& b) { return a.relevance > b.relevance; });
  if (matches.size() > static_cast<std::size_t>(wanted.most))
    matches.erase(matches.begin() + wanted.most, matches.end());
  return matches;
}

void append_match(std::string& out, const Match& match) {
  const Property& hotel = match.property;
  append(out, R"({"id":)", std::to_string(2'969'000 + hotel.city->number * 100 + hotel.number),
         R"(,"name":")", property_name(hotel), R"(","iataCode":")", hotel.city->code,
         R"(","subType":")", sub_type(hotel), R"(","relevance":)", std::to_string(match.relevance),
         R"(,"type":"location","hotelIds":[")", hotel.id, R"("],"address":{"cityName":")",
         hotel.city->name, R"(","countryCode":")", hotel.city->country,
         R"("},"geoCode":{"latitude":)", latitude_text(hotel), R"(,"longitude":)",
         longitude_text(hotel), "}}");
}

}  // namespace

Handled autocomplete_hotel_name(const Door& door, const Exchange& x) {
  Stamp stamp(x);
  Query query(x.target);
  Wanted wanted = read_wanted(query, x.request.target);
  if (!query.passed()) return door.refuse(stamp, query.first());
  std::string body = R"({"data":[)";
  for (const Match& match : find_matches(wanted)) {
    if (body.back() == '}') body += ',';
    append_match(body, match);
  }
  body += "]}";
  return door.answer(stamp, 200, std::move(body));
}

}  // namespace mayday::hotel
