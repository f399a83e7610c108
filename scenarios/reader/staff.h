#pragma once

#include <cstddef>

#include "mayday/base/plan.h"

namespace mayday::reader {

/// Adds `staff` people in `departments` departments to an estate, always the same ones: names,
/// numbers and departments come from a table, never from a seed. Each department's manager is one
/// of its own.
void add_staff(EstatePlan& estate, std::size_t staff, std::size_t departments);

}  // namespace mayday::reader
