#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fault_text.h"

namespace mayday::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// ---- when it begins --------------------------------------------------------------------------

/// What a fault waits for that is written so; `other` is another fault of the scenario.
FaultPlan waiting(const std::string& after) {
  std::string text =
      scenario_of(fault_text({{"at", ""}, {"after", after}}) +
                  fault_text({{"where", "{vendor: hotel}"}, {"stage", "auth"}}, "other"));
  return load_text(text).plan.faults.at(0);
}

TEST(FaultBeginning, IsATimeOrAnOccasion) {
  EXPECT_EQ(load_fault({}).at, Instant{10min});
  FaultPlan fault = waiting("{fault: other, is: bitten, by: 15m}");
  EXPECT_EQ(fault.at, kNever);
  EXPECT_EQ(fault.after.fault, "other");
  EXPECT_EQ(fault.after.state, "bitten");
  EXPECT_EQ(fault.later, 15min);
}

TEST(FaultBeginning, AfterAnotherFaultIsAfterItIsArmed) {
  FaultPlan fault = waiting("{fault: other}");
  EXPECT_EQ(fault.after.state, "armed");
  EXPECT_EQ(fault.later, Duration{0});
}

TEST(FaultBeginning, MayBeSomethingThatATeamDoesOrHears) {
  EXPECT_EQ(waiting("{action: auth-rollback, by: 12m}").after.action, "auth-rollback");
  EXPECT_EQ(waiting("{alert: log-in-failing}").after.alert, "log-in-failing");
  OccasionPlan setting = waiting("{desk: retries, becomes: [2, 3]}").after;
  EXPECT_EQ(setting.setting, "retries");
  EXPECT_THAT(setting.values, ElementsAre("2", "3"));
  EXPECT_THAT(waiting("{desk: manual_approval, becomes: true}").after.values, ElementsAre("on"));
  EXPECT_THAT(waiting("{desk: patience, becomes: 2000ms}").after.values, ElementsAre("2s"));
}

TEST(FaultBeginning, MayBeTheFacilitatorsCue) {
  EXPECT_TRUE(waiting("cue").after.cue);
  FaultPlan fault = waiting("{cue: true, by: 1m}");
  EXPECT_TRUE(fault.after.cue);
  EXPECT_EQ(fault.later, 1min);
}

TEST(FaultBeginning, AfterAnOccasionLeavesItTheWholeDrill) {
  EXPECT_EQ(load_fault({{"at", ""}, {"after", "cue"}, {"at_most", "60m"}}).at_most, 60min);
}

// ---- whom it hits ----------------------------------------------------------------------------

MatchPlan match_of(const std::string& keys) {
  return load_fault({{"where", "{vendor: hesi, operations: [getFlowById], " + keys + "}"}}).match;
}

TEST(FaultSelector, TakesClientsPeopleAndNthCalls) {
  EXPECT_THAT(match_of("clients: mobile").clients, ElementsAre("mobile"));
  EXPECT_THAT(match_of("clients: [mobile, pc]").clients, ElementsAre("mobile", "pc"));
  EXPECT_THAT(match_of("staff: [D2001, 'Kq7DrillCorp00:ID01drStf0003']").staff,
              ElementsAre("Kq7DrillCorp00:ID01drStf0001", "Kq7DrillCorp00:ID01drStf0003"));
  EXPECT_THAT(match_of("departments: [销售二部, 'Kq7DrillCorp00:ID01drDep01']").departments,
              ElementsAre("Kq7DrillCorp00:ID01drDep02", "Kq7DrillCorp00:ID01drDep01"));
  EXPECT_EQ(match_of("every: 3").every, 3);
  EXPECT_EQ(match_of("first: 10").first, 10);
}

TEST(FaultSelector, LooksIntoTheRequest) {
  MatchPlan match = match_of("header: {X-Api-Version: '*', accept: text/html}, body: {a.b: '100'}");
  ASSERT_THAT(match.headers, SizeIs(2));
  EXPECT_EQ(match.headers[0].name, "x-api-version");
  EXPECT_EQ(match.headers[0].value, "*");
  ASSERT_THAT(match.body, SizeIs(1));
  EXPECT_EQ(match.body[0].name, "a.b");
  EXPECT_EQ(match.body[0].value, "100");
}

TEST(FaultSelector, OfCertainPeopleReachesThemAlone) {
  FaultPlan fault =
      load_fault({{"where", "{vendor: hesi, operations: [getFlowById], staff: [D2005, D2006]}"}});
  EXPECT_THAT(fault.reach,
              ElementsAre("Kq7DrillCorp00:ID01drStf0005", "Kq7DrillCorp00:ID01drStf0006"));
  EXPECT_THAT(fault.victims, IsEmpty());
}

TEST(FaultSelector, OfADepartmentSharesAmongItsOwn) {
  FaultPlan fault =
      load_fault({{"where", "{vendor: hesi, operations: [getFlowById], departments: 市场部}"},
                  {"share", "{percent: 50%, by: staff}"}});
  EXPECT_THAT(fault.victims, SizeIs(4));  // of eight
  EXPECT_EQ(fault.reach, fault.victims);
}

TEST(FaultSelector, OfAManagerReachesTheDepartment) {
  FaultPlan fault = load_fault(
      {{"where", "{vendor: desk, operations: [approve], staff: D2002}"}, {"stage", "auth"}});
  EXPECT_THAT(fault.match.staff, ElementsAre("Kq7DrillCorp00:ID01drStf0002"));
  EXPECT_THAT(fault.reach, SizeIs(8));
}

TEST(FaultSelector, PicksSoManyDepartmentsByTheSeed) {
  std::string text = scenario_of(
      fault_text({{"where", "{vendor: hesi, operations: [getFlowById], departments: 4}"}}));
  text = with(text, "departments: 3", "departments: 12");
  std::vector<std::string> picked = load_text(text).plan.faults[0].match.departments;
  EXPECT_THAT(picked, SizeIs(4));
  EXPECT_EQ(load_text(text).plan.faults[0].match.departments, picked);
  EXPECT_NE(load_text(with(text, "seed: 7", "seed: 8")).plan.faults[0].match.departments, picked);
}

TEST(FaultShare, IsByRequestStaffOrJourney) {
  EXPECT_EQ(load_fault({{"share", "12.5%"}}).by, ShareBy::request);
  EXPECT_EQ(load_fault({{"share", "{percent: 80%, by: request}"}}).per_mille, 800U);
  EXPECT_EQ(load_fault({{"share", "{percent: 80%, by: journey}"}}).by, ShareBy::journey);
  EXPECT_THAT(load_fault({{"share", "{percent: 50%, by: staff}"}}).victims, SizeIs(12));
}

TEST(FaultShare, OfAFaultLikeAnotherHitsTheSamePeople) {
  FaultLines other = {{"where", "{vendor: airline, operations: [getOrder]}"},
                      {"share", "{percent: 50%, by: staff}"}};
  FaultLines one = {{"share", "{percent: 50%, by: staff}"}};
  std::string apart = scenario_of(fault_text(one) + fault_text(other, "other"));
  Plan plan = load_text(apart).plan;
  EXPECT_NE(plan.faults[0].victims, plan.faults[1].victims);
  other["like"] = "one";
  plan = load_text(scenario_of(fault_text(one) + fault_text(other, "other"))).plan;
  EXPECT_EQ(plan.faults[1].draw, "one");
  EXPECT_EQ(plan.faults[0].victims, plan.faults[1].victims);
}

// ---- how strong, how long, when not ----------------------------------------------------------

TEST(FaultStrength, IsConstantARampStepsOrAFlap) {
  EXPECT_EQ(load_fault({}).strength.shape, EnvelopeShape::constant);
  EnvelopePlan ramp = load_fault({{"strength", "{ramp: {from: 5%, over: 10m}}"}}).strength;
  EXPECT_EQ(ramp.shape, EnvelopeShape::ramp);
  EXPECT_EQ(ramp.from, 50U);
  EXPECT_EQ(ramp.over, 10min);
  EXPECT_EQ(load_fault({{"strength", "{ramp: {over: 10m}}"}}).strength.from, 0U);
  EnvelopePlan steps =
      load_fault({{"strength", "{steps: [{after: 0s, share: 10%}, {after: 10m, share: 100%}]}"}})
          .strength;
  EXPECT_EQ(steps.shape, EnvelopeShape::steps);
  ASSERT_THAT(steps.steps, SizeIs(2));
  EXPECT_EQ(steps.steps[1].after, 10min);
  EXPECT_EQ(steps.steps[1].per_mille, 1000U);
  EnvelopePlan flap = load_fault({{"strength", "{flap: {period: 4m, duty: 50%}}"}}).strength;
  EXPECT_EQ(flap.shape, EnvelopeShape::flap);
  EXPECT_EQ(flap.period, 4min);
  EXPECT_EQ(flap.duty, 500U);
}

TEST(FaultStrength, OfADoorMayFlap) {
  FaultLines door = {{"where", "{vendor: hotel}"},
                     {"effect", "refuse"},
                     {"strength", "{flap: {period: 4m, duty: 50%}}"}};
  EXPECT_EQ(load_fault(door).strength.shape, EnvelopeShape::flap);
}

TEST(FaultEnd, IsAFixASettingAnActionOrCallsThatPass) {
  std::string text =
      scenario_of(fault_text({{"effect", "{accept-auth: [v3]}"},
                              {"until",
                               "{vendor: hesi, fixes: one, desk: auth, becomes: [compatible, v3], "
                               "action: auth-rollback, passes: 20}"}}));
  text += "vendors: {hesi: {acknowledges: 5m, fixes: {one: {after: 5m}}}}\n";
  UntilPlan until = load_text(text).plan.faults[0].until;
  EXPECT_EQ(until.fix, "hesi");
  EXPECT_EQ(until.setting, "auth");
  EXPECT_THAT(until.values, ElementsAre("compatible", "v3"));
  EXPECT_EQ(until.action, "auth-rollback");
  EXPECT_EQ(until.passes, 20);
}

TEST(FaultEnd, MayBeASettingOfAnyKind) {
  EXPECT_THAT(load_fault({{"until", "{desk: retries, becomes: [0, 1]}"}}).until.values,
              ElementsAre("0", "1"));
}

TEST(FaultEnd, MayComeAfterAWhile) {
  EXPECT_EQ(load_fault({{"for", "10m"}}).lasts, 10min);
  EXPECT_EQ(load_fault({}).lasts, kForever);
}

TEST(FaultRelapse, SaysWhenHowOftenAndWhatPreventsIt) {
  RelapsePlan relapse =
      load_fault({{"relapse", "{after: 12m, times: 2, unless: {desk: auth, becomes: compatible}}"}})
          .relapse;
  EXPECT_EQ(relapse.after, 12min);
  EXPECT_EQ(relapse.times, 2);
  EXPECT_EQ(relapse.setting, "auth");
  EXPECT_THAT(relapse.values, ElementsAre("compatible"));
  relapse = load_fault({{"relapse", "{after: 12m}"}}).relapse;
  EXPECT_EQ(relapse.times, 1);
  EXPECT_THAT(relapse.setting, IsEmpty());
}

TEST(FaultWorse, GrowsOnAnActionASettingOrAnAlert) {
  auto worse = [](const std::string& on) {
    return load_fault({{"share", "50%"}, {"worse", "{on: " + on + ", share: 100%}"}}).worse;
  };
  EXPECT_EQ(worse("{action: clear-token-cache}").on.action, "clear-token-cache");
  EXPECT_EQ(worse("{alert: log-in-failing}").on.alert, "log-in-failing");
  EXPECT_THAT(worse("{desk: retries, becomes: [2, 3, 4]}").on.values, ElementsAre("2", "3", "4"));
  EXPECT_EQ(worse("{action: reconcile}").per_mille, 1000U);
}

TEST(FaultGuard, CapsTheCallsThatItHits) {
  EXPECT_EQ(load_fault({{"guard", "{most_calls: 100}"}}).most_calls, 100);
  EXPECT_EQ(load_fault({}).most_calls, 0);
}

TEST(FaultPriority, IsAWholeNumber) {
  EXPECT_EQ(load_fault({{"priority", "-10"}}).priority, -10);
  EXPECT_EQ(load_fault({}).priority, 0);
}

TEST(FaultTruth, MayBeNoneForAPassingDisturbance) {
  EXPECT_THAT(load_fault({{"truth", "none"}}).truths, IsEmpty());
}

// ---- all together ----------------------------------------------------------------------------

TEST(Safety, HoldsForAllFaults) {
  std::string text = scenario_of(fault_text({})) +
                     "safety: {most_active: 3, targets: [hesi, desk],\n"
                     "         abort_if: {journey: log-in, below: 10%, over: 5m}}\n";
  SafetyPlan safety = load_text(text).plan.safety;
  EXPECT_EQ(safety.most_active, 3);
  EXPECT_THAT(safety.targets, ElementsAre(Member::hesi, Member::desk));
  EXPECT_EQ(safety.abort.journey, "log-in");
  EXPECT_EQ(safety.abort.below, 100U);
  EXPECT_EQ(safety.abort.over, 5min);
}

TEST(Safety, IsNoneUnlessItIsWritten) {
  SafetyPlan safety = load_text(small_scenario()).plan.safety;
  EXPECT_EQ(safety.most_active, 0);
  EXPECT_THAT(safety.targets, IsEmpty());
  EXPECT_THAT(safety.abort.journey, IsEmpty());
}

TEST(DeskFault, NeedsADeskOfOurs) {
  std::string text = scenario_of(fault_text({{"where", "{vendor: desk, operations: [logIn]}"}}));
  text = with(text, "departments: 3}", "departments: 3}\n  desk: {url: 'http://desk.example'}");
  LoadOptions options = with_library();
  options.allow_hosts = {"desk.example"};
  EXPECT_THAT(complaint_about_text(text, options),
              HasSubstr("a desk of your own has no faults of ours"));
}

// ---- warnings --------------------------------------------------------------------------------

std::vector<std::string> warnings_of(const FaultLines& lines, const FaultLines& other = {}) {
  std::string faults = fault_text(lines);
  if (!other.empty()) faults += fault_text(other, "other");
  std::string text = scenario_of(faults);
  text = with(text, "  - {run: submit-expense, rate: 6/min}\n", "");
  return load_text(with(text, "  - {run: book-trip, rate: 6/min}\n", "")).warnings;
}

TEST(FaultWarning, IsOfADeskOperationOrAMessageThatNoJourneyMeets) {
  const auto nobody = ElementsAre(HasSubstr("no journey meets the fault 'one'"));
  EXPECT_THAT(warnings_of({{"where", "{vendor: desk, operations: [searchHotels]}"}}), nobody);
  EXPECT_THAT(warnings_of({{"where", "{vendor: hesi, operations: [outboundApprovalEvent]}"},
                           {"effect", "lose"}}),
              nobody);
}

TEST(FaultWarning, IsNotOfWhatNobodyCanTell) {
  for (const char* where :
       {"{vendor: desk, operations: [logIn]}", "{vendor: desk, operations: [openPage]}",
        "{vendor: desk, operations: [egress]}"})
    EXPECT_THAT(warnings_of({{"where", where}}), IsEmpty()) << where;
  EXPECT_THAT(warnings_of({{"where", "{vendor: airline}"}, {"effect", "lose"}}), IsEmpty());
}

TEST(FaultWarning, IsOfALengthThatIsCutShort) {
  EXPECT_THAT(
      warnings_of({{"where", "{vendor: desk, operations: [logIn]}"}, {"for", "50m"}}),
      ElementsAre(HasSubstr("the fault 'one' is to last 50m, but 'at_most' ends it after 40m")));
}

TEST(FaultWarning, IsNotOfTwoThatNeverMeet) {
  FaultLines log_in = {{"where", "{vendor: desk, operations: [logIn]}"}};
  EXPECT_THAT(warnings_of(log_in, log_in), SizeIs(1));
  FaultLines early = log_in, mobile = log_in, pc = log_in, waiting = log_in;
  early["for"] = "10m";
  FaultLines late = log_in;
  late["at"] = "20m";
  EXPECT_THAT(warnings_of(early, late), IsEmpty());
  mobile["where"] = "{vendor: desk, operations: [logIn], clients: mobile}";
  pc["where"] = "{vendor: desk, operations: [logIn], clients: pc}";
  EXPECT_THAT(warnings_of(mobile, pc), IsEmpty());
  waiting["at"] = "";
  waiting["after"] = "cue";
  EXPECT_THAT(warnings_of(log_in, waiting), IsEmpty());
}

}  // namespace
}  // namespace mayday::test
