#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fault_text.h"

namespace mayday::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string with_brief(const std::string& brief, const FaultLines& lines = {}) {
  return brief + scenario_of(fault_text(lines));
}

TEST(Brief, SaysWhatADrillIsForAndWhoIsNeeded) {
  Plan plan = load_text(with_brief("objectives: [{zh: 快, en: be quick}, be honest]\n"
                                   "roles: [incident-lead, finance]\n"
                                   "canary: [log-in, submit-expense]\n"))
                  .plan;
  ASSERT_EQ(plan.brief.objectives.size(), 2U);
  EXPECT_EQ(plan.brief.objectives[0].zh, "快");
  EXPECT_EQ(plan.brief.objectives[1].zh, "be honest");
  EXPECT_THAT(plan.brief.roles, ElementsAre("incident-lead", "finance"));
  EXPECT_THAT(plan.brief.canary, ElementsAre("log-in", "submit-expense"));
}

TEST(Brief, IsEmptyUnlessGiven) {
  Plan plan = load_text(with_brief("")).plan;
  EXPECT_THAT(plan.brief.objectives, IsEmpty());
  EXPECT_THAT(plan.brief.expected, IsEmpty());
  EXPECT_THAT(plan.hints, IsEmpty());
}

TEST(Brief, SaysWhatEachResponderMustScore) {
  Folder folder;
  folder.write("idle.yaml", "[]\n");
  std::string path = folder.write(
      "drill.yaml", with_brief("responders: {null: idle.yaml}\nexpect: {null: [0, 15]}\n"));
  Plan plan = load_scenario(path, with_library()).plan;
  ASSERT_EQ(plan.brief.expected.size(), 1U);
  EXPECT_EQ(plan.brief.expected[0].responder, "null");
  EXPECT_EQ(plan.brief.expected[0].most, 15);
}

TEST(Canary, ThatMeetsNoFaultIsWarnedOf) {
  // The fault is about flows, which only claims need; a truth of none is nobody's to see.
  EXPECT_THAT(load_text(with_brief("canary: submit-expense\n")).warnings, IsEmpty());
  std::vector<std::string> warnings = load_text(with_brief("canary: log-in\n")).warnings;
  ASSERT_EQ(warnings.size(), 1U);
  EXPECT_THAT(warnings[0], HasSubstr("no journey of the canary meets the fault 'one'"));
  EXPECT_THAT(load_text(with_brief("canary: log-in\n", {{"truth", "none"}})).warnings, IsEmpty());
}

TEST(Hints, KeepTheirOrderAndPrices) {
  Plan plan =
      load_text(with_brief("hints:\n  - {cost: 2, text: look}\n  - {cost: 10, text: there}\n"))
          .plan;
  ASSERT_EQ(plan.hints.size(), 2U);
  EXPECT_EQ(plan.hints[0].cost, 2);
  EXPECT_EQ(plan.hints[1].cost, 10);
  EXPECT_EQ(plan.hints[1].text.en, "there");
}

}  // namespace
}  // namespace mayday::test
