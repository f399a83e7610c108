#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mayday/ledger/event.h"
#include "mayday/reports/earlier_run.h"
#include "mayday/scoring/scorecard.h"

namespace mayday {

/// report.html: the after-action report as one file that asks the network for nothing. Both
/// languages are in it, with a switch; it follows the reader's light or dark setting, prints, can
/// be used from the keyboard, and reads without script: the script only draws the timeline, from
/// one block of data, which stands in the page as a table too. Its content policy allows exactly
/// its own script and style by their SHA-256. Everything from the ledger is plain text in it. Stays
/// under 600 KB: long lists are cut, said so, and found whole in timeline.csv and score.json.
std::string report_html(const Scorecard& card, const std::vector<Event>& events,
                        const std::optional<EarlierRun>& earlier = {});

}  // namespace mayday
