#pragma once

#include <string>
#include <vector>

#include "mayday/base/plan.h"
#include "tree.h"

namespace mayday::reader {

/// Reads `estate`: people, paces and the desk's settings. A desk of one's own must be on
/// `allow_hosts`.
EstatePlan read_estate(const Node& node, const std::vector<std::string>& allow_hosts);

}  // namespace mayday::reader
