#pragma once

#include <string>
#include <string_view>

#include "order.h"

namespace mayday::hotel {

// The retired booking call (Amadeus Hotel Booking v1): another form of body and of answer, and
// other words for some refusals. An order that it made is read like any other.

/// Reads a body; its form only. The offer stands in the first room, which has no guests yet.
BookingInput read_booking_v1(std::string_view body, Complaint& complaint);

/// Spreads the guests, in their order, evenly over the rooms of the stay. False: they do not fit.
bool allot_v1(BookingInput& input, const Stay& stay);

Problem in_words_of_v1(Problem problem);

/// The answer: a list with an entry for each room.
std::string bookings_body_v1(const Order& order);

}  // namespace mayday::hotel
