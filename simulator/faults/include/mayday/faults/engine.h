#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "mayday/base/plan.h"
#include "mayday/faults/exchange.h"
#include "mayday/faults/fault.h"
#include "mayday/world/world.h"

namespace mayday {

/// What the engine says of itself, for the ledger.
struct FaultNews {
  std::function<void(const Fault&)> armed;
  /// A fault altered this exchange; `first` is true once for each victim.
  std::function<void(const Fault&, const Exchange&, bool first)> bit;
  std::function<void(const Fault&)> ended;
};

/// The faults of one estate: arms them on time, decides whom they hit, heals them. Lives on the
/// estate's thread.
class FaultEngine {
 public:
  /// `world` and `plan` outlive the engine.
  FaultEngine(World& world, const Plan& plan, FaultNews news);

  /// Starts the timeline: every fault is armed at its time and ends at its `at_most` at the latest.
  void start();

  /// The active faults that hit this call, in the plan's order.
  std::vector<Fault*> match(const Exchange& x);

  /// Notes that `fault` altered `x`, and which journeys that concerns.
  void bite(Fault& fault, Exchange& x);

  /// Faults that altered an exchange of this journey so far, each once, in the order of first
  /// bites.
  std::vector<std::string> bites_of(std::int64_t journey) const;
  /// For a journey that has ended: its bites are not wanted any more.
  void forget(std::int64_t journey) { bites_.erase(journey); }

  /// The vendor has fixed what this fault stands for.
  void fix(const std::string& fault);
  /// A desk setting took effect; ends the faults that wait for it.
  void setting(const std::string& name, const std::string& value);
  /// A desk action was done; starts the graces that wait for it.
  void action(const std::string& name);
  /// Ends every fault at once, for good; those not yet armed never will be. Idempotent.
  void end_all(const std::string& by);

  const std::vector<std::unique_ptr<Fault>>& faults() const { return faults_; }

 private:
  Task<void> live_through(Fault& fault);
  void end(Fault& fault, const std::string& by);
  std::string key_of(const Exchange& x);

  World& world_;
  const Plan& plan_;
  FaultNews news_;
  std::vector<std::unique_ptr<Fault>> faults_;
  int active_ = 0;
  std::map<std::int64_t, std::vector<std::string>> bites_;
  std::map<std::string, std::int64_t, std::less<>> outside_calls_;
};

}  // namespace mayday
