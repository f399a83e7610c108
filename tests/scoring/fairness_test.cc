#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "drill_builder.h"
#include "mayday/base/input_error.h"
#include "mayday/scoring/dimensions.h"
#include "mayday/scoring/score.h"
#include "near.h"
#include "worked_examples.h"

namespace mayday {
namespace {

using worked::minute;

Scorecard scored(const DrillBuilder& drill) {
  return score(drill.events(), find_profile("enterprise"), "head");
}

Ppm value_of(const Scorecard& card, std::size_t dimension, const std::string& part) {
  for (const Part& one : card.dimensions[dimension].parts)
    if (one.name == part) return one.value;
  throw std::out_of_range(part);
}

TEST(Grading, LeftOutCostsWhatTheProfileSaysOfNoGradeAtAll) {
  FaultTimeline fault = worked::case_one();
  fault.given.clear();
  fault.truth = {{minute(1), 3}};
  EXPECT_EQ(grading(fault, find_profile("enterprise")).parts[0].value, 200'000);  // (1 - 0.6) / 2
  fault.truth = {{minute(1), 2}};
  EXPECT_EQ(grading(fault, find_profile("enterprise")).parts[0].value, 0);
}

TEST(Grading, OfEveryLevelAtOnceIsThatOfTheLast) {
  DrillBuilder drill = harmed_from_6_to_20();
  drill.act(8min, "declare", {{"suspects", json::array{"auth_adapter"}}});
  for (int level : {1, 2, 3}) drill.act(9min, "grade", {{"level", level}});
  Scorecard card = scored(drill);
  ASSERT_EQ(card.faults.front().grades.given.size(), 1U);
  EXPECT_EQ(card.faults.front().grades.given.front().level, 3);
}

TEST(Estimate, IsNotRenewedByANoticeThatSaysNothing) {
  FaultTimeline fault = worked::case_one();
  fault.notices[0].eta = minute(30);
  fault.notices[1].at = minute(34);
  fault.notices[1].eta = kNever;
  Profile profile = find_profile("enterprise");
  Ppm renewed = communication(fault, profile).parts[2].value;
  fault.notices[1].counts = false;
  EXPECT_EQ(communication(fault, profile).parts[2].value, renewed - 200'000);
}

TEST(SelfHealing, IsNotUndoneByAChangeThatHelpsNobody) {
  DrillBuilder drill = harmed_from_6_to_20();
  drill.end(20min, "at_most");
  drill.act(8min, "declare", {{"suspects", json::array{"auth_adapter"}}});
  drill.act(9min, "desk", {{"patience", "10s"}});
  Scorecard card = scored(drill);
  EXPECT_TRUE(card.faults.front().self_healed);
  EXPECT_EQ(value_of(card, 3, "mitigate"), 0);
}

TEST(SelfHealing, IsNotWhatAWorkaroundBeforeTheEndWas) {
  DrillBuilder drill;
  drill.arm(5min);
  drill.bite(6min);
  drill.travel(1s, 6min, kWell);
  drill.travel(6min, 12min, kHarmed);
  drill.travel(12min, 20min, Fate{"done", "alternative", {"auth"}, 1s});
  drill.travel(20min, 60min, kWell);
  drill.end(20min, "at_most");
  drill.act(8min, "declare", {{"suspects", json::array{"auth_adapter"}}});
  drill.act(11min + 30s, "desk", {{"manual_approval", "on"}});
  EXPECT_FALSE(scored(drill).faults.front().self_healed);
}

TEST(Incident, ThatSuspectsEverythingIsAboutNothing) {
  DrillBuilder drill = harmed_from_6_to_20();
  drill.act(8min, "declare",
            {{"suspects", json::array{"hotel", "login_page", "desk", "auth_adapter"}}});
  EXPECT_FALSE(scored(drill).faults.front().handled);
  DrillBuilder three = harmed_from_6_to_20();
  three.act(8min, "declare", {{"suspects", json::array{"hotel", "desk", "auth_adapter"}}});
  EXPECT_TRUE(scored(three).faults.front().handled);
}

TEST(Foresight, EarnsNothingAlsoWhenItsIncidentComesLater) {
  DrillBuilder drill = harmed_from_6_to_20();
  drill.act(2min, "grade", {{"level", 1}});
  drill.act(
      2min, "locate",
      {{"component", "auth_adapter"}, {"kind", "contract-mismatch"}, {"party", "enterprise"}});
  drill.act(8min, "declare", {{"suspects", json::array{"auth_adapter"}}});
  Scorecard card = scored(drill);
  EXPECT_TRUE(card.faults.front().handled);
  EXPECT_EQ(card.dimensions[2].value, 0);
  EXPECT_TRUE(card.faults.front().grades.given.empty());
}

/// Two faults under one incident that names both; `hotel` is the second's component.
DrillBuilder two_faults_in_one_incident() {
  DrillBuilder drill = harmed_from_6_to_20();
  drill.plan.faults.push_back(drill.plan.faults.front());
  drill.plan.faults.back().id = "rooms";
  drill.plan.faults.back().truths = {{"hotel", "outage", "hotel"}};
  drill.arm(5min, "rooms");
  drill.bite(6min, "rooms");
  drill.act(8min, "declare", {{"suspects", json::array{"auth_adapter", "hotel"}}});
  return drill;
}

void locate(DrillBuilder& drill, Duration at, const std::string& component) {
  drill.act(at, "locate", {{"component", component}});
}

TEST(Location, OfOneFaultIsNoWrongAnswerForAnotherOfTheSameIncident) {
  DrillBuilder drill = two_faults_in_one_incident();
  locate(drill, 9min, "hotel");
  locate(drill, 10min, "auth_adapter");
  Scorecard card = scored(drill);
  ASSERT_EQ(card.faults.size(), 2U);
  for (const FaultScore& fault : card.faults) EXPECT_EQ(fault.locations.size(), 1U) << fault.id;
}

TEST(Location, InAPlaceWhereNothingIsWrongIsAWrongAnswerForBoth) {
  DrillBuilder drill = two_faults_in_one_incident();
  locate(drill, 9min, "login_page");
  locate(drill, 10min, "auth_adapter");
  Scorecard card = scored(drill);
  ASSERT_EQ(card.faults.size(), 2U);
  EXPECT_EQ(card.faults[0].locations.size(), 2U);
  EXPECT_EQ(card.faults[1].locations.size(), 1U);
}

TEST(Bars, SayWhichOfSeveralFaultsAPartIsOf) {
  Scorecard card = scored(two_faults_in_one_incident());
  for (const char* id : {"d1", "d2", "d3", "d4", "d5"}) {
    std::set<std::string> of;
    for (const Dimension& bar : card.dimensions)
      for (const Part& part : bar.parts)
        if (bar.id == id) of.insert(part.fault);
    EXPECT_EQ(of, (std::set<std::string>{"auth", "rooms"})) << id;
  }
}

TEST(FalseAlarms, AreFreeOnlyForHoursThatPassed) {
  DrillBuilder drill = handled_drill();
  drill.plan.length = 4h;
  drill.alert(30min, "rooms-down", "hotel", "outage", {"booking"});
  drill.alert(31min, "rooms-slow", "hotel", "outage", {"booking"});
  // Stopped at minute 60: one hour, one free.
  Scorecard card = score(drill.events(false), find_profile("enterprise"), "head");
  EXPECT_EQ(card.penalties[0].points, 200);
}

TEST(Books, ReconciledBeforeAnythingWentWrongWereNotReconciled) {
  DrillBuilder drill = harmed_from_6_to_20();
  drill.add(2min, events::Reconciled{500, 0, 0, {}});
  drill.add(60min, events::Books{1000, {}});
  EXPECT_FALSE(scored(drill).books.reconciled);
  drill.add(22min, events::Reconciled{500, 0, 0, {}});
  EXPECT_TRUE(scored(drill).books.reconciled);
}

TEST(Canary, ThatStopsMakesTheDrillVoid) {
  DrillBuilder drill;
  drill.arm(5min);
  drill.bite(6min);
  drill.travel(1s, 6min, kWell);
  drill.travel(6min, 12min, kHarmed);
  drill.travel(40min, 60min, kWell);
  Scorecard card = scored(drill);
  EXPECT_EQ(card.verdict, "void");
  EXPECT_EQ(card.why.en, "nobody travelled for 28m1s: without its canary a drill cannot be judged");
  EXPECT_EQ(scored(handled_drill()).verdict, "pass");
}

TEST(Hint, AskedForByTheTeamCostsItsPriceAndLowersWhatIsSeenAfterIt) {
  DrillBuilder drill = harmed_from_6_to_20();
  drill.act(7min, "hint", {{"cost", 5}, {"text", "look at log-ins"}});
  drill.act(8min, "declare", {{"suspects", json::array{"auth_adapter"}}});
  Scorecard card = scored(drill);
  EXPECT_EQ(card.penalties[2].points, 500);
  EXPECT_EQ(card.dimensions[0].value, 300'000);
}

/// Nothing is wrong; a vendor's notice comes at minute 10.
DrillBuilder calm_drill() {
  DrillBuilder drill;
  drill.plan.faults.clear();
  drill.travel(1s, 60min, kWell);
  drill.add(10min, events::Inject{"service-desk", {"", "hesi"}, {"", "maintenance tonight"}});
  return drill;
}

TEST(Calm, OfATeamThatDoesNothingIsWorthFifteen) { EXPECT_EQ(scored(calm_drill()).score, 1500); }

TEST(Calm, CannotBeClosedBeforeAnythingStirred) {
  DrillBuilder drill = calm_drill();
  drill.act(1min, "close", {{"reason", "nothing"}});
  EXPECT_EQ(scored(drill).score, 1500);
  drill.act(11min, "close", {{"reason", "announced"}});
  EXPECT_EQ(scored(drill).score, 4000);
}

TEST(Calm, IsNotDisturbedForNothing) {
  DrillBuilder drill = calm_drill();
  drill.act(11min, "close", {{"reason", "announced"}});
  drill.act(12min, "desk", {{"action", "reconcile"}});
  EXPECT_EQ(scored(drill).score, 4000);
  drill.act(13min, "grade", {{"level", 1}});
  drill.act(14min, "grade", {{"level", 2}});
  EXPECT_EQ(scored(drill).score, 3500);
  drill.act(15min, "notice", {{"channels", json::array{"mail"}}, {"recovered", true}});
  drill.act(16min, "claim", {{"what", "recovered"}});
  drill.act(17min, "desk", {{"manual_approval", "on"}});
  EXPECT_EQ(scored(drill).score, 2300);
}

TEST(Ledger, ThatEndsBeforeTheDrillProvesNothing) {
  EXPECT_EQ(score(handled_drill().events(false), find_profile("enterprise"), "head").verdict,
            "inconclusive");
}

TEST(Ledger, WithALineOfAnotherFormSaysWhich) {
  std::vector<Event> events = handled_drill().events();
  events[6].body["extra"] = 1;
  try {
    score(events, find_profile("enterprise"), "head");
    FAIL() << "the line has a member too many";
  } catch (const InputError& error) {
    EXPECT_NE(std::string(error.what()).find("line 7 of the ledger"), std::string::npos)
        << error.what();
  }
}

/// Three suspects an incident, one of them the cause, in the last of so many incidents at once.
std::string incident_of_the_fault(int incidents) {
  DrillBuilder drill = harmed_from_6_to_20();
  for (int i = 0; i < incidents; ++i) {
    std::string n = std::to_string(i);
    json::array suspects{"a" + n, "b" + n, "c" + n};
    if (i + 1 == incidents) suspects[2] = "auth_adapter";
    drill.act(8min, "declare", {{"suspects", suspects}});
  }
  return scored(drill).faults[0].incident;
}

TEST(Incidents, ThatSuspectEverythingBetweenThemSuspectNothing) {
  EXPECT_EQ(incident_of_the_fault(1), "INC-1");
  EXPECT_EQ(incident_of_the_fault(2), "INC-2");
  EXPECT_EQ(incident_of_the_fault(3), "");
  EXPECT_EQ(incident_of_the_fault(10), "");
}

Ppm estimate_value(const FaultTimeline& fault) {
  for (const Part& part : communication(fault, find_profile("enterprise")).parts)
    if (part.name == "eta") return part.value;
  return -1;
}

/// "In a minute", said every minute, is right at last.
TEST(Estimate, IsJudgedOverAllTheTimeItStood) {
  FaultTimeline fault = worked::case_one();
  Ppm honest = estimate_value(fault);
  NoticeCheck soon = fault.notices.front();
  for (Instant at = soon.at; at < fault.mitigated; at = at + 1min) {
    soon.at = at;
    soon.eta = at + 1min;
    fault.notices.push_back(soon);
  }
  std::stable_sort(fault.notices.begin(), fault.notices.end(),
                   [](const NoticeCheck& a, const NoticeCheck& b) { return a.at < b.at; });
  EXPECT_LT(estimate_value(fault), honest - 100'000);
}

}  // namespace
}  // namespace mayday
