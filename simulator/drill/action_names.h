#pragma once

#include <string>

#include "mayday/base/action.h"
#include "mayday/base/plan.h"

namespace mayday {

/// What is wrong with the names in an action's body; empty when nothing is. What a team misspells
/// it must hear at once, for the score will look for the right name.
std::string check_names(const Action& action, const Plan& plan);

}  // namespace mayday
