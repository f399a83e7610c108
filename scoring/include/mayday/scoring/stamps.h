#pragma once

#include "mayday/scoring/timeline.h"

namespace mayday {

/// All stamps of a fault, in the order of the scorecard, also those that never came. `ended_by` is
/// what removed the cause.
std::vector<Stamp> stamps_of(const FaultTimeline& fault, const std::string& ended_by);

/// The bands of its timeline that began.
std::vector<Phase> phases_of(const FaultTimeline& fault);

}  // namespace mayday
