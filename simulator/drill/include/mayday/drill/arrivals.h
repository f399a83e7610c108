#pragma once

#include <cstdint>
#include <vector>

#include "mayday/base/plan.h"

namespace mayday {

/// One traveller who will set out: planned from the seed before the drill, not drawn while it runs.
struct Arrival {
  std::int64_t ordinal = 0;  ///< From 1, in order of time.
  std::size_t journey = 0;   ///< Index into the plan's journeys.
  std::size_t person = 0;    ///< Index into the estate's staff.
  Client client = Client::pc;
  Instant at;
};

/// Everybody who sets out within the plan's length, in order of time. Each kind's travellers are spread
/// evenly, one in each period at a drawn moment of it; people take turns in a drawn order, so that all
/// are seen; mobiles are an exact share of every hundred.
std::vector<Arrival> plan_arrivals(const Plan& plan);

}  // namespace mayday
