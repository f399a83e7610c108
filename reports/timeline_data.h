#pragma once

#include <string>
#include <vector>

#include "journey_rates.h"
#include "mayday/scoring/scorecard.h"
#include "moments.h"

namespace mayday {

/// What the page's script draws the timeline from: one JSON value that may stand in a script
/// element as it is. Times are whole milliseconds of the drill; a text is a string, or [zh, en]
/// where the two differ. Long stories are cut to what a picture can show; the page's table and
/// timeline.csv go on.
std::string timeline_data(const Scorecard& card, const std::vector<Moment>& story,
                          const JourneyRates& rates, Duration length);

}  // namespace mayday
