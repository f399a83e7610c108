#pragma once

#include <string>

#include "mayday/scoring/dimensions.h"

/// Why a part of a dimension lost points. Private to the library.
namespace mayday {

struct Explanation {
  Instant at = kNever;   ///< Of the ledger's event that cost it; kNever: something never came.
  std::string event;     ///< "alert log-in-failing", "action grade", "journey", …; "" likewise.
  Text instead;          ///< The nearest action that would have been better.
  FaultTimeline better;  ///< The same drill with that action.
};

/// Of the part `part` of the dimension `dimension`, as the dimensions name them. What it asks for
/// is the least that loses nothing there: the target of a time, not zero.
Explanation explain(const FaultTimeline& fault, const Profile& profile,
                    const std::string& dimension, const std::string& part);

}  // namespace mayday
