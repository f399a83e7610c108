#include "hotel_list.h"

#include <algorithm>

#include "geo.h"
#include "list_filter.h"
#include "mayday/base/json_text.h"
#include "wire.h"

namespace mayday::hotel {
namespace {

/// A hotel with its distance, in tenths of a kilometre or of a mile.
struct Near {
  Property property;
  int tenths;
};

int in_unit(std::int64_t kilometre_tenths, bool miles) {
  return static_cast<int>(miles ? kilometre_tenths * 1000 / 1609 : kilometre_tenths);
}

/// From what the supplier takes for the middle of the city.
int city_tenths(const Property& property, bool miles) {
  return in_unit(6 + (property.number - 1) * 10, miles);
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

void append_near(std::string& out, const Near& near, const ListFilter& filter) {
  append_entry(out, near.property);
  append(out, R"(,"distance":{"value":)", std::to_string(near.tenths / 10), ".",
         std::to_string(near.tenths % 10), R"(,"unit":")", filter.miles ? "MILE" : "KM", R"("})");
  if (!filter.ratings.empty()) append(out, R"(,"rating":)", std::to_string(stars(near.property)));
  if (!filter.amenities.empty()) append_amenities(out, near.property);
  out += '}';
}

std::string meta_text(const Stamp& stamp, const Exchange& x, std::size_t count) {
  std::string out;
  append(out, R"(,"meta":{"count":)", std::to_string(count), R"(,"links":{"self":)",
         quoted(stamp.base + x.request.target), "}}");
  return out;
}

Handled answer_near(const Door& door, const Exchange& x, const std::vector<Near>& found,
                    const ListFilter& filter, std::string parameter) {
  Stamp stamp(x);
  if (found.empty())
    return door.refuse(stamp,
                       {400, 895, "NOTHING FOUND FOR REQUESTED CITY", {}, std::move(parameter)});
  std::string body = R"({"data":[)";
  for (const Near& near : found) {
    if (body.back() == '}') body += ',';
    append_near(body, near, filter);
  }
  append(body, "]", meta_text(stamp, x, found.size()), "}");
  return door.answer(stamp, 200, std::move(body));
}

const City* read_city(Query& query) {
  std::string_view code = query.text("cityCode");
  if (!is_upper(code, 3)) {
    query.refuse(bad_parameter("cityCode", "cityCode must have three capital letters"));
    return nullptr;
  }
  const City* city = find_city(code);
  if (city == nullptr) query.miss({400, 1157, "INVALID CITY CODE", {}, "cityCode"});
  return city;
}

int read_degrees(Query& query, std::string_view name, int most) {
  auto degrees = parse_degrees(query.text(name), most);
  if (!degrees)
    query.refuse(bad_parameter(
        name, std::string(name) + " must be a number of degrees up to " + std::to_string(most)));
  return degrees.value_or(0);
}

std::vector<Near> hotels_around(Place place, const ListFilter& filter) {
  std::vector<Near> found;
  for (const City& city : cities()) {
    for (int number = 1; number <= kListed; ++number) {
      Property property = listed_property(city, number);
      int tenths = in_unit(distance_metres(place, place_of(property)) / 100, filter.miles);
      if (passes(property, tenths, filter)) found.push_back({std::move(property), tenths});
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Near& a, const Near& b) { return a.tenths < b.tenths; });
  return found;
}

}  // namespace

Handled list_hotels_by_city(const Door& door, const Exchange& x) {
  Query query(x.target);
  const City* city = read_city(query);
  ListFilter filter = read_filter(query);
  if (!query.passed()) return door.refuse(Stamp(x), query.first());
  std::vector<Near> found;
  for (int number = 1; number <= kListed; ++number) {
    Property property = listed_property(*city, number);
    int tenths = city_tenths(property, filter.miles);
    if (passes(property, tenths, filter)) found.push_back({std::move(property), tenths});
  }
  return answer_near(door, x, found, filter, "cityCode");
}

Handled list_hotels_by_geocode(const Door& door, const Exchange& x) {
  Query query(x.target);
  Place place;
  place.latitude = read_degrees(query, "latitude", 90);
  place.longitude = read_degrees(query, "longitude", 180);
  ListFilter filter = read_filter(query);
  if (!query.passed()) return door.refuse(Stamp(x), query.first());
  return answer_near(door, x, hotels_around(place, filter), filter, {});
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
  append(body, "]", meta_text(stamp, x, hotels.size()), warnings_text(query.unknown()), "}");
  return door.answer(stamp, 200, std::move(body));
}

}  // namespace mayday::hotel
