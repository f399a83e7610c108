#pragma once

#include <string>
#include <vector>

#include "booking_input.h"
#include "rates.h"
#include "room_state.h"

namespace mayday::hotel {

/// One booked room.
struct Booking {
  std::string id;
  std::string confirmation;  ///< The hotel's number.
  RoomWanted room;
  Offer offer;  ///< For this room alone.
  Card card;
  RoomState state = RoomState::confirmed;
};

/// A booked order: rooms of one hotel, booked together.
struct Order {
  std::string id;
  std::string reference;
  std::string key;  ///< The desk's order number, or empty.
  std::vector<Guest> guests;
  std::vector<Booking> bookings;
  std::string arrival;  ///< JSON text, or empty.
  Instant created;
};

/// The hotel's number for a cancellation; the text NONE where it gives none.
std::string cancellation_number(const Booking& booking);

}  // namespace mayday::hotel
