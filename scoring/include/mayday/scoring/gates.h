#pragma once

#include <vector>

#include "mayday/scoring/facts.h"

namespace mayday {

/// The plan's gates against the result. `card` has its low end, dimensions and books already. The
/// score is compared at its low end; `recover` with the slowest fault, from its first symptom;
/// `lost_orders` with the books, and it fails when nobody could compare them.
std::vector<GateResult> judge_gates(const Plan& plan, const Scorecard& card,
                                    const DrillFacts& facts);

}  // namespace mayday
