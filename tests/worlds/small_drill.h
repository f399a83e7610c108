#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "mayday/base/plan.h"
#include "mayday/ledger/event.h"

namespace mayday {

/// What a drill came to, without what may differ between worlds (moments, order).
struct Outcomes {
  std::map<std::string, int> journeys;            ///< "log-in done normal" -> how many.
  std::set<std::string> victims;                  ///< Whom the faults bit.
  std::map<std::string, std::string> by_ordinal;  ///< Journey ordinal -> outcome.
};

/// Case one or two, cut short: the whole estate, few travellers, 16 minutes.
Plan small_plan(const std::string& scenario, Seed seed);

/// The ledger's events of the plan's drill in either world; gold plays the team where something is
/// at fault. Live binds loopback ports and runs `speed` times as fast as life.
std::vector<Event> run_in_virtual(const Plan& plan, std::string* bytes = nullptr);
std::vector<Event> run_live_fast(const Plan& plan, std::int64_t speed = 60);

Outcomes outcomes(const std::vector<Event>& events);

}  // namespace mayday
