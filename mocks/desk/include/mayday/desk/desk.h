#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "mayday/base/json.h"
#include "mayday/base/plan.h"
#include "mayday/faults/inner_points.h"
#include "mayday/faults/operations.h"
#include "mayday/faults/origins.h"
#include "mayday/faults/vendor.h"
#include "mayday/world/service.h"
#include "mayday/world/world.h"

namespace mayday {

/// What comes of a reconciliation between the desk's records and the vendors'.
struct DeskReconciliation {
  std::int64_t compared = 0;
  std::int64_t differences = 0;
  std::int64_t repaired = 0;
  std::vector<std::string> open;  ///< Order numbers still different.
};

/// What comes of fetching the messages that Hesi could not deliver.
struct DeskReplay {
  bool complete = true;     ///< False: Hesi did not tell of all types.
  std::int64_t failed = 0;  ///< Messages that Hesi has listed.
  std::int64_t taken = 0;   ///< Those among them that the desk understands.
};

/// What the desk tells the drill, apart from its answers. All are called on the estate's thread.
struct DeskHooks {
  /// A setting took effect, a breaker changed: the members of events::Gauge.
  std::function<void(std::string gauge, std::string subject, std::string value)> gauge;
  /// A call went wrong: its line of the access log, as JSON.
  std::function<void(json::object line)> failing;
  /// Asked first about every request to `/admin`: an answer, or nothing when the desk may answer by
  /// itself. Who may look and what may change is the drill's to say, so that `/admin` and the
  /// team's door are one way in and every change stands in the ledger. Empty: the desk asks nobody.
  std::function<Task<std::optional<Reply>>(Request request)> admin;
};

/// The company's travel desk: the patient of every drill. It serves travellers over HTTP, calls the
/// vendors through the world, keeps its own orders, and can be set right or wrong.
class Desk final : public Service {
 public:
  /// `world`, `origins` and what `points` and `hooks` refer to outlive the desk.
  Desk(World& world, Origins& origins, const Plan& plan, InnerPoints points, DeskHooks hooks);
  ~Desk() override;

  /// What it serves, for faults that select by operation.
  static const Operations& operations();
  /// Its own way to say that something failed.
  static Response failure(const Exchange& x, int status);

  Task<Reply> serve(Request request) override;
  Response turn_away(int status) override;

  /// Writes down a call that was answered in front of the desk, or in its place: its gateway's.
  void note_intercepted(const Exchange& x, const Reply& reply);

  /// The settings as they are in effect now: name -> text ("on", "v1", "10s").
  json::object settings() const;
  /// Checks a change of settings; the message says what is wrong and what would be right, "" if
  /// nothing.
  std::string check_change(const json::object& changes) const;
  /// Starts a change that `check_change` approved. Most take effect at once, `auth` after its
  /// roll-out; each is told through `hooks.gauge` ("setting", name, value) when it has.
  void change(const json::object& changes);

  /// Forgets cached vendor tokens.
  void clear_token_cache();

  /// Compares the orders with the vendors' and repairs what can be repaired by asking them.
  Task<DeskReconciliation> reconcile();

  /// Has Hesi tell again what it could not deliver.
  Task<DeskReplay> replay_messages();

  /// When the oldest claim still waiting for approval was handed in; kNever when none is.
  Instant oldest_unfinished() const;

  /// The desk's own records, as its users have been told.
  std::vector<BookEntry> books() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace mayday
