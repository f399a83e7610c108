#pragma once

#include <string>
#include <vector>

#include "mayday/base/plan.h"
#include "tree.h"

namespace mayday::reader {

/// Reads `estate`: people, paces, upstreams and the desk's settings. Whatever is outside the estate
/// must be on `allow_hosts`.
EstatePlan read_estate(const Node& node, const std::vector<std::string>& allow_hosts);

}  // namespace mayday::reader
