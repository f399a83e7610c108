#pragma once

#include <string>

#include "mayday/scoring/scorecard.h"

namespace mayday {

/// What a gate asks, in its own unit: "≥ 70.00", "≤ 1h30m", "≤ 0".
std::string gate_limit(const GateResult& gate);

/// What the drill reached, in the same unit: "85.27", "1h9m", "never", "0".
std::string gate_actual(const GateResult& gate);

/// What the gate is called.
Text gate_name(const GateResult& gate);

/// "score: 65.12 reached, ≥ 70.00 asked", for machines' messages.
std::string gate_sentence(const GateResult& gate);

}  // namespace mayday
