#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fault_text.h"

namespace mayday::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// A folder with two drills, `slow.yaml` and `down.yaml`; tests add what combines them.
class Combination : public ::testing::Test {
 protected:
  Combination() {
    folder.write("slow.yaml", part("slow", "staff: 24, departments: 3", "log-in, rate: 6/min"));
    folder.write("down.yaml", part("down", "staff: 24, departments: 3", "log-in, rate: 1/s"));
  }

  /// A drill with one fault, one fix, one inject and one journey beside `book-trip`.
  static std::string part(const std::string& fault, const std::string& people,
                          const std::string& journey) {
    return "scenario: " + fault + "\ntitle: A part\nlength: 60m\nseed: 3\nestate:\n  hesi: {" +
           people + "}\njourneys:\n  - {run: book-trip, rate: 6/min}\n  - {run: " + journey +
           "}\nfaults:\n" +
           fault_text({{"where", "{vendor: hesi, operations: [getFlowById]}"},
                       {"until", "{vendor: hesi, fixes: " + fault + "}"},
                       {"observable_at", "11m"}},
                      fault) +
           "vendors:\n  hesi:\n    acknowledges: 5m\n    fixes:\n      " + fault +
           ": {after: 20m}\ninjects:\n  - {at: 12m, to: desk, from: x, text: " + fault + "}\n";
  }

  static std::string both(const std::string& more = "") {
    return "scenario: both\ntitle: Both\nlength: 80m\n"
           "combine: [slow.yaml, {file: down.yaml, shift: 5m}]\n" +
           more;
  }

  std::string complaint(const std::string& text) const {
    return complaint_about(folder.write("both.yaml", text), with_library());
  }

  Plan load(const std::string& text) const {
    return load_scenario(folder.write("both.yaml", text), with_library()).plan;
  }

  Folder folder;
};

TEST_F(Combination, TakesWhatHappensInEachAndShiftsIt) {
  Plan plan = load(both());
  ASSERT_EQ(plan.faults.size(), 2U);
  EXPECT_EQ(plan.faults[0].at, Instant{10min});
  EXPECT_EQ(plan.faults[1].at, Instant{15min});
  EXPECT_EQ(plan.faults[0].observable_at, Instant{11min});
  EXPECT_EQ(plan.faults[1].observable_at, Instant{16min});
  EXPECT_EQ(plan.faults[1].id, "down");
  ASSERT_EQ(plan.injects.size(), 2U);
  EXPECT_EQ(plan.injects[0].at, Instant{12min});
  EXPECT_EQ(plan.injects[1].at, Instant{17min});
  ASSERT_EQ(plan.vendors.size(), 1U);
  EXPECT_EQ(plan.vendors[0].fixes.size(), 2U);
  EXPECT_EQ(plan.estate.staff.size(), 24U);
}

TEST_F(Combination, HasAHeadOfItsOwn) {
  Plan plan = load(both());
  EXPECT_EQ(plan.scenario, "both");
  EXPECT_EQ(plan.length, 80min);
  EXPECT_EQ(plan.seed, 1U);  // not the 3 of its parts
  EXPECT_THAT(complaint("combine: slow.yaml\n"), HasSubstr("a scenario needs 'scenario'"));
}

TEST_F(Combination, RunsAJourneyOfBothAtTheHigherRate) {
  Plan plan = load(both());
  ASSERT_EQ(plan.journeys.size(), 2U);
  EXPECT_EQ(plan.journeys[0].kind, "book-trip");
  EXPECT_EQ(plan.journeys[1].rate, 1);  // a second is more than six a minute
  EXPECT_EQ(plan.journeys[1].per, Duration{1s});
}

TEST_F(Combination, LetsItsOwnWordsDecide) {
  Plan plan =
      load(both("estate:\n  hesi: {staff: 48}\njourneys:\n"
                "  - {run: log-in, rate: 2/min}\n  - {run: submit-expense, rate: 3/min}\n"
                "vendors:\n  hesi: {fixes: {slow: {after: 7m}}}\n"));
  EXPECT_EQ(plan.estate.staff.size(), 48U);
  EXPECT_EQ(plan.estate.departments.size(), 3U);
  ASSERT_EQ(plan.journeys.size(), 3U);
  EXPECT_EQ(plan.journeys[1].rate, 2);
  EXPECT_EQ(plan.vendors[0].acknowledges, Duration{5min});
  EXPECT_EQ(plan.vendors[0].fixes[0].after, Duration{7min});
}

TEST_F(Combination, ReplacesAFaultByOneOfItsId) {
  std::string own = fault_text({{"at", "30m"}}, "slow") + fault_text({{"at", "40m"}}, "more");
  Plan plan = load(both("faults:\n" + own));
  std::vector<std::string> ids;
  for (const FaultPlan& fault : plan.faults) ids.push_back(fault.id);
  EXPECT_THAT(ids, ElementsAre("slow", "down", "more"));
  EXPECT_EQ(plan.faults[0].at, Instant{30min});
}

TEST_F(Combination, LetsFaultsWaitForThoseOfTheOtherPart) {
  Plan plan =
      load(both("faults:\n" + fault_text({{"at", ""}, {"after", "{fault: down}"}}, "then")));
  EXPECT_EQ(plan.faults[2].after.fault, "down");
}

TEST_F(Combination, IsRefusedWherePartsDifferOnASetting) {
  folder.write("down.yaml", part("down", "staff: 48, departments: 3", "log-in, rate: 1/s"));
  EXPECT_EQ(complaint(both()),
            "down.yaml:6:17: estate.hesi.staff is '24' in slow.yaml and '48' here; say which in "
            "the file that combines them\n"
            "    hesi: {staff: 48, departments: 3}\n"
            "                  ^");
  EXPECT_EQ(complaint(both("estate: {hesi: {staff: 30}}\n")), "");
}

TEST_F(Combination, IsRefusedWherePartsDifferOnWhoTravels) {
  std::string clients = "log-in, rate: 6/min, clients: {mobile: 60%, pc: 40%}";
  folder.write("slow.yaml", part("slow", "staff: 24, departments: 3", clients));
  EXPECT_EQ(complaint(both()), "");  // down.yaml leaves it open
  folder.write("down.yaml", part("down", "staff: 24, departments: 3",
                                 "log-in, rate: 6/min, clients: {pc: 50%, mobile: 50%}"));
  EXPECT_EQ(complaint(both()),
            "down.yaml:9:41: journeys.log-in.clients is '{mobile: 60%, pc: 40%}' in slow.yaml and "
            "'{pc: 50%, mobile: 50%}' here; say which in the file that combines them\n"
            "    - {run: log-in, rate: 6/min, clients: {pc: 50%, mobile: 50%}}\n"
            "                                          ^");
}

TEST_F(Combination, IsRefusedWhereTwoFaultsHaveOneId) {
  folder.write("down.yaml", part("slow", "staff: 24, departments: 3", "log-in, rate: 6/min"));
  EXPECT_EQ(complaint(both()),
            "down.yaml:11:5: a fault of the id 'slow' is in slow.yaml, too; rename one of them\n"
            "    - id: slow\n"
            "      ^");
}

TEST_F(Combination, DoesNotLoseASafetyUnseen) {
  folder.write("down.yaml", part("down", "staff: 24, departments: 3", "log-in, rate: 6/min") +
                                "safety: {targets: hesi}\n");
  EXPECT_EQ(complaint(both()),
            "down.yaml:26:9: what keeps one drill safe need not do so for several; write 'safety' "
            "in both.yaml, which combines this one\n"
            "    safety: {targets: hesi}\n"
            "            ^");
  EXPECT_EQ(complaint(both("safety: {most_active: 2}\n")), "");
}

TEST_F(Combination, GivesPartsOtherParameters) {
  folder.write("slow.yaml",
               "parameters: {rate: 6/min, length: 50m}\nlength: ${length}\n" +
                   with(part("slow", "staff: 24, departments: 3", "log-in, rate: '${rate}'"),
                        "length: 60m\n", ""));
  EXPECT_EQ(load(both("parameters: {rate: 90/min}\n")).journeys[1].rate, 90);
  EXPECT_THAT(complaint(both("parameters: {rat: 90/min}\n")),
              HasSubstr("both.yaml:5:14: nothing uses the parameter 'rat'"));
}

TEST_F(Combination, MayBeCombinedAndExtended) {
  folder.write("both.yaml", both());
  Plan plan =
      load_scenario(folder.write("more.yaml", "extends: both.yaml\nscenario: more\nlength: 90m\n"),
                    with_library())
          .plan;
  EXPECT_EQ(plan.faults.size(), 2U);
  EXPECT_EQ(plan.length, 90min);
  plan = load_scenario(folder.write("later.yaml",
                                    "scenario: later\ntitle: Later\nlength: 90m\n"
                                    "combine: {file: both.yaml, shift: 10m}\n"),
                       with_library())
             .plan;
  EXPECT_EQ(plan.faults[1].at, Instant{25min});
}

TEST_F(Combination, IsAtMostThreeLevelsDeep) {
  EXPECT_EQ(complaint("combine: both.yaml\n"),
            "both.yaml:1:10: at most 3 files stand on top of one another; this would be one more\n"
            "    combine: both.yaml\n"
            "             ^");
  folder.write("slow.yaml", "extends: slower.yaml\n");
  folder.write("slower.yaml", "extends: slowest.yaml\n");
  folder.write("slowest.yaml", part("slow", "staff: 24, departments: 3", "log-in, rate: 6/min"));
  EXPECT_THAT(complaint(both()), HasSubstr("slower.yaml:1:10: at most 3 files stand"));
}

TEST_F(Combination, TellsWhereAFaultThatIsShiftedTooFarIsWritten) {
  EXPECT_EQ(complaint("scenario: both\ntitle: Both\nlength: 60m\n"
                      "combine: [slow.yaml, {file: down.yaml, shift: 55m}]\n"),
            "down.yaml:12:9: this fault begins at 1h5m, but the drill ends at 1h\n"
            "    at: 10m\n"
            "        ^");
}

}  // namespace
}  // namespace mayday::test
