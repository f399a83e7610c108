#include <benchmark/benchmark.h>

#include "estate.h"
#include "mayday/ledger/ledger.h"
#include "mayday/reader/scenario.h"
#include "mayday/world/virtual_world.h"
#include "secrets.h"

namespace mayday {
namespace {

const std::string kScenarios = std::string(MAYDAY_SOURCE_DIR) + "/scenarios";

Plan case_one() {
  LoadOptions options;
  options.library = kScenarios;
  return load_scenario(kScenarios + "/hesi-approval-timeout.yaml", options).plan;
}

/// Calls that the estate has seen, of every member.
std::int64_t calls_so_far(const CallIndex& calls) {
  std::int64_t all = 0;
  for (Member member :
       {Member::hesi, Member::airline, Member::hotel, Member::payment, Member::desk})
    all += calls.totals(member).first;
  return all;
}

/// A quiet estate whose travellers log in as often as they can: each is a call to the desk, through
/// it a call to Hesi with its fault engine, and both are tallied. "calls" counts whole calls,
/// bodies and all.
void BM_LogInCalls(benchmark::State& state) {
  Plan plan = case_one();
  std::erase_if(plan.journeys, [](const JourneyPlan& journey) { return journey.kind != "log-in"; });
  plan.journeys[0].rate = 6000;
  plan.length = 5min;
  plan.rounds.clear();
  plan.faults.clear();
  std::int64_t calls = 0;
  for (auto _ : state) {
    VirtualWorld world;
    Ledger ledger;
    Drill drill({world, ledger, plan, {}, {}});
    Estate estate(world, drill, plan, make_signer(), {}, {});
    drill.start(estate.handles(), std::nullopt);
    world.run();
    calls += calls_so_far(drill.calls());
  }
  state.counters["calls"] =
      benchmark::Counter(static_cast<double>(calls), benchmark::Counter::kIsRate);
}
BENCHMARK(BM_LogInCalls)->Unit(benchmark::kMillisecond);

/// Case one whole, with the scenario's own rates, gold at the desk: two drill hours.
void BM_CaseOne(benchmark::State& state) {
  Plan plan = case_one();
  Responder gold =
      load_responder(kScenarios + "/responders/hesi-approval-timeout.gold.yaml", nullptr);
  std::int64_t calls = 0;
  for (auto _ : state) {
    VirtualWorld world;
    Ledger ledger;
    Drill drill({world, ledger, plan, {}, {}});
    Estate estate(world, drill, plan, make_signer(), {}, {});
    drill.start(estate.handles(), gold);
    world.run();
    calls += calls_so_far(drill.calls());
  }
  state.counters["calls"] =
      benchmark::Counter(static_cast<double>(calls), benchmark::Counter::kIsRate);
}
BENCHMARK(BM_CaseOne)->Unit(benchmark::kMillisecond);

/// The scheduler alone: one task that sleeps again and again among a thousand that sleep longer.
void BM_Sleeps(benchmark::State& state) {
  struct Sleeper {
    static Task<void> sleep(World& world, Duration each, int times) {
      for (int i = 0; i < times; ++i) co_await world.sleep(each);
    }
  };
  std::uint64_t fired = 0;
  for (auto _ : state) {
    VirtualWorld world;
    for (int i = 0; i < 1000; ++i) world.spawn(Sleeper::sleep(world, 1s + i * 1ms, 100));
    world.run();
    fired += world.deadlines_fired();
  }
  state.counters["deadlines"] =
      benchmark::Counter(static_cast<double>(fired), benchmark::Counter::kIsRate);
}
BENCHMARK(BM_Sleeps)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace mayday

BENCHMARK_MAIN();
