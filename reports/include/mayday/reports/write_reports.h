#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mayday/ledger/event.h"
#include "mayday/reports/earlier_run.h"
#include "mayday/scoring/scorecard.h"

namespace mayday {

/// Writes score.json, junit.xml, summary.md, report.html and timeline.csv into `folder`, which is
/// made when missing, each as write_whole does. With an `earlier` run the page and the summary
/// compare.
void write_reports(const Scorecard& card, const std::vector<Event>& events,
                   const std::string& folder, const std::optional<EarlierRun>& earlier = {});

}  // namespace mayday
