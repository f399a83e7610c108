#pragma once

#include <string>
#include <string_view>

namespace mayday::airline {

/// A row of the supplier's error catalogue.
struct Problem {
  std::string_view type;
  std::string_view code;
  int status;
  std::string_view title;
  std::string_view message;
};

/// The row with that code; asking for one that is not in the catalogue is our own mistake.
const Problem& problem(std::string_view code);

/// The row a failure with this status is usually reported by.
const Problem& problem_of_status(int status);

/// Why a request is refused: a code of the catalogue and, when a member is to blame, where it is.
struct Refusal {
  std::string_view code;
  std::string pointer =
      {};  ///< JSON pointer below `data`, or "/parameter"; empty when nothing is to blame.
  std::string message = {};  ///< Empty: the catalogue's own.
};

}  // namespace mayday::airline
