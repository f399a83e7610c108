#pragma once

#include <vector>

#include "mayday/base/plan.h"
#include "tree.h"

namespace mayday::reader {

/// Reads `vendors`: how each vendor's desk behaves when nobody plays it.
std::vector<VendorPlan> read_vendors(const Node& node);

/// Throws when a fix is for a fault that the scenario does not have.
void check_fixes(const Node& vendors, const std::vector<FaultPlan>& faults);

/// Reads `injects`, in order of time; of two at the same time the first written comes first.
std::vector<InjectPlan> read_injects(const Node& list, Duration length);

}  // namespace mayday::reader
