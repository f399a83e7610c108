#pragma once

#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

#include "door.h"
#include "mayday/faults/vendor.h"
#include "order.h"
#include "shopping.h"

namespace mayday::hotel {

/// Orders. They are never forgotten: they are the hotel's books.
class Bookings {
 public:
  Bookings(const Door& door, const Shopping& shopping) : door_(door), shopping_(shopping) {}

  Handled create_hotel_order(const Exchange& x, Instant now);
  Handled get_hotel_order(const Exchange& x, Instant now);
  Handled get_hotel_order_by_reference(const Exchange& x, Instant now);

  /// When the next pending order is confirmed.
  Instant next_due() const;
  void confirm(Instant now);

  std::vector<BookEntry> books() const;

 private:
  std::optional<Problem> objection(const BookingInput& input, Instant now) const;
  Response book(const BookingInput& input, const Stamp& stamp, Instant now);
  Handled show(const Stamp& stamp, const Order* order) const;

  const Door& door_;
  const Shopping& shopping_;
  std::uint64_t rooms_ = 0;
  std::deque<Order> orders_;  // oldest first; references hold
  std::unordered_map<std::string, const Order*> by_id_;
  std::unordered_map<std::string, const Order*> by_reference_;
  std::deque<Order*> pending_;
};

}  // namespace mayday::hotel
