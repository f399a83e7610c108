#pragma once

#include <string>
#include <utility>
#include <vector>

#include "fields.h"
#include "mayday/base/plan.h"

namespace mayday::reader {

/// Reads what a drill is for and who it needs: `objectives`, `roles`, `canary` and `expect`. `plan`
/// has its journeys and its vocabulary; `responders` are those that the scenario names.
BriefPlan read_brief(const Fields& fields, const Plan& plan,
                     const std::vector<std::pair<std::string, std::string>>& responders);

/// Reads `hints`, in the order in which a team gets them.
std::vector<HintPlan> read_hints(const Node& list);

}  // namespace mayday::reader
