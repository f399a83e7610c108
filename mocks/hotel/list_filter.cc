#include "list_filter.h"

#include <algorithm>
#include <string>

#include "wire.h"

namespace mayday::hotel {
namespace {

bool contains(const std::vector<std::string_view>& list, std::string_view wanted) {
  return std::find(list.begin(), list.end(), wanted) != list.end();
}

}  // namespace

ListFilter read_filter(Query& query) {
  ListFilter filter;
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

bool passes(const Property& property, int tenths, const ListFilter& filter) {
  if (tenths > filter.radius_tenths) return false;
  if (!filter.chains.empty() && !contains(filter.chains, property.chain)) return false;
  if (!filter.ratings.empty() && !contains(filter.ratings, std::to_string(stars(property))))
    return false;
  std::vector<std::string_view> has = split(amenities(property));
  return std::all_of(filter.amenities.begin(), filter.amenities.end(),
                     [&](std::string_view wanted) { return contains(has, wanted); });
}

}  // namespace mayday::hotel
