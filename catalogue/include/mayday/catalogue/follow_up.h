#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "mayday/catalogue/drill_record.h"

namespace mayday {

/// What became of an improvement that a team promised in a review.
struct FollowUp {
  Improvement improvement;
  std::string scenario;   ///< Of the drill that was reviewed.
  std::int64_t when = 0;  ///< Of that drill, seconds since 1970.
  std::string ledger;
  std::string state;   ///< open | stale | closed.
  std::string closed;  ///< The ledger that showed it; empty when it is not closed.
};
BOOST_DESCRIBE_STRUCT(FollowUp, (), (improvement, scenario, when, ledger, state, closed))

/// An improvement nobody has drilled for so long is stale.
inline constexpr std::int64_t kQuarterSeconds = 90 * 86'400;

/// Every improvement of the records' reviews, which are in order of time. It is closed only when a
/// later drill of its verifying scenario passed; what the team says of it counts for nothing. It is
/// stale at `now` (seconds since 1970) when it is open and neither its review nor any drill of its
/// verifying scenario is younger than a quarter.
std::vector<FollowUp> follow_ups_of(const std::vector<DrillRecord>& records, std::int64_t now);

}  // namespace mayday
