#pragma once

#include "door.h"
#include "mayday/faults/vendor.h"
#include "order_book.h"
#include "shopping.h"

namespace mayday::hotel {

/// Making orders, by both versions of the call, and reading them.
class Bookings {
 public:
  /// All references outlive it.
  Bookings(const Door& door, const Shopping& shopping, OrderBook& orders)
      : door_(door), shopping_(shopping), orders_(orders) {}

  Handled create_hotel_order(const Exchange& x, Instant now);
  Handled create_hotel_booking_v1(const Exchange& x, Instant now);
  Handled get_hotel_order(const Exchange& x, Instant now);
  Handled get_hotel_order_by_reference(const Exchange& x, Instant now);

 private:
  std::optional<Problem> objection(const BookingInput& input, Instant now) const;
  std::optional<Problem> objection_v1(BookingInput& input, Instant now) const;
  Order& book(const BookingInput& input, const Stamp& stamp, Instant now);
  Response show(const Stamp& stamp, const Order* order) const;

  const Door& door_;
  const Shopping& shopping_;
  OrderBook& orders_;
};

}  // namespace mayday::hotel
