#pragma once

#include "course_tools.h"

namespace mayday {

struct FaultOutcome {
  Measured measured;
  bool reconciled = false;
};

/// Fault number `i` of the plan and the team that meets it. Private to the library.
FaultOutcome meet_fault(const QuietDrill& quiet, const Profile& profile, const Skill& skill,
                        std::size_t i, SimulatedLines& to);

}  // namespace mayday
