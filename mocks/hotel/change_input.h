#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "booking_input.h"

namespace mayday::hotel {

/// What modifyHotelBooking asks to be changed; the rest stays.
struct ChangeInput {
  std::string offer;  ///< Another one than the booked offer moves the booking; or empty.
  std::optional<std::chrono::sys_days> check_in;
  std::optional<std::chrono::sys_days> check_out;
  std::optional<RoomWanted> room;
  PaymentWanted payment;
};

/// Reads a body; its form only. What is wrong stands in `complaint`.
ChangeInput read_change(std::string_view body, Complaint& complaint);

}  // namespace mayday::hotel
