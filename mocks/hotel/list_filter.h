#pragma once

#include <string_view>
#include <vector>

#include "query.h"

namespace mayday::hotel {

/// What a list of hotels around a point may leave out.
struct ListFilter {
  int radius_tenths = 50;
  bool miles = false;  ///< The unit of the radius and of the distances shown.
  std::vector<std::string_view> chains;
  std::vector<std::string_view> amenities;
  std::vector<std::string_view> ratings;
};

ListFilter read_filter(Query& query);

/// `tenths` is the hotel's distance in tenths of the filter's unit.
bool passes(const Property& property, int tenths, const ListFilter& filter);

}  // namespace mayday::hotel
