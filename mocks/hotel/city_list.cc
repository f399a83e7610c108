#include "city_list.h"

#include <algorithm>

#include "query.h"
#include "wire.h"

namespace mayday::hotel {
namespace {

/// What a list may leave out.
struct Filter {
  int radius_tenths = 50;
  bool miles = false;
  std::vector<std::string_view> chains;
  std::vector<std::string_view> amenities;
  std::vector<std::string_view> ratings;
};

/// From the middle of the city, in tenths of a kilometre or of a mile.
int distance_tenths(const Property& property, bool miles) {
  int kilometres = 6 + (property.number - 1) * 10;
  return miles ? kilometres * 1000 / 1609 : kilometres;
}

bool contains(const std::vector<std::string_view>& list, std::string_view wanted) {
  return std::find(list.begin(), list.end(), wanted) != list.end();
}

bool passes(const Property& property, const Filter& filter) {
  if (distance_tenths(property, filter.miles) > filter.radius_tenths) return false;
  if (!filter.chains.empty() && !contains(filter.chains, property.chain)) return false;
  if (!filter.ratings.empty() && !contains(filter.ratings, std::to_string(stars(property))))
    return false;
  std::vector<std::string_view> has = split(amenities(property));
  return std::all_of(filter.amenities.begin(), filter.amenities.end(),
                     [&](std::string_view wanted) { return contains(has, wanted); });
}

Filter read_filter(Query& query) {
  Filter filter;
  filter.radius_tenths = query.number("radius", 1, 300, 5) * 10;
  filter.miles = query.choice("radiusUnit", "KM", {"KM", "MILE"}) == "MILE";
  filter.chains = query.list("chainCodes", 99);
  for (std::string_view chain : filter.chains)
    if (!is_upper(chain, 2)) query.refuse(bad_parameter("chainCodes", "codes have two letters"));
  filter.amenities = query.list("amenities", 3);
  filter.ratings = query.list("ratings", 4);
  for (std::string_view rating : filter.ratings)
    if (whole_number(rating, 0) < 1 || whole_number(rating, 0) > 5)
      query.refuse(bad_parameter("ratings", "ratings are from 1 to 5"));
  query.choice("hotelSource", "ALL", {"BEDBANK", "DIRECTCHAIN", "ALL"});
  return filter;
}

void append_amenities(std::string& out, const Property& property) {
  out += R"(,"amenities":[)";
  for (std::string_view amenity : split(amenities(property)))
    append(out, out.back() == '[' ? "" : ",", "\"", amenity, "\"");
  out += ']';
}

/// A list entry without its closing brace.
void append_entry(std::string& out, const Property& property) {
  append(out, R"({"chainCode":")", property.chain, R"(","iataCode":")", property.city->code,
         R"(","dupeId":)", dupe_id(property), R"(,"name":")", property_name(property),
         R"(","hotelId":")", property.id, R"(","geoCode":{"latitude":)", latitude_text(property),
         R"(,"longitude":)", longitude_text(property), R"(},"address":{"countryCode":")",
         property.city->country, R"("},"lastUpdate":"2026-06-01T08:00:00")");
}

void append_distance(std::string& out, const Property& property, bool miles) {
  int tenths = distance_tenths(property, miles);
  append(out, R"(,"distance":{"value":)", std::to_string(tenths / 10), ".",
         std::to_string(tenths % 10), R"(,"unit":")", miles ? "MILE" : "KM", R"("})");
}

std::string meta_text(const Stamp& stamp, const Exchange& x, int count) {
  std::string out;
  append(out, R"(,"meta":{"count":)", std::to_string(count), R"(,"links":{"self":)",
         quoted(stamp.base + x.request.target), "}}");
  return out;
}

const City* read_city(Query& query) {
  std::string_view code = query.text("cityCode");
  if (!is_upper(code, 3)) {
    query.refuse(bad_parameter("cityCode", "cityCode must have three capital letters"));
    return nullptr;
  }
  const City* city = find_city(code);
  if (city == nullptr) query.refuse({400, 1157, "INVALID CITY CODE", {}, "cityCode", {}});
  return city;
}

}  // namespace

Handled list_hotels_by_city(const Door& door, const Exchange& x) {
  Stamp stamp(x);
  Query query(x.target);
  const City* city = read_city(query);
  Filter filter = read_filter(query);
  if (!query.passed()) return door.refuse(stamp, query.first());
  std::string body = R"({"data":[)";
  int count = 0;
  for (int number = 1; number <= kListed; ++number) {
    Property property = listed_property(*city, number);
    if (!passes(property, filter)) continue;
    if (count++ > 0) body += ',';
    append_entry(body, property);
    append_distance(body, property, filter.miles);
    if (!filter.ratings.empty()) append(body, R"(,"rating":)", std::to_string(stars(property)));
    if (!filter.amenities.empty()) append_amenities(body, property);
    body += '}';
  }
  if (count == 0)
    return door.refuse(stamp, {400, 895, "NOTHING FOUND FOR REQUESTED CITY", {}, "cityCode", {}});
  append(body, "]", meta_text(stamp, x, count), "}");
  return door.answer(stamp, 200, std::move(body));
}

Handled list_hotels_by_id(const Door& door, const Exchange& x) {
  Stamp stamp(x);
  Query query(x.target);
  std::vector<Property> hotels = query.hotels(99);
  if (!query.passed()) return door.refuse(stamp, query.first());
  std::string body = R"({"data":[)";
  for (const Property& property : hotels) {
    if (body.back() == '}') body += ',';
    append_entry(body, property);
    body += '}';
  }
  append(body, "]", meta_text(stamp, x, static_cast<int>(hotels.size())),
         warnings_text(query.unknown()), "}");
  return door.answer(stamp, 200, std::move(body));
}

}  // namespace mayday::hotel
