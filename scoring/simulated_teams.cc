#include <algorithm>
#include <memory>

#include "mayday/scoring/facts.h"
#include "mayday/scoring/no_fault.h"
#include "mayday/scoring/population.h"
#include "mayday/scoring/score.h"
#include "mayday/scoring/total.h"
#include "simulated_team.h"

namespace mayday {
namespace {

constexpr std::string_view kName = "p1";
constexpr Seed kSeed = 20260301;
constexpr std::int64_t kFloor = 1500;
constexpr std::int64_t kCeiling = 9500;

/// Scores one team after another around the same journeys.
class Contest {
 public:
  Contest(const std::vector<Event>& ledger, const Profile& profile)
      : quiet_trail_(sort_events(ledger)), profile_(profile), trail_(quiet_trail_) {
    std::vector<Measured> truth = measure(quiet_trail_, profile);
    Attribution seen = attribute(quiet_trail_, TeamLog{}, truth, profile);
    quiet_ =
        std::make_unique<QuietDrill>(QuietDrill{quiet_trail_, std::move(truth), std::move(seen)});
    // Only measuring reads them, and that is done.
    trail_.journeys.clear();
    trail_.gauges.clear();
  }

  std::int64_t score_of(const Skill& skill) {
    SimulatedDrill drill = simulate(*quiet_, profile_, skill);
    trail_.alerts = std::move(drill.alerts);
    trail_.actions = std::move(drill.actions);
    trail_.vendors = std::move(drill.vendors);
    trail_.regressions = std::move(drill.regressions);
    trail_.reconciled = std::move(drill.reconciled);
    trail_.books = std::move(drill.books);
    Findings found = find(trail_, std::move(drill.measured), profile_);
    DrillFacts facts = scored_part(plan_of(trail_), found);
    return facts.faults.empty() ? no_fault_score(trail_, found, profile_).score
                                : total(facts, profile_).score;
  }

  const Plan& plan() const { return plan_of(quiet_trail_); }

 private:
  Trail quiet_trail_;
  const Profile& profile_;
  Trail trail_;
  std::unique_ptr<QuietDrill> quiet_;
};

std::int64_t per_mille_of(const std::vector<std::int64_t>& scores, bool (*counts)(std::int64_t)) {
  return rounded(1000 * std::count_if(scores.begin(), scores.end(), counts), std::ssize(scores));
}

std::vector<std::int64_t> quantiles_of(std::vector<std::int64_t> scores) {
  std::sort(scores.begin(), scores.end());
  std::vector<std::int64_t> quantiles;
  for (std::int64_t i = 0; i <= 100; ++i)
    quantiles.push_back(
        scores[static_cast<std::size_t>(rounded(i * (std::ssize(scores) - 1), 100))]);
  return quantiles;
}

}  // namespace

Population simulate_teams(const std::vector<Event>& ledger, const Profile& profile,
                          std::int64_t teams) {
  Contest contest(ledger, profile);
  std::vector<std::int64_t> skills;
  std::vector<std::int64_t> scores;
  for (std::int64_t team = 0; team < teams; ++team) {
    Skill skill(kSeed, static_cast<std::uint64_t>(team));
    skills.push_back(skill.theta());
    scores.push_back(contest.score_of(skill));
  }
  Population population;
  population.name = kName;
  population.model = kScoringModel;
  population.profile = profile.name;
  population.scenario = contest.plan().scenario;
  for (const FaultPlan& fault : contest.plan().faults) population.faults.push_back(fault.id);
  population.length = contest.plan().length;
  population.teams = teams;
  population.follows_skill = rank_correlation(skills, scores);
  population.floor = per_mille_of(scores, [](std::int64_t s) { return s <= kFloor; });
  population.ceiling = per_mille_of(scores, [](std::int64_t s) { return s >= kCeiling; });
  population.quantiles = quantiles_of(std::move(scores));
  return population;
}

}  // namespace mayday
