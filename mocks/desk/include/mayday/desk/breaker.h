#pragma once

#include <cstdint>
#include <string_view>

#include "mayday/base/time.h"

namespace mayday {

/// When a circuit breaker opens and for how long.
struct BreakerPolicy {
  int failures = 0;  ///< Failures in a row that open it; 0: it never opens.
  Duration open{0};  ///< Then one call may try whether the vendor is back.
};

/// A circuit breaker in front of one vendor, as a plain value.
struct Breaker {
  enum class State : std::uint8_t { closed, half_open, open };
  State state = State::closed;
  int failures = 0;  ///< In a row.
  Instant opened;
};

/// asked: a call would like to go out. succeeded, failed: what came of one that did.
enum class BreakerEvent : std::uint8_t { asked, succeeded, failed };

struct BreakerStep {
  Breaker next;
  bool admitted = true;  ///< For `asked`: the call may go out.
};

/// What the breaker is after an event at `now`.
BreakerStep step(Breaker state, BreakerEvent event, const BreakerPolicy& policy, Instant now);

/// "closed", "half-open", "open".
std::string_view to_text(Breaker::State state);

}  // namespace mayday
