#pragma once

#include <string>
#include <string_view>

namespace mayday::hotel {

/// A refusal in the supplier's form. Clients branch on the code; titles are the supplier's own
/// wording.
struct Problem {
  int status = 400;
  int code = 0;
  std::string_view title = {};
  std::string detail = {};
  std::string parameter = {};  ///< Query or path parameter at fault.
  std::string pointer = {};    ///< Body member at fault, without a leading slash.
};

/// 477: a parameter or a member has the wrong form.
inline Problem bad_parameter(std::string_view parameter, std::string detail) {
  return {400, 477, "INVALID FORMAT", std::move(detail), std::string(parameter), {}};
}
inline Problem bad_member(std::string_view pointer, std::string detail) {
  return {400, 477, "INVALID FORMAT", std::move(detail), {}, std::string(pointer)};
}

inline Problem no_rooms(std::string_view hotel) {
  return {400, 3664, "NO ROOMS AVAILABLE AT REQUESTED PROPERTY", "Provider Error",
          "hotelIds=" + std::string(hotel)};
}
inline Problem offer_not_found(std::string_view pointer) {
  return {400, 38420, "OFFER NOT FOUND", {}, {}, std::string(pointer)};
}
inline Problem rooms_mismatch(std::string_view pointer) {
  return {400, 33555, "NUMBER OF ROOMS MISMATCH BETWEEN SHOPPING AND BOOKING",
          {},  {},    std::string(pointer)};
}
/// The outcome is unknown to the caller: the booking may have been made.
inline Problem booking_failure() {
  return {400, 25860, "CHECK VOUCHER RECEPTION AND CALL HELPDESK - BOOKING FAILURE"};
}

inline Problem no_order() { return {404, 38196, "Resource not found", "There is no such order"}; }
inline Problem no_booking() {
  return {404, 38196, "Resource not found", "The order has no such booking"};
}
inline Problem change_refused() { return {400, 8622, "MODIFY/CANCEL NOT ALLOWED"}; }

}  // namespace mayday::hotel
