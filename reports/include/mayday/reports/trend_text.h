#pragma once

#include <string>
#include <vector>

#include "mayday/catalogue/follow_up.h"
#include "mayday/catalogue/trend.h"

namespace mayday {

/// Drills over time, and what became of improvements, for a terminal. Whatever people wrote shows
/// and does nothing.
std::string trend_text(const std::vector<Trend>& trends, const std::vector<FollowUp>& follow_ups);

}  // namespace mayday
