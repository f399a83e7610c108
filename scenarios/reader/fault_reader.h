#pragma once

#include <vector>

#include "mayday/base/plan.h"
#include "tree.h"

namespace mayday::reader {

/// What faults refer to.
struct FaultContext {
  Seed seed = 0;
  Duration length{0};
  const EstatePlan& estate;
  const std::vector<VendorPlan>& vendors;
  const Vocabulary& vocabulary;
};

/// Reads the list of faults, with every reference checked and every share resolved.
std::vector<FaultPlan> read_faults(const Node& list, const FaultContext& context);

}  // namespace mayday::reader
