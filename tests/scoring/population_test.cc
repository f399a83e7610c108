#include "mayday/scoring/population.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "drill_builder.h"
#include "mayday/scoring/score.h"

namespace mayday {
namespace {

/// Two hours in which a vendor's fault hurts everybody until its script ends it and nobody acts.
DrillBuilder quiet_drill() {
  DrillBuilder drill;
  drill.plan.length = 2h;
  VendorPlan vendor;
  vendor.vendor = Member::hesi;
  vendor.acknowledges = 5min;
  vendor.fixes = {{"auth", 20min, {"request-id", "endpoint"}}};
  drill.plan.vendors = {vendor};
  drill.plan.faults[0].until.fix = "hesi";
  drill.arm(5min);
  drill.bite(6min);
  drill.travel(2s, 6min, kWell, 2s);
  drill.travel(6min, 100min, kHarmed, 2s);
  drill.travel(100min, 120min, kWell, 2s);
  drill.end(100min, "at_most");
  drill.alert(8min, "log-in-failing", "auth_adapter", "contract-mismatch", {"login"});
  drill.add(9min, events::Inject{"service-desk", {"", "a traveller"}, {"", "I cannot log in"}});
  drill.add(120min, events::Books{1000, {{"mismatch", "o1", "airline", "", ""}}});
  return drill;
}

Population drawn(std::int64_t teams) {
  return simulate_teams(quiet_drill().events(), find_profile("enterprise"), teams);
}

TEST(Population, FollowsSkillAndSpreads) {
  Population teams = drawn(2000);
  EXPECT_EQ(unfit(teams), "");
  EXPECT_GE(teams.follows_skill, 800'000);
  EXPECT_LT(teams.quantiles[10], 5500);
  EXPECT_GT(teams.quantiles[90], 7000);
  EXPECT_TRUE(std::is_sorted(teams.quantiles.begin(), teams.quantiles.end()));
  EXPECT_EQ(teams.quantiles.size(), 101U);
}

TEST(Population, IsTheSameEveryTime) {
  EXPECT_EQ(population_json(drawn(100)), population_json(drawn(100)));
}

TEST(Population, SurvivesTheWayThroughItsText) {
  std::string text = population_json(drawn(50));
  EXPECT_EQ(population_json(read_population(text)), text);
}

TEST(Percentile, CountsTeamsBelowAndHalfOfThoseAtTheScore) {
  Population teams;
  for (std::int64_t i = 0; i <= 100; ++i) teams.quantiles.push_back(100 * i);
  EXPECT_EQ(percentile(teams, 0), 0);
  EXPECT_EQ(percentile(teams, 5000), 50);
  EXPECT_EQ(percentile(teams, 5050), 50);
  EXPECT_EQ(percentile(teams, 9000), 90);
  EXPECT_EQ(percentile(teams, 10'000), 100);
}

TEST(Population, WithoutRegardForSkillOrCrowdedIsUnfit) {
  Population teams;
  teams.follows_skill = 799'999;
  EXPECT_EQ(
      unfit(teams),
      "the score does not follow skill: Spearman's correlation is 799999 millionths, less than "
      "800000");
  teams.follows_skill = 900'000;
  teams.floor = 201;
  EXPECT_EQ(unfit(teams), "20 % of the teams score 15 points at the most");
  teams.floor = 0;
  teams.ceiling = 300;
  EXPECT_EQ(unfit(teams), "30 % of the teams score 95 points at the least");
  teams.ceiling = 200;
  EXPECT_EQ(unfit(teams), "");
}

TEST(Population, OfAnotherDrillIsNotCompared) {
  Scorecard card = score(quiet_drill().events(), find_profile("enterprise"), "head");
  EXPECT_EQ(card.population, "");
  EXPECT_EQ(card.percentile, -1);
}

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Whoever writes a scenario that says nothing about skill is told here.
TEST(ShippedPopulations, AreFitToCompareTeamsBy) {
  int count = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(MAYDAY_SOURCE_DIR "/scenarios/populations")) {
    Population teams = read_population(text_of(entry.path()));
    EXPECT_EQ(unfit(teams), "") << teams.scenario;
    EXPECT_EQ(teams.teams, 2000) << teams.scenario;
    EXPECT_EQ(teams.name, "p1") << teams.scenario;
    Plan plan;
    plan.scenario = teams.scenario;
    plan.length = teams.length;
    for (const std::string& id : teams.faults) plan.faults.emplace_back().id = id;
    EXPECT_NE(find_population(plan, "s1", "enterprise"), nullptr) << teams.scenario;
    EXPECT_EQ(find_population(plan, "s1", "1-5-10"), nullptr) << teams.scenario;
    ++count;
  }
  EXPECT_GE(count, 20);
}

}  // namespace
}  // namespace mayday
