#pragma once

#include <vector>

#include "mayday/scoring/total.h"

namespace mayday {

/// Writes into every part what it cost in points, fault by fault.
void price_parts(Total& total);

/// Every part and penalty that cost at least a hundredth of a point, costliest first; of equal
/// ones, the earlier dimension first. `faults` are the ids in the order of the total's faults.
std::vector<Loss> losses(const Total& total, const std::vector<std::string>& faults);

/// What to do next time about a part of a dimension.
Text advice(const std::string& dimension, const std::string& part);

}  // namespace mayday
