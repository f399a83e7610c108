#pragma once

#include <string>
#include <vector>

#include "mayday/base/plan.h"
#include "mayday/drill/traveller.h"
#include "mayday/faults/call_index.h"
#include "mayday/faults/origins.h"
#include "mayday/world/world.h"

namespace mayday {

/// What the steps of a journey came to, apart from being late, which is for whoever holds the watch.
class JourneyEnd {
 public:
  JourneyEnd() = default;
  JourneyEnd(std::string what, std::string where)
      : outcome(std::move(what)), failed_at(std::move(where)) {}

  std::string outcome = "done";  ///< done | refused | failed | unknown.
  std::string path = "normal";   ///< normal | alternative.
  std::string failed_at;         ///< Function, when failed or unknown.
};

/// What walking needs of the estate.
struct Road {
  World& world;
  Origins& origins;
  CallIndex& calls;
};

/// Walks a traveller through the steps against the desk. The one interpreter of journeys, rounds and
/// probes, for our own desk and a customer's alike.
Task<JourneyEnd> walk(Road road, const std::vector<Step>& steps, Duration patience,
                      Traveller traveller);

}  // namespace mayday
