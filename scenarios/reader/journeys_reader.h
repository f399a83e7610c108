#pragma once

#include "library.h"
#include "mayday/base/plan.h"
#include "tree.h"

namespace mayday::reader {

/// Reads `journeys` and the files it names into the plan, with the rounds that they need, each
/// once.
void read_journeys(const Node& list, const Library& library, Plan& plan);

}  // namespace mayday::reader
