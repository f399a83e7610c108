#pragma once

#include <string>
#include <vector>

#include "mayday/ledger/event.h"
#include "mayday/scoring/scorecard.h"

namespace mayday {

/// timeline.csv: one line for each moment of the drill, for spreadsheets. UTF-8 with a byte-order
/// mark (without it Excel misreads Chinese), CRLF, every cell quoted; a cell that a spreadsheet
/// would take for a formula begins with an apostrophe.
std::string timeline_csv(const Scorecard& card, const std::vector<Event>& events);

}  // namespace mayday
