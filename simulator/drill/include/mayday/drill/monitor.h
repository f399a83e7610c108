#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "mayday/base/indicator.h"
#include "mayday/base/plan.h"
#include "mayday/faults/call_index.h"
#include "mayday/ledger/events.h"
#include "mayday/ledger/ledger.h"

namespace mayday {

/// The company's own monitoring: turns how journeys fare and how vendors answer into alerts, by the
/// plan's rules. It knows nothing of faults.
class Monitor {
 public:
  /// How often the rules are evaluated.
  static constexpr Duration kEvery = 15s;

  /// All references outlive the monitor.
  Monitor(Ledger& ledger, CallIndex& calls, const Plan& plan);

  /// Takes in a journey as the ledger tells it.
  void see(Instant now, const events::Journey& journey);

  /// Evaluates every rule; called each `kEvery`.
  void evaluate(Instant now);

  /// Whether journeys fare so badly that the drill is to be called off.
  bool is_below(const AbortPlan& abort, Instant now) const;

  /// Hears the name of each alert when it fires. May be empty.
  std::function<void(const std::string& alert)> on_firing;

 private:
  struct Watch {
    const AlertRule* rule = nullptr;
    bool pending = false;
    bool firing = false;
    Instant began;
  };
  struct VendorSample {
    Instant at;
    std::int64_t calls = 0;
    std::int64_t failed = 0;
  };

  bool is_bad(const AlertRule& rule, Instant now) const;
  bool journeys_bad(const AlertRule& rule, Instant now) const;
  bool vendor_bad(const AlertRule& rule) const;
  void tell(const Watch& watch, Instant now, const char* state);

  Ledger& ledger_;
  const CallIndex& calls_;
  std::vector<Watch> watches_;
  std::map<std::string, Indicator> journeys_;
  std::map<std::string, std::deque<VendorSample>> vendors_;
};

}  // namespace mayday
