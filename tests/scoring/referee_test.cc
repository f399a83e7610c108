#include "mayday/scoring/referee.h"

#include <gtest/gtest.h>

#include "drill_builder.h"
#include "mayday/base/draw.h"

namespace mayday {
namespace {

std::vector<Measured> judged(const DrillBuilder& drill) {
  return measure(sort_events(drill.events()), find_profile("enterprise"));
}

Measured judge(const DrillBuilder& drill) { return judged(drill).front(); }

/// Within the ten per cent of a one-minute window that a mitigated band forgives, and a turn of a
/// second.
testing::AssertionResult about(Instant actual, Duration expected) {
  if (actual >= Instant{expected - 7s} && actual <= Instant{expected + 2s})
    return testing::AssertionSuccess();
  return testing::AssertionFailure() << (actual == kNever ? "never" : to_clock(actual))
                                     << " is not about " << to_clock(Instant{expected});
}

TEST(Onset, IsTheFirstBite) {
  DrillBuilder drill = harmed_from_6_to_20();
  drill.bite(5min + 30s);
  EXPECT_EQ(judge(drill).arm, Instant{5min});
  EXPECT_EQ(judge(drill).onset, Instant{5min + 30s});
}

TEST(Symptom, NeedsTwoMoreHarmedJourneysWithinTenMinutes) {
  DrillBuilder drill;
  drill.arm(5min);
  drill.bite(6min);
  drill.travel(1s, 60min, [](int n) {
    return n == 360 || n == 1200 || n == 1260 || n == 1320 ? kHarmed : kWell;
  });
  EXPECT_TRUE(judge(drill).symptom_seen);
  EXPECT_EQ(judge(drill).symptom, Instant{1201s});
}

TEST(Symptom, OfAFaultThatHurtsNobodyIsItsOnset) {
  DrillBuilder drill;
  drill.arm(5min);
  drill.bite(6min);
  drill.travel(1s, 60min, kWell);
  EXPECT_FALSE(judge(drill).symptom_seen);
  EXPECT_EQ(judge(drill).symptom, Instant{6min});
}

TEST(Mitigation, IsDatedBackToTheStartOfTheFirstGoodWindow) {
  EXPECT_TRUE(about(judge(harmed_from_6_to_20()).mitigated, 20min));
}

TEST(Mitigation, DoesNotComeWhileOneInFiveStillFails) {
  DrillBuilder drill;
  drill.arm(5min);
  drill.bite(6min);
  drill.travel(1s, 6min, kWell);
  drill.travel(6min, 60min, [](int n) { return n % 5 == 0 ? kHarmed : kWell; });
  EXPECT_EQ(judge(drill).mitigated, kNever);
}

TEST(Mitigation, DoesNotComeWhileEverythingIsSlow) {
  DrillBuilder drill;
  drill.arm(5min);
  drill.bite(6min);
  drill.travel(1s, 6min, kWell);
  drill.travel(6min, 20min, kHarmed);
  drill.travel(20min, 30min, Fate{"done", "normal", {}, 5s});
  drill.travel(30min, 60min, kWell);
  EXPECT_TRUE(about(judge(drill).mitigated, 30min + 3s));
}

TEST(Mitigation, IsNotSpoiltByNoiseBelowATenthOfWhatIsGood) {
  DrillBuilder drill;
  drill.arm(5min);
  drill.bite(6min);
  drill.travel(1s, 6min, Fate{"done", "normal", {}, 2ms});
  drill.travel(6min, 20min, kHarmed);
  drill.travel(20min, 60min, Fate{"done", "normal", {}, 900ms});
  EXPECT_TRUE(about(judge(drill).mitigated, 20min));
  EXPECT_NE(judge(drill).recovered, kNever);
}

TEST(Mitigation, DoesNotComeFromSilence) {
  DrillBuilder drill;
  drill.arm(5min);
  drill.bite(6min);
  drill.travel(1s, 6min, kWell);
  drill.travel(6min, 20min, kHarmed);
  EXPECT_EQ(judge(drill).mitigated, kNever);
  EXPECT_EQ(judge(drill).recovered, kNever);
}

TEST(Mitigation, OfOneFaultIsNotHeldUpByAnother) {
  DrillBuilder drill;
  drill.plan.faults.push_back(drill.plan.faults.front());
  drill.plan.faults.back().id = "other";
  drill.arm(5min);
  drill.bite(6min);
  drill.bite(6min, "other");
  drill.travel(1s, 6min, kWell);
  drill.travel(6min, 20min, kHarmed);
  drill.travel(20min, 40min, [](int n) {
    return n % 2 == 0 ? Fate{"failed", "normal", {"other"}, 50ms} : kWell;
  });
  drill.travel(40min, 60min, kWell);
  std::vector<Measured> both = judged(drill);
  EXPECT_TRUE(about(both[0].mitigated, 20min));
  EXPECT_TRUE(about(both[1].mitigated, 40min - 12s));
}

TEST(Relapse, IsAWholeMinuteOutsideTheBand) {
  DrillBuilder drill;
  drill.arm(5min);
  drill.bite(6min);
  drill.travel(1s, 6min, kWell);
  drill.travel(6min, 20min, kHarmed);
  drill.travel(20min, 24min, kWell);
  drill.travel(24min, 28min, kHarmed);
  drill.travel(28min, 60min, kWell);
  Measured measured = judge(drill);
  EXPECT_EQ(measured.flaps, 1);
  EXPECT_TRUE(about(measured.mitigated, 20min));  // the first time stands
  EXPECT_TRUE(about(measured.recovered, 28min));  // the last time counts
}

TEST(Relapse, IsNotADipThatOneWindowForgives) {
  DrillBuilder drill;
  drill.arm(5min);
  drill.bite(6min);
  drill.travel(1s, 6min, kWell);
  drill.travel(6min, 20min, kHarmed);
  drill.travel(20min, 60min, [](int n) { return n >= 120 && n < 124 ? kHarmed : kWell; });
  EXPECT_EQ(judge(drill).flaps, 0);
}

TEST(Relapse, AfterRecoveryTakesTheRecoveryBack) {
  DrillBuilder drill;
  drill.arm(5min);
  drill.bite(6min);
  drill.travel(1s, 6min, kWell);
  drill.travel(6min, 20min, kHarmed);
  drill.travel(20min, 32min, kWell);
  drill.travel(32min, 36min, kHarmed);
  drill.travel(36min, 60min, kWell);
  Measured measured = judge(drill);
  EXPECT_EQ(measured.flaps, 1);
  EXPECT_TRUE(about(measured.recovered, 36min));
  ASSERT_EQ(measured.recovered_spans.size(), 2U);
  EXPECT_TRUE(about(measured.recovered_spans[0].from, 20min));
}

TEST(Recovery, AllowsOneBadJourneyInAHundred) {
  EXPECT_TRUE(about(judge(harmed_from_6_to_20()).recovered, 20min));
}

TEST(Recovery, WaitsForTheBacklogToClear) {
  DrillBuilder drill = harmed_from_6_to_20();
  drill.unfinished(7min, Instant{6min + 30s});
  drill.unfinished(30min, kNever);
  EXPECT_TRUE(about(judge(drill).mitigated, 20min));
  EXPECT_TRUE(about(judge(drill).recovered, 30min));
}

TEST(Recovery, NeverComesWhileSomethingIsLeftUnfinished) {
  DrillBuilder drill = harmed_from_6_to_20();
  drill.unfinished(7min, Instant{6min + 30s});
  EXPECT_EQ(judge(drill).recovered, kNever);
}

DrillBuilder lost_in_silence() {
  DrillBuilder drill = harmed_from_6_to_20();
  drill.plan.faults.front().observable_at = Instant{8min};
  return drill;
}

TEST(SilentLoss, StartsTheClocksWhenABookKeeperCouldSeeIt) {
  EXPECT_EQ(judge(lost_in_silence()).symptom, Instant{8min});
  DrillBuilder late = lost_in_silence();
  late.plan.faults.front().observable_at = Instant{5min + 30s};
  EXPECT_EQ(judge(late).symptom, Instant{6min}) << "nothing is lost before the first bite";
}

TEST(SilentLoss, IsOverWhenTheBooksAgreeAfterTheLastLoss) {
  DrillBuilder drill = lost_in_silence();
  EXPECT_EQ(judge(drill).recovered, kNever) << "nobody looked";
  drill.add(12min, events::Reconciled{500, 3, 3, {}});
  EXPECT_EQ(judge(drill).recovered, kNever) << "more was lost afterwards";
  drill.add(24min, events::Reconciled{500, 3, 2, {"TRIP-1"}});
  EXPECT_EQ(judge(drill).recovered, kNever) << "a difference is open";
  drill.add(30min, events::Reconciled{500, 1, 1, {}});
  EXPECT_EQ(judge(drill).recovered, Instant{30min});
  EXPECT_TRUE(about(judge(drill).mitigated, 20min));
}

TEST(SilentLoss, ThatComesBackIsNotOver) {
  DrillBuilder drill;
  drill.plan.faults.front().observable_at = Instant{8min};
  drill.arm(5min);
  drill.bite(6min);
  drill.travel(1s, 6min, kWell);
  drill.travel(6min, 20min, kHarmed);
  drill.travel(20min, 30min, kWell);
  drill.travel(30min, 60min, kHarmed);
  drill.add(25min, events::Reconciled{500, 3, 3, {}});
  EXPECT_EQ(judge(drill).recovered, kNever);
}

TEST(Workaround, IsAnAlternativePathForHalfOfTheTravellers) {
  DrillBuilder drill;
  drill.arm(5min);
  drill.bite(6min);
  drill.travel(1s, 6min, kWell);
  drill.travel(6min, 15min, kHarmed);
  drill.travel(15min, 30min, [](int n) {
    return n % 3 == 0 ? kHarmed : Fate{"done", "alternative", {"auth"}, 1s};
  });
  drill.travel(30min, 60min, kWell);
  Measured measured = judge(drill);
  EXPECT_LT(measured.bypassed, Instant{15min + 1s});
  EXPECT_GT(measured.bypassed, Instant{14min});
  EXPECT_TRUE(about(measured.mitigated, 30min));  // the workaround is no cure
}

TEST(TrueLevel, IsOneWhenNobodyCanLogIn) {
  Measured measured = judge(harmed_from_6_to_20());
  ASSERT_EQ(measured.truth.size(), 1U);
  EXPECT_EQ(measured.truth[0].level, 1);
  EXPECT_EQ(measured.truth[0].at, measured.symptom);
  EXPECT_EQ(measured.down, (std::vector<std::string>{"login"}));
}

TEST(TrueLevel, RisesWithTheScopeAndOnlyThen) {
  DrillBuilder drill;
  drill.arm(5min);
  drill.bite(6min);
  drill.travel(1s, 6min, kWell);
  // Seven of two hundred people, spread over the list, until minute 20; everybody afterwards.
  auto is_victim = [](int person) { return person % 33 == 0; };
  for (int person = 0; person < 200; ++person)
    if (is_victim(person)) drill.plan.faults[0].reach.push_back("p" + std::to_string(person));
  drill.travel(6min, 20min, [&](int n) { return is_victim((n + 359) % 200) ? kHarmed : kWell; });
  drill.travel(20min, 40min, kHarmed);
  drill.travel(40min, 60min, kWell);
  std::vector<LevelAt> truth = judge(drill).truth;
  ASSERT_GE(truth.size(), 2U);
  EXPECT_EQ(truth.front().level, 3);
  EXPECT_EQ(truth.back().level, 1);
  EXPECT_GT(truth.back().at, Instant{20min});
  EXPECT_LT(truth.back().at, Instant{26min});
}

TEST(TrueLevel, IsTwoForAThirdOfTheStaff) {
  DrillBuilder drill;
  drill.arm(5min);
  drill.bite(6min);
  drill.travel(1s, 6min, kWell);
  drill.travel(6min, 20min, [](int n) { return n % 3 == 0 ? kHarmed : kWell; });
  drill.travel(20min, 60min, kWell);
  ASSERT_EQ(judge(drill).truth.size(), 1U);
  EXPECT_EQ(judge(drill).truth[0].level, 2);
}

/// The victims travel first: a first sample of nothing but bad journeys must not fix the level.
TEST(TrueLevel, IsThreeForAFewPeopleEvenWhenTheyTravelFirst) {
  DrillBuilder drill;
  drill.arm(5min);
  drill.bite(6min);
  drill.travel(1s, 6min, kWell);
  auto is_victim = [](int n) { return n % 200 == 0 || n % 200 == 1 || n % 200 == 30; };
  drill.travel(6min, 30min, [&](int n) { return is_victim(n) ? kHarmed : kWell; });
  drill.travel(30min, 60min, kWell);
  Measured measured = judge(drill);
  ASSERT_EQ(measured.truth.size(), 1U);
  EXPECT_EQ(measured.truth[0].level, 3);
  EXPECT_LE(measured.share, 200);
}

/// Eight of two hundred people (4 %) are victims, in a hundred drawn orders of travel. The level is
/// judged hundreds of times in each, and one wrong rise would stand for good.
TEST(TrueLevel, OfAFewPeopleHardlyEverRisesByChance) {
  int wrong = 0;
  for (std::uint64_t round = 0; round < 100; ++round) {
    DrillBuilder drill;
    drill.arm(5min);
    drill.bite(6min);
    drill.travel(1s, 6min, kWell);
    drill.travel(
        6min, 20min,
        [&](int n) {
          auto key = round * 10'000 + static_cast<std::uint64_t>(n);
          return pick(draw(7, "victim", key), 100) < 4 ? kHarmed : kWell;
        },
        2s);
    drill.travel(20min, 30min, kWell);
    if (judge(drill).truth.back().level != 3) ++wrong;
  }
  EXPECT_LE(wrong, 5);
}

TEST(Sampling, IsTheMeanGapBetweenJourneysOfTheBittenKinds) {
  EXPECT_EQ(judge(harmed_from_6_to_20()).delta, 1s);
}

}  // namespace
}  // namespace mayday
