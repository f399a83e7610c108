#pragma once

#include <string>

#include "change.h"
#include "door.h"
#include "mayday/faults/vendor.h"
#include "order_book.h"
#include "shopping.h"

namespace mayday::hotel {

/// What can be done to a booked room. The calls are those of the Enterprise product, as public
/// client libraries know them (2024); the self-service one stops at booking.
class Servicing {
 public:
  /// All references outlive it.
  Servicing(const Door& door, const Shopping& shopping, OrderBook& orders)
      : door_(door), shopping_(shopping), orders_(orders) {}

  Handled cancel_hotel_booking(const Exchange& x, Instant now);
  Handled delete_hotel_booking(const Exchange& x, Instant now);
  Handled modify_hotel_booking(const Exchange& x, Instant now);

 private:
  /// A booking, as a path names it.
  struct Name {
    std::string order;
    std::string booking;
  };
  struct Found {
    Order* order = nullptr;
    Booking* booking = nullptr;
    std::optional<Problem> problem;
  };

  Found find(const Name& name, Instant now);
  Handled give_up(const Exchange& x, RoomEvent event, Instant now);
  Response give_up(const Name& name, RoomEvent event, const Stamp& stamp, Instant now);
  /// What `change` comes to; the booking that is found is not touched.
  Changed plan(const Found& found, const ChangeInput& change, Instant now) const;
  Response modify(const Name& name, const ChangeInput& change, const Stamp& stamp, Instant now);

  const Door& door_;
  const Shopping& shopping_;
  OrderBook& orders_;
};

}  // namespace mayday::hotel
