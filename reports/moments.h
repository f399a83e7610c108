#pragma once

#include <string>
#include <vector>

#include "mayday/base/text.h"
#include "mayday/base/time.h"
#include "mayday/ledger/event.h"
#include "mayday/scoring/scorecard.h"

namespace mayday {

/// One line of the drill's story. `who` and `detail` are as they were written, so hostile.
struct Moment {
  Instant at;
  std::string lane;  ///< truth | alert | team | vendor | notice | inject.
  Text who;
  Text what;         ///< Our own words: "declared".
  Text detail;       ///< The rest: title, level, text.
  bool bad = false;  ///< A false alarm, a premature claim, a red regression.
};

/// The story that the ledger tells, in its order. Journeys, tallies and samples are left out (they
/// are charts, not moments), and of bites only each fault's first.
std::vector<Moment> moments(const Scorecard& card, const std::vector<Event>& events);

}  // namespace mayday
