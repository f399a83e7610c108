#pragma once

#include "mayday/base/plan.h"
#include "text_table.h"

namespace mayday {

/// Whom the seed hits: fault, how many, who. It does not depend on when a fault begins.
TextTable people_hit(const Plan& plan);

}  // namespace mayday
