#pragma once

#include <string>
#include <unordered_map>

#include "books.h"
#include "door.h"
#include "webhooks.h"

namespace mayday::airline {

/// Changes that the airline makes to when flights go. Until a client accepts one, its order shows
/// the old times, and an unpaid order cannot be paid.
class Changes {
 public:
  Changes(Door& door, Books& books, Webhooks& webhooks)
      : door_(door), books_(books), webhooks_(webhooks) {}

  Handled list(const Exchange& x, Instant now);
  Handled accept(const Exchange& x, Instant now);

  /// The airline moves all flights of an order by `minutes`, back when negative. False when the
  /// order is cancelled.
  bool start(Order& order, int minutes, Instant now);

 private:
  struct Place {
    Order* order;
    std::size_t index;  // in its order's changes
  };

  std::optional<Refusal> objection(const std::string& id) const;
  Response settle(const std::string& id, const Stamp& stamp, Instant now);

  Door& door_;
  Books& books_;
  Webhooks& webhooks_;
  std::uint64_t made_ = 0;
  std::unordered_map<std::string, Place> by_id_;
};

/// Closes an order's open change because the order is cancelled.
void close_changes(Order& order, Instant now);

}  // namespace mayday::airline
