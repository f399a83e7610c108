#pragma once

#include <vector>

#include "mayday/scoring/total.h"

namespace mayday {

/// Writes into every part what it cost in points, fault by fault. Together they are exactly what
/// the raw score lacks of a hundred: the remainders of rounding go to the largest fractions.
void price_parts(Total& total);

/// Every part, charge and cap that cost at least a hundredth of a point, costliest first; of equal
/// ones, the earlier dimension first. Together they are exactly what the score lacks of a hundred.
/// The parts of `total` are priced already, and it is the total of `facts`.
std::vector<Loss> losses(const Total& total, const DrillFacts& facts, const Profile& profile);

/// What to do next time about a part of a dimension.
Text advice(const std::string& dimension, const std::string& part);

}  // namespace mayday
