#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
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

/// Something that faults may wait for.
struct Occasion {
  enum class Kind : std::uint8_t { fault, action, setting, alert, cue };
  Kind kind;
  std::string name;   ///< Of the fault, action, setting, alert; for a cue the waiting fault's id.
  std::string value;  ///< fault: armed, bitten or ended; setting: its value.
};

/// The faults of one estate: arms them on time or on occasion, decides whom they hit, heals them.
/// Lives on the estate's thread.
class FaultEngine {
 public:
  /// `world` and `plan` outlive the engine.
  FaultEngine(World& world, const Plan& plan, FaultNews news);

  /// Starts the timeline.
  void start();

  /// The active faults that hit this call, in the order in which they act: higher priorities first,
  /// then the plan's order. Gives the call its key.
  std::vector<Fault*> match(Exchange& x);
  /// Nothing can hit any call just now.
  bool idle() const { return active_ == 0; }

  /// Shows the answer to faults that remember answers.
  void observe(const Exchange& x, const Reply& reply);
  bool observes() const { return !observers_.empty(); }

  /// Notes that `fault` altered `x`, and which journeys that concerns.
  void bite(Fault& fault, const Exchange& x);

  /// A call to `at` did not get in: the fault at that door has bitten whoever called.
  void turned_away(Member at, Exchange x, CallError how);

  /// After calls that it judged: ends a fault that has let enough pass.
  void count_passes(Fault& fault);

  /// Faults that altered an exchange of this journey so far, each once, in the order of first
  /// bites.
  std::vector<std::string> bites_of(std::int64_t journey) const;
  /// For a journey that has ended: its bites are not wanted any more.
  void forget(std::int64_t journey) { bites_.erase(journey); }

  /// The vendor has fixed what this fault stands for.
  void fix(const std::string& fault);
  /// Something happened at the desk, in the monitor, or by the facilitator's hand: ends the faults
  /// that it ends, starts those that wait for it, worsens those that it worsens. False: no fault
  /// was waiting for it.
  bool happened(const Occasion& what);

  /// A further fault, from now on; one of the same id that has not ended ends first ("replaced").
  /// Calls under way go on with the faults that they began with.
  void add(FaultPlan plan);
  /// Ends a fault at once. False: there is none of this id that is active or still to come.
  bool heal(const std::string& fault, const std::string& by);
  /// Ends every fault at once, for good; those not yet armed never will be. Idempotent.
  void end_all(const std::string& by);
  /// Whether all has been ended, so that no fault begins any more, and the end of that.
  bool stopped() const { return stopped_; }
  void release() { stopped_ = false; }

  const std::vector<std::unique_ptr<Fault>>& faults() const { return faults_; }

 private:
  /// The active faults of one member: those for any operation, and by operation.
  struct Watch {
    std::vector<Fault*> any;
    std::unordered_map<std::string_view, std::vector<Fault*>> by_operation;
    std::vector<Fault*> doors;
  };

  void enrol(Fault& fault);
  Task<void> arm_at(Fault& fault, Instant at);
  Task<void> live_through(Fault& fault, Gate& healed);
  Task<void> relapse(Fault& fault);
  void arm(Fault& fault);
  void end(Fault& fault, const std::string& by);
  void retire(Fault& fault);
  void watch(Fault& fault);
  void unwatch(Fault& fault);
  void set_door(Member at);
  bool mended(const std::string& setting, const std::vector<std::string>& values) const;
  bool is_over_after(const Fault& fault, const std::string& by) const;
  bool ends(const Occasion& what, Fault& fault);
  bool starts(const Occasion& what, Fault& fault);
  bool worsens(const Occasion& what, Fault& fault);
  void name_call(Exchange& x);
  Fault* find(const std::string& id);
  const std::string& department_of(const Exchange& x) const;

  World& world_;
  const Plan& plan_;
  FaultNews news_;
  std::vector<std::unique_ptr<Fault>> faults_;
  std::array<Watch, kMembers> watches_;
  std::vector<Fault*> observers_;
  std::vector<Fault*> waiting_;  ///< For fewer others to be active.
  int active_ = 0;
  bool stopped_ = false;
  std::map<std::string, std::string> settings_;               ///< Desk settings that have changed.
  std::unordered_map<std::string, std::string> departments_;  // of people; looked up, never walked
  std::map<std::int64_t, std::vector<std::string>> bites_;
  std::map<std::string, std::int64_t, std::less<>> outside_calls_;
};

}  // namespace mayday
