#pragma once

#include <optional>
#include <string>

#include "mayday/reports/earlier_run.h"

namespace mayday {

/// The run to compare with: `file` when it names one, else the newest of the same scenario below
/// `folder`/earlier, where ResultsFolder puts results; none when there is none (or no folder).
/// InputError when `file` is no score.json of that scenario.
std::optional<EarlierRun> find_earlier(const std::string& file, const std::string& folder,
                                       const std::string& scenario);

}  // namespace mayday
