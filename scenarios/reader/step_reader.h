#pragma once

#include <vector>

#include "mayday/base/plan.h"
#include "tree.h"

namespace mayday::reader {

/// Reads the steps of a journey or a round: at least one, each with a name of its own.
std::vector<Step> read_steps(const Node& list);

}  // namespace mayday::reader
