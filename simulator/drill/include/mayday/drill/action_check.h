#pragma once

#include <string>

#include "mayday/base/action.h"
#include "mayday/base/plan.h"

namespace mayday {

/// What is wrong with an action's kind or body, in one sentence that says what would be right; "" when
/// it can be taken. Bodies are closed: an unknown member is refused, so that a misspelt one is not lost.
std::string check_action(const Action& action, const Plan& plan);

}  // namespace mayday
