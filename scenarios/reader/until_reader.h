#pragma once

#include <string>
#include <vector>

#include "mayday/base/plan.h"
#include "tree.h"

namespace mayday::reader {

/// Reads what ends a fault: {vendor: hesi, fixes: FAULT}, {desk: auth, becomes: [compatible, v3]},
/// or both. The fix must be one that the vendor's desk has, for this very fault.
UntilPlan read_until(const Node& node, const std::string& fault,
                     const std::vector<VendorPlan>& vendors);

}  // namespace mayday::reader
