#pragma once

#include "mayday/base/plan.h"
#include "text_table.h"

namespace mayday {

/// What happens when something else does, whenever that is: occasion, how much later, what.
TextTable occasions(const Plan& plan);

}  // namespace mayday
