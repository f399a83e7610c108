#pragma once

#include <chrono>
#include <optional>

#include "change_input.h"
#include "order.h"

namespace mayday::hotel {

/// A booking as a change would leave it, or why it may not be.
struct Changed {
  Booking booking;
  std::optional<Problem> refused;
};

/// Applies `change` to a booking of `order`. `offer` is another offer that the change names, or
/// null; `wall` is the time of day in UTC. A stay on other dates is priced anew, at the same rate.
Changed apply(const ChangeInput& change, const Order& order, const Booking& booking,
              const Offer* offer, std::chrono::sys_time<Duration> wall);

/// Another offer or other dates: the supplier then books anew.
bool is_moved(const Booking& before, const Booking& after);

}  // namespace mayday::hotel
