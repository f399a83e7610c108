#pragma once

#include <vector>

#include "mayday/base/plan.h"
#include "tree.h"

namespace mayday::reader {

/// Reads the list of faults, with every reference checked and every share resolved. `plan` has its
/// estate, journeys, vendors, vocabulary, alerts and safety already.
std::vector<FaultPlan> read_faults(const Node& list, const Plan& plan);

}  // namespace mayday::reader
