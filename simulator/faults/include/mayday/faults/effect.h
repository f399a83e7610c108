#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "mayday/base/effects.h"
#include "mayday/faults/exchange.h"
#include "mayday/world/http.h"
#include "mayday/world/task.h"
#include "mayday/world/world.h"

namespace mayday {

class Fault;
class Push;
class Vendor;

/// How a member says that something failed, in its own form.
using Failure = std::function<Response(const Exchange& x, int status)>;

/// A call that a fault hits, as the fault's effect sees it.
struct Scene {
  World& world;
  Exchange& x;
  Fault& fault;
  std::uint64_t drawn;  ///< The effect's own draw for this call.
  const Failure& failure;
  Reply* reply;  ///< The answer, from `after_commit` on; else nullptr.
  /// Notes that the call has been altered. Said before anything else that it waits for.
  const std::function<void()>& bite;
};

/// What becomes of a message that a vendor is about to send.
struct Fate {
  bool sent = true;         ///< false: lost, and its sender does not know.
  std::int64_t copies = 0;  ///< Sent so many times more …
  Duration between{0};      ///< … with this pause before each.
};

/// A message that a fault hits.
struct Delivering {
  World& world;
  Exchange& x;  ///< Its request is the message.
  Fault& fault;
  std::uint64_t drawn;
  Push& push;
  const Vendor& sender;
  Gate* overtaken;  ///< Opens when the next message to the same receiver has been sent.
  const std::function<void()>& bite;
};

/// What one fault does. One for each fault, for as long as that lives, so that it may remember.
class Effect {
 public:
  virtual ~Effect() = default;

  /// Acts on a call at the fault's stage. A reply ends the call there; nothing: it goes on.
  virtual Task<std::optional<Reply>> act(Scene& scene);

  /// Acts on a message.
  virtual Task<Fate> deliver(Delivering& message);

  /// Before the caller is authenticated: says what is accepted. True for effects that do.
  virtual bool restrict_callers(Exchange& x, const Fault& fault);

  /// Whether it wants to see the answers to all calls that its fault selects, hit or not.
  virtual bool observes() const { return false; }
  virtual void observe(const Exchange& x, const Reply& reply, Instant now);

 protected:
  /// For effects that need no time.
  virtual std::optional<Reply> act_at_once(Scene& scene);
};

std::unique_ptr<Effect> make_effect(const EffectPlan& plan);

}  // namespace mayday
