#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mayday {

using namespace std::chrono_literals;  // NOLINT: `2s` and `40ms` are the house's way to write a
                                       // time.

/// A length of drill time. Integer nanoseconds: no epsilon, no rounding.
using Duration = std::chrono::nanoseconds;

/// "Never happens", for deadlines and limits.
inline constexpr Duration kForever = Duration::max();

/// A point on the drill's clock, counted from the start of the drill.
struct Instant {
  Duration since_start{0};

  friend constexpr auto operator<=>(Instant, Instant) = default;
  friend constexpr Instant operator+(Instant at, Duration by) {
    return by == kForever ? Instant{kForever} : Instant{at.since_start + by};
  }
  friend constexpr Instant operator-(Instant at, Duration by) { return {at.since_start - by}; }
  friend constexpr Duration operator-(Instant to, Instant from) {
    return to.since_start - from.since_start;
  }
};

/// Later than every instant a drill reaches.
inline constexpr Instant kNever{kForever};

/// "1h2m3.5s", "40ms", "0s": what a person reads and the scenario language accepts.
std::string to_text(Duration d);

/// "12:05" or "1:02:05": drill minutes (or hours) and seconds, for timelines.
std::string to_clock(Instant at);

/// "2026-03-01T09:00:00Z" for seconds since 1970 in UTC; with `fraction`, microseconds are added.
std::string rfc3339(std::chrono::nanoseconds since_1970, bool fraction = false);

/// "2026-03-01" for seconds since 1970, in UTC.
std::string civil_date(std::chrono::seconds since_1970);

/// The day of "2026-03-01"; nothing when the text is no date.
std::optional<std::chrono::sys_days> parse_date(std::string_view text);

/// Seconds since 1970 of "2026-03-01T09:00:00Z"; negative when the text has another form.
std::chrono::seconds parse_rfc3339(std::string_view text);

}  // namespace mayday
