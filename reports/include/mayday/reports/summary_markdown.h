#pragma once

#include <optional>
#include <string>

#include "mayday/reports/earlier_run.h"
#include "mayday/reports/language.h"
#include "mayday/scoring/scorecard.h"

namespace mayday {

/// summary.md: what fits a ticket or a CI step summary (well under 64 KiB). Whatever people wrote
/// is escaped, so that it can neither format, link, page anybody nor reach HTML.
std::string summary_markdown(const Scorecard& card, Language language,
                             const std::optional<EarlierRun>& earlier = {});

}  // namespace mayday
