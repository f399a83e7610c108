#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <string>
#include <type_traits>
#include <vector>

#include "mayday/catalogue/drill_record.h"

namespace mayday {

/// One figure, later drills beside earlier ones of the same scenario. For the score, `change` and
/// its interval are a difference in hundredths of a point; for a time they are the later ones' as a
/// share of the earlier ones', in parts per million (geometric means: 800'000 is a fifth less).
struct Shift {
  std::string what;         ///< score | detect | locate | mitigate | recover.
  std::int64_t before = 0;  ///< Mean; for a time the geometric mean, in nanoseconds.
  std::int64_t after = 0;
  std::int64_t change = 0;
  std::int64_t low = 0;  ///< 95 % interval.
  std::int64_t high = 0;
  std::string says;  ///< better | worse | none (no evidence of change).
};
BOOST_DESCRIBE_STRUCT(Shift, (), (what, before, after, change, low, high, says))

/// A drill in its scenario's trend.
struct ListedDrill : DrillRecord {
  /// It was compared as one of the earlier | later; or was not, being unjudged (inconclusive or
  /// void) | other-profile (not scored as the latest was) | same-drill (its ledger head was there).
  std::string part;
};
BOOST_DESCRIBE_STRUCT(ListedDrill, (DrillRecord), (part))

}  // namespace mayday

/// In JSON a listed drill is its record with one member more.
template <>
struct boost::json::is_described_class<mayday::ListedDrill> : std::true_type {};

namespace mayday {

/// The drills of one scenario. All are listed; some are not compared.
struct Trend {
  std::string scenario;  ///< Empty: all scenarios together.
  Text title;
  std::vector<ListedDrill> drills;  ///< In order of time.
  std::size_t earlier = 0;          ///< So many were compared as the earlier ones,
  std::size_t later = 0;            ///< and so many as the later.
  std::vector<Shift> changes;       ///< Empty: too few drills to say.
};
BOOST_DESCRIBE_STRUCT(Trend, (), (scenario, title, drills, earlier, later, changes))

/// Fewer than so many earlier or later drills say nothing.
inline constexpr std::size_t kFewestDrills = 3;

/// One trend a scenario, by name; and, when at least two scenarios have enough drills, a first one
/// over all of them, in which each scenario is compared only with itself and counts the same.
/// Drills from `since` on (seconds since 1970) are the later ones; 0: the later half of each
/// scenario's. The records are in order of time. The same records give the same trends.
std::vector<Trend> trends_of(const std::vector<DrillRecord>& records, std::int64_t since);

}  // namespace mayday
