#pragma once

#include "mayday/base/plan.h"
#include "text_table.h"

namespace mayday {

/// When a fault begins: `at` its time, or with one whose beginning it follows. kNever: nobody can
/// tell.
Instant begins_at(const FaultPlan& fault, const Plan& plan);

/// What happens at a time that is known beforehand, in order: clock, kind, what.
TextTable timeline(const Plan& plan);

}  // namespace mayday
