#pragma once

#include <string>

#include "mayday/base/plan.h"

namespace mayday {

/// The plan as a page for people: what the drill is for, what happens when, what waits for what,
/// and whom it hits.
std::string plan_page(const Plan& plan);

}  // namespace mayday
