#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "mayday/base/plan.h"
#include "mayday/faults/engine.h"
#include "mayday/faults/front.h"
#include "mayday/faults/vendor.h"
#include "mayday/world/virtual_world.h"

namespace mayday {

/// A vendor of two operations: POST /pay/{person} takes a payment, GET /paid counts them. A token
/// "old" or "new" goes in the query; one was issued before minute 1, the other just now. So does
/// the caller's number of an `order` that a payment begins.
class Till final : public Vendor {
 public:
  Member member() const override { return Member::payment; }
  void identify(Exchange& x) const override;
  std::optional<Response> authenticate(Exchange& x, Instant now) override;
  Handled handle(Exchange& x, Instant now) override;
  Response failure(const Exchange& x, int status) const override;
  Instant next_due() const override { return due; }
  void sign(Push& push) const override;
  std::vector<Push> advance(Instant now) override;
  std::vector<BookEntry> books() const override { return {}; }

  int paid = 0;
  int told = 0;            ///< The second part of paying.
  std::string count_text;  ///< Says this instead of the count.
  Instant due = kNever;
  std::vector<Push> pushes;
};

/// A world with the till in it and one fault to be set; notes what callers see and when.
class FaultDrill {
 public:
  explicit FaultDrill(FaultPlan fault) : FaultDrill(std::vector<FaultPlan>{std::move(fault)}) {}
  explicit FaultDrill(std::vector<FaultPlan> faults);

  /// Calls at `at` and notes "1m5s 200 paid" or "1m5s timed_out".
  void call_at(Instant at, std::string target, Duration patience = 10min, std::string id = {});
  /// Something happens at `at`.
  void at(Instant when, std::function<void()> what);
  void run();

  Plan plan;
  VirtualWorld world;
  Till till;
  Origins origins;
  CallIndex calls;
  FaultEngine engine;
  Front front;
  std::vector<std::string> seen;
  std::vector<CallResult> results;  ///< As `seen`, whole.
  std::vector<std::string> news;
  std::vector<std::string> bitten_operations;

 private:
  Task<void> call(Instant at, std::string target, Duration patience, std::string id);
};

/// A fault on the till's payments, from minute 1 to 11.
FaultPlan on_payments(EffectPlan effect, Stage stage = Stage::before_commit);

}  // namespace mayday
