#pragma once

#include <optional>

#include "mayday/base/plan.h"
#include "nearest.h"

namespace mayday::reader {

/// What faults may refer to.
struct FaultContext {
  const Plan& plan;  ///< As far as it is read: everything that stands before the faults.
  Names faults;      ///< The ids of all faults, in the file's order.
  std::optional<Instant> now = {};  ///< Of a drill that runs already; nothing for one yet to come.
};

}  // namespace mayday::reader
