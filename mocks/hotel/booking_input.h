#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "body.h"
#include "card.h"
#include "stay.h"

namespace mayday::hotel {

struct Guest {
  std::int64_t tid = 0;  ///< The client's number for the guest.
  std::string title;
  std::string first_name;
  std::string last_name;
  std::string phone;
  std::string email;
  std::optional<std::int64_t> child_age;
};

struct RoomWanted {
  std::vector<std::string> guests;  ///< Their tids, as text.
  std::string offer;
  std::string special_request;
};

/// What createHotelOrder asks for.
struct BookingInput {
  std::vector<Guest> guests;
  std::vector<RoomWanted> rooms;
  PaymentWanted payment;
  std::string arrival;  ///< JSON text of arrivalInformation, or empty: stored and echoed.
};

/// Reads a body; its form only. What is wrong stands in `complaint`.
BookingInput read_booking(std::string_view body, Complaint& complaint);

/// Reads a room association at `pointer`.
RoomWanted read_room(const json::object& from, std::string_view pointer, Complaint& complaint);

/// Refuses what cannot be the id of an offer.
void check_offer_id(std::string_view id, std::string_view pointer, Complaint& complaint);

/// Rooms must have as many guests as were shopped for, all known, each in one room only.
std::optional<Problem> guest_problem(const std::vector<Guest>& guests,
                                     const std::vector<RoomWanted>& rooms, const Stay& stay);

}  // namespace mayday::hotel
