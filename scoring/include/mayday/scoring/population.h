#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "mayday/base/plan.h"
#include "mayday/ledger/event.h"
#include "mayday/scoring/profile.h"

namespace mayday {

/// What simulated teams scored on one scenario. Not people: a yardstick, which says how a score
/// lies among those of teams whose skill is spread evenly about an ordinary one.
struct Population {
  std::string name;   ///< How the teams were drawn, "p1".
  std::string model;  ///< Scoring model.
  std::string profile;
  std::string scenario;
  std::vector<std::string>
      faults;  ///< Ids of the plan's: another scenario of that name has others.
  Duration length{0};
  std::int64_t teams = 0;
  std::int64_t follows_skill = 0;       ///< Spearman's rank correlation of skill and score, ppm.
  std::int64_t floor = 0;               ///< Teams at or below 15 points, per mille.
  std::int64_t ceiling = 0;             ///< Teams at or above 95 points, per mille.
  std::vector<std::int64_t> quantiles;  ///< 101 scores, from the lowest to the highest, hundredths.
};
BOOST_DESCRIBE_STRUCT(Population, (),
                      (name, model, profile, scenario, faults, length, teams, follows_skill, floor,
                       ceiling, quantiles))

/// Draws `teams` teams and scores each by the scorer of real drills, around the truth of one drill
/// of the scenario in which nobody did anything (`ledger`). The same ledger, profile and number
/// give the same population, byte for byte.
Population simulate_teams(const std::vector<Event>& ledger, const Profile& profile,
                          std::int64_t teams);

/// Why the scenario is unfit to compare teams by, in words; "" when it is fit. Its score must
/// follow skill (0.8 at least), and at most one team in five may be at its floor or ceiling.
std::string unfit(const Population& population);

/// Canonical JSON with a line for each member.
std::string population_json(const Population& population);
Population read_population(std::string_view text);

/// The shipped population of this very scenario; nullptr when there is none.
const Population* find_population(const Plan& plan, const std::string& model,
                                  const std::string& profile);

/// Per cent of the population's teams that scored less, those with the same score counted half.
std::int64_t percentile(const Population& population, std::int64_t score);

}  // namespace mayday
