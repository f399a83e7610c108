#pragma once

#include <vector>

#include "mayday/base/plan.h"
#include "tree.h"

namespace mayday::reader {

/// Reads the list of faults, with every reference checked and every share resolved. `plan` has its
/// estate, journeys, vendors, vocabulary, alerts and safety already.
std::vector<FaultPlan> read_faults(const Node& list, const Plan& plan);

/// Reads one more fault for a drill that is under way: without `at` it begins now, and it needs no
/// truth, for it is not scored.
FaultPlan read_added_fault(const Node& node, const Plan& plan, Instant now);

}  // namespace mayday::reader
