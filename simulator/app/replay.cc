#include "replay.h"

#include "live_stage.h"
#include "mayday/base/input_error.h"
#include "mayday/drill/recorded_team.h"
#include "mayday/ledger/events.h"

namespace mayday {
namespace {

std::vector<RecordedAction> actions_in(const std::vector<Event>& events) {
  std::vector<RecordedAction> actions;
  for (const Event& event : events) {
    if (event.kind != events::Action::kKind) continue;
    events::Action done = as<events::Action>(event);
    bool asks_for_hint = done.action == "hint" && done.side == "team";  // the ledger has the answer
    Action action(done.actor, done.side, done.action, asks_for_hint ? json::object() : done.body);
    action.sent = done.sent;
    action.key = done.key;
    actions.push_back({event.t, std::move(action)});
  }
  return actions;
}

/// A facilitator's hand, or a real system, cannot be repeated from the ledger.
void see_that_it_repeats(const StoredLedger& ledger, const Plan& plan) {
  if (!plan.estate.desk.url.empty() || !plan.estate.upstreams.empty())
    throw InputError("--replay: this drill had a real system in it; only --what-if alone can tell");
  for (const Event& event : ledger.events) {
    bool by_hand = event.kind == events::Added::kKind;
    if (event.kind == events::Ended::kKind) {
      std::string by = as<events::Ended>(event).by;
      by_hand = by == "heal" || by == "replaced" || by == "stop";
    }
    if (by_hand)
      throw InputError("--replay: a facilitator changed this drill's faults by hand at " +
                       to_clock(event.t) + "; only --what-if alone can tell");
  }
}

}  // namespace

VirtualDrill replay(const StoredLedger& ledger, const std::vector<Event>& acted) {
  events::Open open = as<events::Open>(ledger.events.front());
  see_that_it_repeats(ledger, open.plan);
  return run_virtual(open.plan, open.profile,
                     [&](World& world, Drill& drill, const Drill::Estate& estate) {
                       drill.start(estate, std::nullopt);
                       world.spawn(do_again(world, drill.team(), actions_in(acted), tell_refused));
                     });
}

}  // namespace mayday
