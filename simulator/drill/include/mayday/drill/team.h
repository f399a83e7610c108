#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "mayday/base/action.h"
#include "mayday/base/plan.h"
#include "mayday/drill/desk_admin.h"
#include "mayday/drill/sight.h"
#include "mayday/drill/travellers.h"
#include "mayday/drill/vendor_desk.h"
#include "mayday/faults/call_index.h"
#include "mayday/faults/engine.h"
#include "mayday/ledger/ledger.h"
#include "mayday/world/world.h"

namespace mayday {

/// Waits until everything in the ledger so far is safe. In the virtual world it is at once.
using Durable = std::function<Task<void>()>;

/// What a team does: takes its actions, stores each before it answers, and lets it have its effect.
class Team {
 public:
  struct Parts {
    World& world;
    const Plan& plan;
    Ledger& ledger;
    FaultEngine& engine;
    const CallIndex& calls;
    Travellers& travellers;
    DeskAdmin* desk;  ///< Null with a desk that is not ours.
    Durable durable;
  };
  explicit Team(Parts parts);

  /// Starts the vendors' desks.
  void start();

  /// Takes an action: checked, stored, then done. The same key with the same content is answered as
  /// before and does nothing; with another content it is refused (409).
  Task<ActionAnswer> act(Action action);

  /// No more actions: the drill has closed.
  void close() { closed_ = true; }

 private:
  struct Done {
    std::string content;
    ActionAnswer answer;
  };

  ActionAnswer check(const Action& action) const;
  ActionAnswer store(const Action& action);
  ActionAnswer refuse_hint() const;
  void give_hint(json::object& body, ActionAnswer& answer);
  std::vector<events::Finding> look_up(const Action& action) const;
  void take_effect(const Action& action, const ActionAnswer& answer,
                   const std::vector<events::Finding>& findings);
  void touch_desk(const json::object& body);
  Task<void> reconcile();
  Task<void> replay_messages();
  Task<void> run_regression();
  Task<void> probe_one(const JourneyPlan& journey, Client client, std::uint64_t nth,
                       std::shared_ptr<std::vector<events::RegressionRow>> rows, std::size_t slot,
                       std::shared_ptr<Gate> done, std::shared_ptr<std::size_t> left);

  Parts parts_;
  std::vector<std::unique_ptr<VendorDesk>> vendor_desks_;
  std::map<std::string, Done> by_key_;
  int incidents_ = 0;
  int tickets_ = 0;
  std::size_t hints_given_ = 0;
  std::uint64_t probes_ = 0;
  bool closed_ = false;
};

}  // namespace mayday
