#pragma once

#include "mayday/base/plan.h"
#include "tree.h"

namespace mayday::reader {

/// Reads `safety`: what all faults together must keep to. `journeys` are those that the scenario
/// runs.
SafetyPlan read_safety(const Node& node, const std::vector<JourneyPlan>& journeys);

}  // namespace mayday::reader
