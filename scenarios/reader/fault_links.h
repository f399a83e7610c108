#pragma once

#include <vector>

#include "mayday/base/fault_plan.h"
#include "tree.h"

namespace mayday::reader {

/// Throws when faults wait for each other in a ring, so that none of them ever begins, or when one
/// draws like a fault that itself draws like another. `list` is the faults as written.
void check_links(const Node& list, const std::vector<FaultPlan>& faults);

}  // namespace mayday::reader
