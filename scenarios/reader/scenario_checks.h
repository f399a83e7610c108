#pragma once

#include <string>
#include <vector>

#include "mayday/base/plan.h"
#include "tree.h"

namespace mayday::reader {

/// What is allowed but hardly meant: a fault that no journey can meet, two faults at once on one
/// operation, a fix that ends nothing, a length that is cut short. `faults` is the list as written;
/// nullptr when there is none.
std::vector<std::string> find_warnings(const Plan& plan, const Node* faults);

}  // namespace mayday::reader
