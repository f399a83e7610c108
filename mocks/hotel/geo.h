#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace mayday::hotel {

/// A place on earth, in ten-thousandths of a degree (some ten metres).
struct Place {
  int latitude = 0;
  int longitude = 0;
};

/// Ten-thousandths of "39.9087" or "-0.1278", digits beyond the fourth cut off; nothing when the
/// text is no such number or lies more than `most` degrees from zero.
std::optional<int> parse_degrees(std::string_view text, int most);

/// Metres between two places, as on a map: good enough for the few hundred kilometres in which
/// hotels are looked for.
std::int64_t distance_metres(Place from, Place to);

}  // namespace mayday::hotel
