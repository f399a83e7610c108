#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "mayday/base/time.h"
#include "mayday/ledger/event.h"

namespace mayday {

/// How journeys that ended within one bin fared; what a business refused is in none of the three.
struct RateBin {
  std::int64_t normal = 0;       ///< Done the normal way.
  std::int64_t alternative = 0;  ///< Done by another path.
  std::int64_t bad = 0;          ///< Failed, unknown or late.
};

/// One journey kind over the drill. Bins follow each other from time zero, `width` each.
struct JourneyRate {
  std::string journey;
  std::vector<RateBin> bins;
};

/// Per-minute counts of every journey kind, in order of first appearance and at most `most_kinds`;
/// in a long drill bins grow by whole minutes so that there are at most `most_bins`.
struct JourneyRates {
  Duration width{0};
  std::vector<JourneyRate> kinds;
};
JourneyRates journey_rates(const std::vector<Event>& events, Duration length,
                           std::size_t most_kinds = 6, std::int64_t most_bins = 180);

}  // namespace mayday
