#pragma once

#include <string>
#include <vector>

#include "library.h"
#include "mayday/base/plan.h"
#include "tree.h"

namespace mayday::reader {

/// A journey's file: what a kind of traveller does at the desk. Rate and clients are the
/// scenario's.
struct JourneyFile {
  JourneyPlan journey;
  std::vector<RoundPlan> rounds;  ///< What managers must do meanwhile, so that the journey can end.
};

/// Reads "journeys/NAME.yaml" and the rounds it needs. `name` is the part that asks for it.
JourneyFile read_journey(const Node& name, const Library& library);

}  // namespace mayday::reader
