#include "small_drill.h"

#include <algorithm>

#include "estate.h"
#include "mayday/ledger/events.h"
#include "mayday/ledger/ledger.h"
#include "mayday/live/live_world.h"
#include "mayday/reader/scenario.h"
#include "mayday/world/virtual_world.h"
#include "secrets.h"

namespace mayday {
namespace {

const std::string kScenarios = std::string(MAYDAY_SOURCE_DIR) + "/scenarios";

void run_in(auto& world, Ledger& ledger, const Plan& plan, const char* name) {
  events::Open open;
  open.model = "s1";
  open.profile = "enterprise";
  open.world = name;
  open.plan = plan;
  ledger.add(world.now(), open);
  Drill drill({world, ledger, plan, {}, {}});
  Estate estate(world, drill, plan, make_signer(), {}, {});
  std::optional<Responder> team;
  if (!plan.faults.empty())
    team = load_responder(kScenarios + "/responders/" + plan.scenario + ".gold.yaml", nullptr);
  drill.start(estate.handles(), team);
  world.run();
}

}  // namespace

Plan small_plan(const std::string& scenario, Seed seed) {
  LoadOptions options;
  options.seed = seed;
  options.library = kScenarios;
  Plan plan = load_scenario(kScenarios + "/" + scenario + ".yaml", options).plan;
  plan.length = 16min;
  std::erase_if(plan.injects,
                [&](const InjectPlan& inject) { return inject.at.since_start > plan.length; });
  for (JourneyPlan& journey : plan.journeys)
    journey.rate = std::max<std::int64_t>(1, journey.rate / 4);
  return plan;
}

std::vector<Event> run_in_virtual(const Plan& plan, std::string* bytes) {
  VirtualWorld world;
  Ledger ledger([&](std::string_view line) {
    if (bytes != nullptr) *bytes += line;
  });
  run_in(world, ledger, plan, "virtual");
  return {ledger.events().begin(), ledger.events().end()};
}

std::vector<Event> run_live_fast(const Plan& plan, std::int64_t speed) {
  LiveOptions options;
  options.speed = speed;
  LiveWorld world(options);
  Ledger ledger;
  run_in(world, ledger, plan, "live");
  return {ledger.events().begin(), ledger.events().end()};
}

Outcomes outcomes(const std::vector<Event>& events) {
  Outcomes all;
  for (const Event& event : events) {
    if (event.kind == events::Bit::kKind) all.victims.insert(as<events::Bit>(event).victim);
    if (event.kind != events::Journey::kKind) continue;
    auto journey = as<events::Journey>(event);
    ++all.journeys[journey.journey + " " + journey.outcome + " " + journey.path];
    all.by_ordinal[std::to_string(journey.ordinal)] = journey.outcome + " " + journey.path;
  }
  return all;
}

}  // namespace mayday
