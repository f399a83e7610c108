#pragma once

#include <vector>

#include "mayday/scoring/attribution.h"
#include "mayday/scoring/referee.h"
#include "mayday/scoring/trail.h"
#include "skill.h"

/// A team that never was, told as ledger lines. Private to the library.
namespace mayday {

/// The drill in which nobody did anything, and what the referee says of it.
struct QuietDrill {
  const Trail& trail;
  std::vector<Measured> truth;
  Attribution attribution;
};

/// What would stand in the ledger instead, and what the referee would have measured.
struct SimulatedDrill {
  std::vector<At<events::Alert>> alerts;
  std::vector<At<events::Action>> actions;
  std::vector<At<events::Vendor>> vendors;
  std::vector<At<events::Regression>> regressions;
  std::vector<At<events::Reconciled>> reconciled;
  std::vector<At<events::Books>> books;
  std::vector<Measured> measured;
};

/// A team of that skill in that drill. Symptoms, levels, alerts and the books' damage are the quiet
/// drill's; when a fault ends follows from what the team does by the plan's own rules (a ticket
/// with what the vendor needs, a setting that has taken effect, an action, or the fault's script),
/// and everything after that from when the quiet drill recovered once its fault was over.
SimulatedDrill simulate(const QuietDrill& quiet, const Profile& profile, const Skill& skill);

}  // namespace mayday
