#include <benchmark/benchmark.h>

#include "mayday/faults/engine.h"
#include "mayday/world/virtual_world.h"

/// What asking the fault engine costs a call.
namespace mayday {
namespace {

/// Faults that are active now, the last of which is about the operation that is called.
class Active {
 public:
  explicit Active(std::int64_t count) : engine_(world_, plan_, silence()) {
    engine_.start();
    for (std::int64_t i = 0; i < count; ++i) engine_.add(fault(i, i + 1 == count));
    world_.spawn([](World& world) -> Task<void> {
      co_await world.sleep(1s);
      world.stop();
    }(world_));
    world_.run();
  }
  FaultEngine& engine() { return engine_; }

 private:
  static FaultNews silence() {
    return {[](const Fault&) {}, [](const Fault&, const Exchange&, bool) {}, [](const Fault&) {}};
  }
  static FaultPlan fault(std::int64_t number, bool matches) {
    FaultPlan plan;
    plan.id = "fault-" + std::to_string(number);
    plan.at = Instant{};
    plan.at_most = 1h;
    plan.vendor = Member::hesi;
    plan.operations = {matches ? "createFlow" : "operation" + std::to_string(number)};
    plan.effect = effects::Delay{{Spread::fixed, 1s, {}}};
    return plan;
  }

  VirtualWorld world_;
  Plan plan_;
  FaultEngine engine_;
};

Exchange call() {
  Exchange x(Member::hesi, Request("POST", "/api/openapi/v2.2/flow/data", "{}"), Instant{}, 0);
  x.operation = "createFlow";
  x.person = "Kq7DrillCorp00:u1";
  x.origin.key = "submit-expense/7/createFlow/1";
  return x;
}

/// Matching one call, with so many active faults of which one is about it.
void BM_Match(benchmark::State& state) {
  Active active(state.range(0));
  Exchange x = call();
  for (auto _ : state) {
    x.key.clear();
    benchmark::DoNotOptimize(active.engine().match(x));
  }
}
BENCHMARK(BM_Match)->Arg(1)->Arg(10'000);

/// Asking when nothing is active.
void BM_MatchIdle(benchmark::State& state) {
  VirtualWorld world;
  Plan plan;
  FaultEngine engine(world, plan, {});
  Exchange x = call();
  for (auto _ : state) benchmark::DoNotOptimize(engine.match(x));
}
BENCHMARK(BM_MatchIdle);

}  // namespace
}  // namespace mayday

BENCHMARK_MAIN();
