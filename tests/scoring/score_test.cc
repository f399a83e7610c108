#include "mayday/scoring/score.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "drill_builder.h"
#include "mayday/base/input_error.h"

namespace mayday {
namespace {

Scorecard scored(const DrillBuilder& drill, bool closed = true) {
  return score(drill.events(closed), find_profile("enterprise"), "head");
}

const Dimension& bar(const Scorecard& card, const std::string& id) {
  for (const Dimension& dimension : card.dimensions)
    if (dimension.id == id) return dimension;
  throw std::out_of_range(id);
}

Instant stamp(const Scorecard& card, const std::string& name) {
  for (const Stamp& stamp : card.timestamps.front().stamps)
    if (stamp.name == name) return stamp.at;
  throw std::out_of_range(name);
}

TEST(Score, OfAWellHandledDrillIsHigh) {
  Scorecard card = scored(handled_drill());
  EXPECT_EQ(card.verdict, "pass");
  EXPECT_GE(card.score, 9500);
  EXPECT_EQ(card.letter, "A");
  EXPECT_LE(card.low, card.score);
  EXPECT_GE(card.high, card.score);
  EXPECT_FALSE(bar(card, "d6").applies);  // no vendor was to blame
  EXPECT_EQ(card.faults.front().incident, "INC-1");
  EXPECT_EQ(card.improvements.front().owner, "ops");
}

TEST(Score, CountsEveryStampOfTheTeam) {
  Scorecard card = scored(handled_drill());
  EXPECT_EQ(stamp(card, "t_on"), Instant{6min});
  EXPECT_EQ(stamp(card, "t_alert"), Instant{7min});
  EXPECT_EQ(stamp(card, "t_ack"), Instant{8min});
  EXPECT_EQ(stamp(card, "t_dec"), Instant{9min});
  EXPECT_EQ(stamp(card, "t_grade"), Instant{9min});
  EXPECT_EQ(stamp(card, "t_loc"), Instant{10min});
  EXPECT_EQ(stamp(card, "t_usr"), Instant{11min});
  EXPECT_EQ(stamp(card, "t_ver"), Instant{27min});
  EXPECT_EQ(stamp(card, "t_clean"), Instant{29min});
  EXPECT_EQ(stamp(card, "t_close"), Instant{40min});
  EXPECT_EQ(stamp(card, "t_rev"), Instant{41min});
  EXPECT_EQ(stamp(card, "t_ven"), kNever);
}

TEST(Score, OfTheSameLedgerIsTheSameToTheByte) {
  EXPECT_EQ(canonical(json::value_from(scored(handled_drill()))),
            canonical(json::value_from(scored(handled_drill()))));
}

TEST(Score, OfADrillInWhichNobodyDidAnythingIsLowAndCapped) {
  DrillBuilder drill = harmed_from_6_to_20();
  drill.end(20min, "at_most");
  drill.alert(7min, "log-in-failing", "auth_adapter", "contract-mismatch", {"login"});
  drill.add(60min, events::Books{1000, {}});
  Scorecard card = scored(drill);
  EXPECT_LE(card.score, 1500);
  EXPECT_EQ(bar(card, "d1").value, 0);  // an alert that nobody took up
  ASSERT_EQ(card.caps.size(), 1U);
  EXPECT_EQ(card.caps[0].name, "missed-l1");
  EXPECT_TRUE(card.faults.front().self_healed);
  EXPECT_TRUE(card.faults.front().seen);
  EXPECT_FALSE(card.faults.front().handled);
}

TEST(Score, GivesNothingForAFaultThatItsScriptEnded) {
  DrillBuilder drill = harmed_from_6_to_20();
  drill.end(20min, "for");
  drill.act(8min, "declare", {{"suspects", json::array{"auth_adapter"}}});
  Scorecard card = scored(drill);
  EXPECT_TRUE(card.faults.front().handled);
  EXPECT_EQ(bar(card, "d4").value, 0);
}

TEST(Score, IgnoresWhatWasDeclaredBeforeTheOnset) {
  DrillBuilder drill = harmed_from_6_to_20();
  drill.act(1min, "declare", {{"suspects", json::array{"auth_adapter"}}});
  drill.act(1min, "grade", {{"level", 1}});
  drill.act(1min, "locate", {{"component", "auth_adapter"}});
  Scorecard card = scored(drill);
  EXPECT_TRUE(card.incidents.front().false_alarm);
  EXPECT_FALSE(card.faults.front().handled);
  EXPECT_EQ(bar(card, "d2").value, 0);
  EXPECT_EQ(bar(card, "d3").value, 0);
}

TEST(Score, LetsAGradeWaitForItsDeclaration) {
  DrillBuilder drill = harmed_from_6_to_20();
  drill.act(7min, "grade", {{"level", 1}});
  drill.act(9min, "declare", {{"suspects", json::array{"Auth Adapter"}}});
  Scorecard card = scored(drill);
  EXPECT_EQ(stamp(card, "t_grade"), Instant{9min});
}

TEST(Score, ChargesAClaimThatTheJourneysRefute) {
  DrillBuilder drill = handled_drill();
  drill.act(12min, "claim", {{"what", "mitigated"}});
  drill.act(13min, "claim", {{"what", "mitigated"}});  // the same claim again
  Scorecard card = scored(drill);
  EXPECT_EQ(card.penalties[1].count, 1);
  EXPECT_EQ(card.penalties[1].points, 200);
  EXPECT_EQ(scored(handled_drill()).penalties[1].count, 0);
}

TEST(Score, LowersCommunicationForARecoveryAnnouncedWhileUsersSuffer) {
  DrillBuilder drill = handled_drill();
  drill.act(12min, "notice", {{"channels", json::array{"mail"}}, {"recovered", true}});
  Scorecard card = scored(drill);
  EXPECT_EQ(bar(card, "d5").parts.back().name, "honesty");
  EXPECT_TRUE(card.notices.back().premature);
  EXPECT_LT(bar(card, "d5").value, 750'000);
}

TEST(Score, CallsAnAlertAboutNothingFalseButFreeOnceAnHour) {
  DrillBuilder drill = handled_drill();
  drill.alert(30min, "rooms-down", "hotel", "outage", {"booking"});
  Scorecard one = scored(drill);
  EXPECT_EQ(one.penalties[0].count, 1);
  EXPECT_EQ(one.penalties[0].points, 0);
  drill.alert(31min, "rooms-slow", "hotel", "outage", {"booking"});
  EXPECT_EQ(scored(drill).penalties[0].points, 200);
}

TEST(Score, ReportsADuplicateIncidentWithoutChargingIt) {
  DrillBuilder drill = handled_drill();
  drill.act(12min, "declare", {{"suspects", json::array{"auth_adapter"}}});
  Scorecard card = scored(drill);
  EXPECT_TRUE(card.incidents[1].duplicate);
  EXPECT_EQ(card.penalties[0].count, 0);
  EXPECT_EQ(stamp(card, "t_dec"), Instant{9min});
}

TEST(Score, IsInconclusiveWhenAFaultNeverBit) {
  DrillBuilder drill;
  drill.arm(5min);
  drill.travel(1s, 10min, kWell);
  Scorecard card = scored(drill);
  EXPECT_EQ(card.verdict, "inconclusive");
  EXPECT_EQ(card.why.en, "never bit: auth");
}

TEST(Score, OfAKilledDrillSaysHowFarItGot) {
  Scorecard card = scored(handled_drill(), false);
  EXPECT_EQ(card.closed, "");
  ASSERT_FALSE(card.notes.empty());
  EXPECT_EQ(card.notes.front().en, "the drill was cut off; it is scored up to 1:00:00");
}

TEST(Score, CapsADrillThatLeftAnOrderLost) {
  DrillBuilder drill = handled_drill();
  drill.add(60min + 1s, events::Books{1000, {{"lost", "o1", "airline", "booked", ""}}});
  drill.plan.gates = {{"lost_orders", 0}, {"score", 60}};
  Scorecard card = scored(drill);
  EXPECT_EQ(card.score, 6900);
  EXPECT_EQ(card.letter, "D");
  EXPECT_EQ(card.verdict, "fail");
  EXPECT_EQ(card.why.en, "gate not reached: lost_orders");
  EXPECT_TRUE(card.gates[1].passed);
}

TEST(Score, HoldsGatesAgainstTheLowEnd) {
  DrillBuilder drill = handled_drill();
  drill.plan.gates = {{"score", 90}, {"recover", Duration{15min}.count()}, {"d4", 15}, {"d6", 1}};
  Scorecard card = scored(drill);
  ASSERT_EQ(card.gates.size(), 4U);
  EXPECT_EQ(card.gates[0].actual, card.low);
  EXPECT_TRUE(card.gates[0].passed);
  EXPECT_TRUE(card.gates[1].passed);
  EXPECT_TRUE(card.gates[2].passed);
  EXPECT_FALSE(card.gates[3].passed);  // it does not apply here
}

TEST(Score, WithoutAFaultRewardsACalmTeam) {
  DrillBuilder drill;
  drill.plan.faults.clear();
  drill.travel(1s, 60min, kWell);
  drill.add(10min, events::Inject{"service-desk", {"", "hesi"}, {"", "maintenance tonight"}});
  drill.act(12min, "triage", {{"ticket", "1"}});
  drill.act(30min, "close", {{"reason", "announced maintenance"}});
  EXPECT_EQ(scored(drill).score, 10'000);
  drill.act(20min, "declare", {{"title", "all is lost"}});
  drill.act(20min, "grade", {{"level", 1}});
  EXPECT_EQ(scored(drill).score, 8000);
  EXPECT_TRUE(scored(drill).no_fault);
}

TEST(Score, OfALedgerWithoutItsFirstLineIsRefused) {
  std::vector<Event> events = handled_drill().events();
  events.erase(events.begin());
  EXPECT_THROW(score(events, find_profile("enterprise"), ""), InputError);
}

/// The vendor is asked, answers in time, and its word is passed on.
DrillBuilder vendor_drill() {
  DrillBuilder drill = handled_drill();
  VendorPlan vendor;
  vendor.vendor = Member::hesi;
  vendor.acknowledges = 5min;
  vendor.fixes = {{"auth", 10min, {"request-id"}}};
  drill.plan.vendors = {vendor};
  json::object evidence{{"request_ids", json::array{"r1"}},
                        {"time_range", json::object{{"from", "2026-03-01T00:06:00Z"},
                                                    {"to", "2026-03-01T00:09:00Z"}}},
                        {"endpoint", "hesi findStaffs"}};
  drill.act(10min, "ticket", {{"to", "hesi"}, {"evidence", evidence}},
            {{"r1", true, true, "findStaffs", Instant{8min}, {}}});
  drill.add(15min, events::Vendor{"hesi", "acknowledged", "T-1", "", "", {}, {}});
  drill.act(18min, "notice", {{"channels", json::array{"mail"}}, {"relays", "T-1"}});
  return drill;
}

TEST(VendorWork, CountsEvidenceClockAndRelay) {
  Scorecard card = scored(vendor_drill());
  const Dimension& d6 = bar(card, "d6");
  ASSERT_TRUE(d6.applies);
  EXPECT_EQ(d6.parts[0].value, kOne);
  EXPECT_EQ(d6.parts[1].value, kOne / 2);  // three items of six
  EXPECT_EQ(d6.parts[2].value, kOne);
  EXPECT_EQ(d6.parts[3].value, kOne);
  EXPECT_TRUE(card.tickets.front().evidence[1].valid);
}

TEST(VendorWork, AsksForAnEscalationWhenTheVendorIsLate) {
  DrillBuilder late = handled_drill();
  VendorPlan vendor;
  vendor.acknowledges = 5min;
  late.plan.vendors = {vendor};
  late.plan.faults[0].truths.front().party = "hesi";
  late.act(10min, "ticket", {{"to", "hesi"}, {"evidence", json::object{{"steps", "log in"}}}});
  EXPECT_EQ(bar(scored(late), "d6").parts[2].value, 0);
  late.act(12min, "escalate", {{"to", "hesi"}});  // before its time is up
  EXPECT_EQ(bar(scored(late), "d6").parts[2].value, 0);
  late.act(20min, "escalate", {{"to", "hesi"}});
  EXPECT_EQ(bar(scored(late), "d6").parts[2].value, kOne);
}

}  // namespace
}  // namespace mayday
