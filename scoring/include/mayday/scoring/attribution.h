#pragma once

#include <string>
#include <vector>

#include "mayday/scoring/referee.h"
#include "mayday/scoring/team_log.h"
#include "mayday/scoring/timeline.h"

namespace mayday {

/// Which alert and which incident is about which fault.
struct Attribution {
  std::vector<AlertCheck> alerts;          ///< Each that turned firing, repeats left out.
  std::vector<IncidentCheck> incidents;    ///< Beside the log's incidents.
  std::vector<std::vector<int>> of_fault;  ///< Incidents of each fault, duplicates too, in order.
  std::vector<Charge> false_alarms;        ///< Incidents and alert groups that were about nothing.
};

/// Faults in plan order. An alert is about the fault it fits best; incidents are assigned one to
/// one by the heaviest fit, and one that names several suspects may take a second fault by another
/// of them. An incident that fits a fault which another took is a duplicate: what was filed to it
/// still counts.
Attribution attribute(const Trail& trail, const TeamLog& log, const std::vector<Measured>& measured,
                      const Profile& profile);

}  // namespace mayday
