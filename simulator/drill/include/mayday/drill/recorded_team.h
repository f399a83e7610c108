#pragma once

#include <functional>
#include <string>
#include <vector>

#include "mayday/drill/team.h"
#include "mayday/world/world.h"

namespace mayday {

/// What somebody did in a drill that is over, and when.
struct RecordedAction {
  Instant at;
  Action action;
};

/// Does the same again, each at its own time; the actions are in order of time. What is refused now
/// is told to `refused`.
Task<void> do_again(World& world, Team& team, std::vector<RecordedAction> actions,
                    std::function<void(std::string)> refused);

}  // namespace mayday
