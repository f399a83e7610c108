#pragma once

#include <cstdint>
#include <deque>

#include "mayday/base/time.h"

namespace mayday {

/// How journeys fared over a window.
struct IndicatorReading {
  Instant from;  ///< The window is (from, now].
  std::int64_t journeys = 0;
  std::int64_t good = 0;
  Duration p95{0};  ///< Of the good ones, by nearest rank; 0 when there are none.

  std::int64_t bad() const { return journeys - good; }
  /// Parts per million that were good. No journey at all counts as failing: silence is not health.
  std::int64_t success() const { return journeys == 0 ? 0 : good * 1'000'000 / journeys; }
};

/// Success and latency of journeys over "the last minute, or as far back as it takes to see ten of
/// them, but never beyond ten minutes". The referee and the built-in monitor read the same window,
/// so that an alert and a score mean the same by "failing". Plain value; feed it in order of time.
struct Indicator {
  static constexpr Duration kSpan = 60s;
  static constexpr Duration kStretch = 10min;
  static constexpr std::int64_t kLeast = 10;

  struct Sample {
    Instant at;
    bool good = false;
    Duration latency{0};
  };
  std::deque<Sample> samples;  ///< Oldest first, none older than kStretch before the newest.

  /// One journey that ended at `at`.
  void add(Instant at, bool good, Duration latency);

  /// The window that ends at `now`, at least `span` long.
  IndicatorReading at(Instant now, Duration span = kSpan) const;
};

}  // namespace mayday
