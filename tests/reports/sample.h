#pragma once

#include <string>
#include <vector>

#include "mayday/ledger/event.h"
#include "mayday/scoring/scorecard.h"

namespace mayday {

/// A drill such as a team of middling luck plays it: approvals at Hesi time out, graded too low at
/// first, located at the second try. 85.43 points, passed.
Scorecard sample_card();

/// The story behind it: what the fault did, what everybody said and did, and two hours of journeys.
std::vector<Event> sample_events();

}  // namespace mayday
