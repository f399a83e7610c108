#include "virtual_drill.h"

#include "estate.h"
#include "live_stage.h"
#include "mayday/world/virtual_world.h"
#include "secrets.h"

namespace mayday {

VirtualDrill run_virtual_drill(const Plan& plan, std::optional<Responder> responder,
                               const std::string& profile) {
  VirtualDrill result;
  Ledger ledger([&](std::string_view line) { result.text += line; });
  VirtualWorld world;
  events::Open open;
  open.model = "s1";
  open.profile = profile;
  open.world = "virtual";
  open.plan = plan;
  ledger.add(world.now(), open);
  Drill drill({world, ledger, plan, {}, tell_refused});
  Estate estate(world, drill, plan, make_signer(), {}, {});
  drill.start(estate.handles(), std::move(responder));
  world.run();
  result.ledger.events = ledger.take_events();
  result.ledger.head = ledger.head();
  result.ledger.closed = true;
  return result;
}

}  // namespace mayday
