#pragma once

#include <string>
#include <vector>

#include "booking_input.h"
#include "rates.h"

namespace mayday::hotel {

/// One booked room.
struct Booking {
  std::string id;
  std::string confirmation;  ///< The hotel's number.
  RoomWanted room;
};

/// A booked order: rooms of one offer.
struct Order {
  std::string id;
  std::string reference;
  std::string key;  ///< The desk's order number, or empty.
  Offer offer;
  std::vector<Guest> guests;
  std::vector<Booking> bookings;
  Card card;
  Instant created;
  bool pending = false;  ///< The hotel has not confirmed yet.
};

}  // namespace mayday::hotel
