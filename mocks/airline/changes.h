#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "door.h"
#include "order.h"
#include "webhooks.h"

namespace mayday::airline {

/// Changes that the airline makes to when flights go. Until a client accepts one, its order shows
/// the old times, and an unpaid order cannot be paid.
class Changes {
 public:
  Changes(Door& door, Webhooks& webhooks) : door_(door), webhooks_(webhooks) {}

  Handled list(const Exchange& x, Instant now);
  Handled accept(const Exchange& x, Instant now);

  /// The airline moves all flights of an order by `minutes`, back when negative. False when the
  /// order is cancelled.
  bool start(Order& order, int minutes, Instant now);

 private:
  struct Place {
    Order* order;
    std::size_t index;  // in its order's changes
    const Change& change() const { return order->changes[index]; }
  };

  std::optional<Refusal> objection(const std::string& id) const;
  Response settle(const std::string& id, const Stamp& stamp, Instant now);

  Door& door_;
  Webhooks& webhooks_;
  std::vector<Place> places_;  // oldest first
  std::unordered_map<std::string, Place> by_id_;
};

/// Closes an order's open change because the order is cancelled.
void close_changes(Order& order, Instant now);

}  // namespace mayday::airline
