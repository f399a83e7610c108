#pragma once

#include <string>

#include "mayday/base/plan.h"

namespace mayday {

/// The gate that a drill of this scenario must pass so as not to be worse than an earlier one: at
/// most two points below its score. `path` is an earlier drill's score.json, or a folder that was
/// given to --out. InputError when it is neither, another scenario's, or
/// scored by another profile.
GatePlan baseline_gate(const std::string& path, const std::string& scenario,
                       const std::string& profile);

}  // namespace mayday
