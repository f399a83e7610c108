#pragma once

#include <functional>

#include "mayday/faults/vendor.h"
#include "mayday/world/world.h"

namespace mayday {

/// The real vendor behind a member's door: requests that reach it go on to another address, and its
/// answers come back as they are. Methods, targets, bodies and all fields but those of one hop pass
/// unchanged and in order (RFC 9110, section 7.6.1); `host` names the upstream.
class Upstream {
 public:
  /// Hears of every exchange that was passed on. May be empty.
  using Record =
      std::function<void(const Exchange& x, const Request& sent, const CallResult& result)>;

  /// `world` outlives it. `to` is outside the estate.
  Upstream(World& world, Peer to, Record record);

  /// Passes the call on. An upstream that gives no answer is the vendor's own 502, or 504 when it
  /// took longer than any of the vendors' clients wait.
  Task<Response> forward(Exchange& x, const Vendor& vendor);

 private:
  World* world_;
  Peer to_;
  Record record_;
};

}  // namespace mayday
