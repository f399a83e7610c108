#include "mayday/desk/breaker.h"

#include "mayday/base/check.h"

namespace mayday {
namespace {

BreakerStep ask(Breaker breaker, const BreakerPolicy& policy, Instant now) {
  if (breaker.state == Breaker::State::closed) return {breaker, true};
  if (now < breaker.opened + policy.open) return {breaker, false};
  // One call goes out to try. Counting its wait as a new opening lets another try, should its
  // answer never come.
  breaker.state = Breaker::State::half_open;
  breaker.opened = now;
  return {breaker, true};
}

Breaker fail(Breaker breaker, const BreakerPolicy& policy, Instant now) {
  ++breaker.failures;
  bool tried = breaker.state == Breaker::State::half_open;
  bool enough = breaker.state == Breaker::State::closed && breaker.failures >= policy.failures;
  if (!tried && !enough) return breaker;
  breaker.state = Breaker::State::open;
  breaker.opened = now;
  return breaker;
}

}  // namespace

BreakerStep step(Breaker state, BreakerEvent event, const BreakerPolicy& policy, Instant now) {
  if (policy.failures <= 0) return {Breaker{}, true};
  switch (event) {
    case BreakerEvent::asked:
      return ask(state, policy, now);
    case BreakerEvent::succeeded:
      // A late success of a call from before the opening proves little; only the trial call closes.
      if (state.state == Breaker::State::open) return {state, true};
      return {Breaker{}, true};
    case BreakerEvent::failed:
      return {fail(state, policy, now), true};
  }
  broken("unhandled BreakerEvent");
}

std::string_view to_text(Breaker::State state) {
  switch (state) {
    case Breaker::State::closed:
      return "closed";
    case Breaker::State::half_open:
      return "half-open";
    case Breaker::State::open:
      return "open";
  }
  broken("unhandled Breaker::State");
}

}  // namespace mayday
