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
  return {400,
          3664,
          "NO ROOMS AVAILABLE AT REQUESTED PROPERTY",
          "Provider Error",
          "hotelIds=" + std::string(hotel),
          {}};
}

}  // namespace mayday::hotel
