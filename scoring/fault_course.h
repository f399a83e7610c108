#pragma once

#include "simulated_lines.h"

namespace mayday {

/// What an ordinary team takes: a quarter of the way from the target to the limit.
inline Duration ordinary(const Span& span) { return span.target + (span.limit - span.target) / 4; }

struct FaultOutcome {
  Measured measured;
  bool reconciled = false;
};

/// Fault number `i` of the plan and the team that meets it. Private to the library.
FaultOutcome meet_fault(const QuietDrill& quiet, const Profile& profile, const Skill& skill,
                        std::size_t i, SimulatedLines& to);

}  // namespace mayday
