#pragma once

#include <string>
#include <string_view>

namespace mayday::airline {

/// Where flights go: an airport or a city.
struct Place {
  std::string_view code;
  std::string_view city;  ///< IATA code of its city.
  std::string_view name;
  std::string_view country;  ///< ISO, two letters.
  std::string_view airport;  ///< Where flights of a city go; of an airport itself.
  std::string_view zone;     ///< Time zone.
  int utc_minutes = 0;  ///< Offset from UTC, the same all year: the sandbox has no summer time.
};

/// The place with that code; nothing known of it but the code when it is none of ours.
Place place(std::string_view code);

/// "airport" or "city".
std::string_view place_type(const Place& place);

/// Appends the supplier's Place object.
void append_place(std::string& out, const Place& place);

}  // namespace mayday::airline
