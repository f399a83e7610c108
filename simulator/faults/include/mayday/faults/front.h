#pragma once

#include <cstdint>
#include <optional>

#include "mayday/faults/courier.h"
#include "mayday/faults/passage.h"
#include "mayday/faults/upstream.h"
#include "mayday/faults/vendor.h"
#include "mayday/world/service.h"

namespace mayday {

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
  std::string next_id();
  void arrive(Exchange& x);
  Reply work(Exchange& x);
  Response write(const Exchange& x, const Handled& handled);
  Task<Reply> suffer(Exchange& x, std::vector<Fault*> hits);
  Task<Reply> relay(Exchange& x, std::vector<Fault*> hits);
  std::optional<Response> authenticate(Exchange& x, Passage& passage);
  void leave(const Exchange& x, const Reply& reply);

  FrontDesk desk_;
  Vendor& vendor_;
  Failure failure_;
  Duration pace_;
  Courier courier_;
  std::optional<Upstream> upstream_;
  std::uint64_t unnamed_calls_ = 0;
};

}  // namespace mayday
