#include "mayday/drill/recorded_team.h"

#include <utility>

namespace mayday {

Task<void> do_again(World& world, Team& team, std::vector<RecordedAction> actions,
                    std::function<void(std::string)> refused) {
  for (RecordedAction& recorded : actions) {
    if (recorded.at > world.now()) co_await world.sleep(recorded.at - world.now());
    std::string kind = recorded.action.kind;
    ActionAnswer answer = co_await team.act(std::move(recorded.action));
    if (answer.status != 202) refused(to_clock(world.now()) + " " + kind + ": " + answer.message);
  }
}

}  // namespace mayday
