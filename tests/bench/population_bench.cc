#include <benchmark/benchmark.h>

#include "estate.h"
#include "mayday/ledger/ledger.h"
#include "mayday/reader/scenario.h"
#include "mayday/scoring/population.h"
#include "mayday/scoring/score.h"
#include "mayday/world/virtual_world.h"
#include "secrets.h"

namespace mayday {
namespace {

const std::string kScenarios = std::string(MAYDAY_SOURCE_DIR) + "/scenarios";

/// Case one in which nobody does anything.
std::vector<Event> quiet_case_one() {
  LoadOptions options;
  options.library = kScenarios;
  Plan plan = load_scenario(kScenarios + "/hesi-approval-timeout.yaml", options).plan;
  VirtualWorld world;
  Ledger ledger;
  events::Open open;
  open.model = "s1";
  open.profile = "enterprise";
  open.world = "virtual";
  open.plan = plan;
  ledger.add(world.now(), open);
  Drill drill({world, ledger, plan, {}, {}});
  Estate estate(world, drill, plan, make_signer(), {}, {});
  drill.start(estate.handles(), std::nullopt);
  world.run();
  return ledger.take_events();
}

/// Two thousand simulated teams, the quiet drill's measuring with them.
void BM_SimulatedTeams(benchmark::State& state) {
  std::vector<Event> ledger = quiet_case_one();
  Profile profile = find_profile("enterprise");
  constexpr std::int64_t kTeams = 2000;
  for (auto _ : state) benchmark::DoNotOptimize(simulate_teams(ledger, profile, kTeams).quantiles);
  state.counters["teams"] = benchmark::Counter(static_cast<double>(kTeams * state.iterations()),
                                               benchmark::Counter::kIsRate);
}
BENCHMARK(BM_SimulatedTeams)->Unit(benchmark::kMillisecond);

/// A whole stored drill of two hours, from its events.
void BM_ScoreOfCaseOne(benchmark::State& state) {
  std::vector<Event> ledger = quiet_case_one();
  Profile profile = find_profile("enterprise");
  for (auto _ : state) benchmark::DoNotOptimize(score(ledger, profile, "head").score);
}
BENCHMARK(BM_ScoreOfCaseOne)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace mayday

BENCHMARK_MAIN();
