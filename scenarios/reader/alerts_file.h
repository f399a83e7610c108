#pragma once

#include <string>
#include <vector>

#include "mayday/base/plan.h"

namespace mayday::reader {

/// Reads the monitor's rules. Components and symptoms are the vocabulary's, journeys are
/// `journeys`.
std::vector<AlertRule> read_alerts(const std::string& path, const Vocabulary& vocabulary,
                                   const std::vector<std::string>& journeys);

}  // namespace mayday::reader
