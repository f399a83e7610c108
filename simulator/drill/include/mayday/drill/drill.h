#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "mayday/base/plan.h"
#include "mayday/base/responder.h"
#include "mayday/drill/books.h"
#include "mayday/drill/desk_admin.h"
#include "mayday/drill/monitor.h"
#include "mayday/drill/responder_runner.h"
#include "mayday/drill/sight.h"
#include "mayday/drill/team.h"
#include "mayday/drill/travellers.h"
#include "mayday/faults/call_index.h"
#include "mayday/faults/conformance.h"
#include "mayday/faults/engine.h"
#include "mayday/faults/origins.h"
#include "mayday/ledger/ledger.h"
#include "mayday/world/world.h"

namespace mayday {

/// Directs one drill in one world: arms the faults, sends the travellers, watches, hands out
/// injects, lets the team act, and writes everything into the ledger. Cause, load and judge meet
/// only there.
class Drill {
 public:
  struct Parts {
    World& world;
    Ledger& ledger;
    const Plan& plan;
    Durable durable;  ///< Empty: everything is safe at once.
    /// Is told what of a scripted responder's doings was refused, and why; may be empty.
    std::function<void(std::string)> refused;
  };
  /// All references outlive the drill. The caller has put `open` into the ledger.
  explicit Drill(Parts parts);
  ~Drill();

  // What the estate is built on; there before the members are.
  FaultEngine& engine() { return *engine_; }
  Origins& origins() { return origins_; }
  CallIndex& calls() { return calls_; }
  Conformance& conformance() { return conformance_; }

  /// The desk tells: a setting took effect, a breaker changed.
  void gauge(const std::string& gauge, const std::string& subject, const std::string& value);
  /// A line of the desk's access log: a call of the desk's went wrong.
  void failing(const json::object& line) { sight_.see_failing(parts_.world.now(), line); }

  /// The estate as the director needs it, once it stands.
  struct Estate {
    DeskAdmin* desk = nullptr;  ///< Null with a desk that is not ours.
    std::function<std::vector<VendorEntry>()> vendor_books;
  };
  /// Starts everything. With a `responder`, it plays the team.
  void start(Estate estate, std::optional<Responder> responder);

  /// Ends every fault at once, and none begins any more until `release`. Both are idempotent.
  void emergency_stop();
  void release() { engine_->release(); }

  /// A further fault, from now on; the ledger tells of it.
  void add_fault(FaultPlan fault);

  /// Closes the drill now: faults end, the books are compared, the ledger gets its last line, and
  /// the world stops. Called by itself at the plan's length, after those under way have drained.
  void close(const std::string& why);
  bool closed() const { return closed_; }

  const Sight& sight() const { return sight_; }
  Team& team() { return *team_; }

 private:
  Task<void> run_to_length();
  Task<void> count_calls();
  Task<void> watch();
  Task<void> inject(const InjectPlan& inject);
  void turned_away(Member at, const std::string& id, CallError how);
  void abort_if_unsafe();
  void tell_conduct();
  void tell_tally();
  void tell_unfinished();
  void tell_failing(const std::string& id, const CallRecord& call, std::string_view outcome);
  void ended(const events::Journey& journey);

  Parts parts_;
  Estate estate_;
  Origins origins_;
  CallIndex calls_;
  Conformance conformance_;
  Sight sight_;
  std::unique_ptr<FaultEngine> engine_;
  std::unique_ptr<Travellers> travellers_;
  std::unique_ptr<Monitor> monitor_;
  std::unique_ptr<Team> team_;
  std::unique_ptr<ResponderRunner> responder_;
  std::map<std::string, Instant> unfinished_;
  std::map<std::string, std::int64_t> failing_told_;
  bool closed_ = false;
};

}  // namespace mayday
