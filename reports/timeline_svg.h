#pragma once

#include <string>
#include <vector>

#include "journey_rates.h"
#include "mayday/scoring/scorecard.h"
#include "moments.h"

namespace mayday {

/// The drill as one picture over one clock: what was true, what the team saw and did, and beneath
/// it how the travellers fared. Inline SVG; colours come from the page's style.
std::string timeline_svg(const Scorecard& card, const std::vector<Moment>& story,
                         const JourneyRates& rates, Duration length);

}  // namespace mayday
