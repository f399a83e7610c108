#pragma once

#include <vector>

#include "directory.h"

namespace mayday::hesi {

/// The contract's people and departments.
std::vector<Staff> fixture_staff();
std::vector<Unit> fixture_units();

}  // namespace mayday::hesi
