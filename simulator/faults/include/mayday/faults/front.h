#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "mayday/faults/call_index.h"
#include "mayday/faults/courier.h"
#include "mayday/faults/engine.h"
#include "mayday/faults/origins.h"
#include "mayday/faults/upstream.h"
#include "mayday/faults/vendor.h"
#include "mayday/world/service.h"
#include "mayday/world/world.h"

namespace mayday {

/// What an estate's fronts share.
struct FrontDesk {
  World& world;
  FaultEngine& engine;
  Origins& origins;
  CallIndex& calls;
  std::int64_t starts;  ///< Seconds since 1970 at drill time zero.
};

/// Puts a vendor on the network: takes each call through its stages, lets the faults that hit it
/// act there, and keeps the books of what came of it.
///
///   connect tls read-request | auth | state-read | handle | before-commit | commit | after-commit
///   respond-head stream-body
class Front final : public Service {
 public:
  /// `pace` is how long the vendor works on a call that nothing disturbs. All references outlive
  /// it.
  Front(FrontDesk desk, Vendor& vendor, Duration pace);

  Task<Reply> serve(Request request) override;

  /// From now on calls are passed on, with the faults that hit them, instead of being answered
  /// here.
  void pass_on_to(Upstream upstream) { upstream_ = std::move(upstream); }

  Response turn_away(int status) override;

  /// Delivers what the vendor sends of its own accord.
  Courier& courier() { return courier_; }

 private:
  using Hits = std::vector<Fault*>;

  std::string next_id();
  void arrive(Exchange& x);
  Reply work(Exchange& x);
  Task<Reply> suffer(Exchange& x, Hits hits);
  Task<Reply> relay(Exchange& x, Hits hits);
  Task<std::optional<Reply>> pass_all(Exchange& x, const Hits& hits, std::span<const Stage> stages);
  Task<std::optional<Reply>> pass(Exchange& x, const Hits& hits, Stage stage);
  Task<std::optional<Reply>> act(Exchange& x, Fault& fault);
  std::optional<Response> authenticate(Exchange& x, const Hits& hits);
  void leave(const Exchange& x, const Reply& reply);

  FrontDesk desk_;
  Vendor& vendor_;
  Duration pace_;
  Courier courier_;
  std::optional<Upstream> upstream_;
  std::uint64_t unnamed_calls_ = 0;
};

}  // namespace mayday
