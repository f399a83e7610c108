#include "virtual_drill.h"

#include "estate.h"
#include "live_stage.h"
#include "mayday/base/input_error.h"
#include "mayday/ledger/synced_file.h"
#include "mayday/scoring/score.h"
#include "mayday/world/virtual_world.h"
#include "secrets.h"
#include "verdict.h"

namespace mayday {

VirtualDrill run_virtual(const Plan& plan, const std::string& profile, const StartDrill& start) {
  VirtualDrill done;
  Ledger ledger([&](std::string_view line) { done.text += line; });
  VirtualWorld world;
  events::Open open;
  open.model = kScoringModel;
  open.profile = profile;
  open.world = "virtual";
  open.plan = plan;
  ledger.add(world.now(), open);
  Drill drill({world, ledger, plan, {}, tell_refused});
  Estate estate(world, drill, plan, make_signer(), {}, {});
  start(world, drill, estate.handles());
  world.run();
  done.ledger.events = ledger.take_events();
  done.ledger.head = ledger.head();
  done.ledger.closed = true;
  return done;
}

void write_ledger(const VirtualDrill& drill, const std::string& path) {
  SyncedFile file(path, [](const std::string&) {});
  file.append(drill.text);
  if (!file.sync())
    throw EnvironmentError(path + ": the ledger cannot be written; is the disk full?");
}

}  // namespace mayday
