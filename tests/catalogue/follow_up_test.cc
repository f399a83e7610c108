#include "mayday/catalogue/follow_up.h"

#include <gmock/gmock.h>

#include "records.h"

namespace mayday {
namespace {

constexpr std::int64_t kDay = 86'400;

/// A reviewed drill on day 1 that promised an improvement, and what came after.
std::vector<DrillRecord> reviewed(std::vector<DrillRecord> later) {
  DrillRecord first = drill("case-two", kDay);
  first.improvements = {{"A1", {"预警", "warn us"}, "wu", "2026-04-01", "case-two", "review"}};
  later.insert(later.begin(), first);
  return later;
}

std::string state(const std::vector<DrillRecord>& drills, std::int64_t now) {
  return follow_ups_of(drills, now).at(0).state;
}

TEST(FollowUp, OnlyAPassedDrillOfItsScenarioClosesIt) {
  EXPECT_EQ(state(reviewed({}), 2 * kDay), "open");  // the reviewed drill itself passed: not enough
  EXPECT_EQ(state(reviewed({drill("case-one", 2 * kDay)}), 3 * kDay), "open");
  DrillRecord failed = drill("case-two", 2 * kDay);
  failed.verdict = "fail";
  EXPECT_EQ(state(reviewed({failed}), 3 * kDay), "open");
  std::vector<DrillRecord> passed = reviewed({failed, drill("case-two", 3 * kDay)});
  EXPECT_EQ(state(passed, 4 * kDay), "closed");
  EXPECT_EQ(follow_ups_of(passed, 4 * kDay)[0].closed, passed[2].ledger);
}

TEST(FollowUp, ClosedStaysClosed) {
  DrillRecord failed = drill("case-two", 3 * kDay);
  failed.verdict = "fail";
  EXPECT_EQ(state(reviewed({drill("case-two", 2 * kDay), failed}), 400 * kDay), "closed");
}

TEST(FollowUp, AQuarterWithoutADrillMakesItStale) {
  EXPECT_EQ(state(reviewed({}), 91 * kDay), "open");
  EXPECT_EQ(state(reviewed({}), 92 * kDay), "stale");
  DrillRecord failed = drill("case-two", 50 * kDay);
  failed.verdict = "fail";
  EXPECT_EQ(state(reviewed({failed}), 92 * kDay), "open");
  EXPECT_EQ(state(reviewed({failed}), 141 * kDay), "stale");
}

TEST(FollowUp, WithoutAVerifyingScenarioNothingClosesIt) {
  std::vector<DrillRecord> drills = reviewed({drill("case-two", 2 * kDay)});
  drills[0].improvements[0].verify_by.clear();
  EXPECT_EQ(state(drills, 3 * kDay), "open");
}

}  // namespace
}  // namespace mayday
