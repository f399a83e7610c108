#pragma once

#include <cstdint>
#include <string>

#include "mayday/base/time.h"

/// Numbers as reports print them: fixed decimals, worked out in integers.
namespace mayday {

/// value / 10^decimals: fixed(8543, 2) = "85.43".
std::string fixed(std::int64_t value, int decimals);

/// Hundredths of a point as "85.43".
std::string points(std::int64_t hundredths);

/// Hundredths of a point as a difference, "+1.51" or "-0.30".
std::string gained_points(std::int64_t hundredths);

/// Hundredths of a point with one decimal and a real minus, for what was lost: "−3.8".
std::string lost_points(std::int64_t hundredths);

/// Parts per million as a share of one, "0.8500".
std::string ratio(std::int64_t ppm);

/// Parts per million as "85 %".
std::string percent(std::int64_t ppm);

/// Seconds since the drill began with milliseconds, "312.500".
std::string seconds(Duration d);

/// "05:12", or "–" when it never happened.
std::string clock(Instant at);

/// A length of time rounded to whole seconds, "9m", or "–" when it is without end.
std::string length(Duration d);

}  // namespace mayday
