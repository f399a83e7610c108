#include "mayday/faults/engine.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fault_drill.h"

/// When a fault begins, whom it selects, how strong it is and when it ends.
namespace mayday {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

FaultPlan named(std::string id, Instant at = Instant{1min}) {
  FaultPlan fault = on_payments(effects::Close{});
  fault.id = std::move(id);
  fault.at = at;
  return fault;
}

FaultPlan waiting(std::string id, OccasionPlan on, Duration later = Duration{0}) {
  FaultPlan fault = named(std::move(id), kNever);
  fault.after = std::move(on);
  fault.later = later;
  return fault;
}

TEST(Trigger, AfterAnotherFaultsStates) {
  for (auto [state, when] :
       {std::pair{"armed", "1m30s"}, {"bitten", "2m30s"}, {"ended", "11m30s"}}) {
    OccasionPlan on;
    on.fault = "first";
    on.state = state;
    FaultDrill drill({named("first"), waiting("second", on, 30s)});
    drill.call_at(Instant{2min}, "/pay/ann");
    drill.run();
    EXPECT_THAT(drill.news, ::testing::Contains(std::string(when) + " armed second")) << state;
  }
}

TEST(Trigger, AfterAnActionASettingAnAlertOrACue) {
  OccasionPlan action;
  action.action = "restart";
  OccasionPlan setting;
  setting.setting = "retries";
  setting.values = {"2", "3"};
  OccasionPlan alert;
  alert.alert = "login-failing";
  OccasionPlan cue;
  cue.cue = true;
  FaultDrill drill(
      {waiting("a", action), waiting("s", setting), waiting("l", alert), waiting("c", cue)});
  using Kind = Occasion::Kind;
  drill.at(Instant{2min}, [&] { drill.engine.happened({Kind::setting, "retries", "1"}); });
  drill.at(Instant{3min}, [&] { drill.engine.happened({Kind::action, "restart", ""}); });
  drill.at(Instant{4min}, [&] { drill.engine.happened({Kind::setting, "retries", "3"}); });
  drill.at(Instant{5min}, [&] { drill.engine.happened({Kind::alert, "login-failing", ""}); });
  drill.at(Instant{6min}, [&] {
    EXPECT_TRUE(drill.engine.happened({Kind::cue, "c", ""}));
    EXPECT_FALSE(drill.engine.happened({Kind::cue, "nobody", ""}));
  });
  drill.at(Instant{7min}, [&] { drill.engine.end_all("stop"); });
  drill.run();
  EXPECT_THAT(drill.news, ElementsAre("3m armed a", "4m armed s", "5m armed l", "6m armed c",
                                      "7m ended by stop", "7m ended by stop", "7m ended by stop",
                                      "7m ended by stop"));
}

TEST(Selector, TakesClientDepartmentPersonFieldAndBody) {
  FaultPlan fault = named("picky");
  fault.match.clients = {"mobile"};
  fault.match.departments = {"sales"};
  FaultDrill drill(fault);
  Origin mobile;
  mobile.client = Client::mobile;
  mobile.department = "sales";
  Origin other = mobile;
  other.department = "legal";
  drill.origins.add("r1", mobile);
  drill.origins.add("r2", other);
  for (const char* id : {"r1", "r2", "r3"}) drill.call_at(Instant{2min}, "/pay/ann", 1min, id);
  drill.run();
  EXPECT_THAT(drill.seen, ElementsAre("2m closed", "2m 200 paid", "2m 200 paid"));
}

TEST(Selector, TakesOnlyEachNthCallAndOnlyTheFirstOnes) {
  FaultPlan fault = named("nth");
  fault.match.every = 2;
  fault.match.first = 4;
  FaultDrill drill(fault);
  for (int i = 0; i < 6; ++i) drill.call_at(Instant{2min + i * 1s}, "/pay/ann");
  drill.run();
  EXPECT_THAT(drill.seen, ElementsAre("2m 200 paid", "2m1s closed", "2m2s 200 paid", "2m3s closed",
                                      "2m4s 200 paid", "2m5s 200 paid"));
}

TEST(Envelope, FlapsWithItsPeriod) {
  FaultPlan fault = named("flap");
  fault.strength = {EnvelopeShape::flap, 0, {}, {}, 2min, 500};
  FaultDrill drill(fault);
  for (int minute = 1; minute <= 5; ++minute)
    drill.call_at(Instant{minute * 1min + 1s}, "/pay/ann");
  drill.run();
  EXPECT_THAT(drill.seen, ElementsAre("1m1s closed", "2m1s 200 paid", "3m1s closed",
                                      "4m1s 200 paid", "5m1s closed"));
}

TEST(Envelope, RampsAndStepsUpByCount) {
  FaultPlan ramp = named("ramp");
  ramp.strength.shape = EnvelopeShape::ramp;
  ramp.strength.over = 10min;
  FaultPlan steps = named("steps");
  steps.strength.shape = EnvelopeShape::steps;
  steps.strength.steps = {{0s, 100}, {5min, 900}};
  for (const FaultPlan& fault : {ramp, steps}) {
    FaultDrill drill(fault);
    for (int i = 0; i < 1000; ++i) {
      drill.call_at(Instant{2min + i * 1ms}, "/pay/ann");
      drill.call_at(Instant{10min + i * 1ms}, "/pay/ann");
    }
    drill.run();
    auto failed_in = [&](const std::string& minute) {
      return std::count_if(drill.seen.begin(), drill.seen.end(), [&](const std::string& line) {
        return line.starts_with(minute) && line.ends_with("closed");
      });
    };
    // 10 % and 90 % of 1,000: six standard deviations are 57.
    EXPECT_NEAR(static_cast<double>(failed_in("2m")), 100, 57) << fault.id;
    EXPECT_NEAR(static_cast<double>(failed_in("10m")), 900, 57) << fault.id;
  }
}

TEST(Envelope, OfAStickyShareGrowsByPeople) {
  FaultPlan fault = named("spreading");
  fault.by = ShareBy::staff;
  for (int i = 0; i < 20; ++i) fault.victims.push_back("p" + std::to_string(i));
  fault.strength.shape = EnvelopeShape::ramp;
  fault.strength.over = 10min;
  FaultDrill drill(fault);
  for (int minute : {2, 6, 10})
    for (const std::string& person : fault.victims) {
      drill.call_at(Instant{minute * 1min}, "/pay/" + person);
    }
  drill.run();
  auto failed_in = [&](const std::string& minute) {
    return std::count(drill.seen.begin(), drill.seen.end(), minute + " closed");
  };
  EXPECT_EQ(failed_in("2m"), 2);
  EXPECT_EQ(failed_in("6m"), 10);
  EXPECT_EQ(failed_in("10m"), 18);
}

TEST(Share, OneDrawHitsTwoFaultsAlike) {
  FaultPlan one = named("one");
  one.per_mille = 500;
  one.by = ShareBy::journey;
  FaultPlan two = one;
  two.id = "two";
  two.draw = "one";
  two.operations = {"paid"};
  FaultDrill drill({one, two});
  for (std::int64_t journey = 0; journey < 40; ++journey) {
    Origin origin;
    origin.journeys = {journey};
    std::string id = std::to_string(journey);
    drill.origins.add("w" + id, origin);
    drill.origins.add("r" + id, origin);
    drill.call_at(Instant{2min}, "/pay/ann", 1min, "w" + id);
    drill.call_at(Instant{3min}, "/paid", 1min, "r" + id);
  }
  drill.run();
  for (std::int64_t journey = 0; journey < 40; ++journey) {
    std::vector<std::string> bites = drill.engine.bites_of(journey);
    EXPECT_TRUE(bites.empty() || bites.size() == 2) << journey;
  }
  EXPECT_GT(drill.engine.faults()[0]->bites, 0);
}

TEST(Lifetime, EndsAfterItsTimeAndComesBackUnlessMended) {
  FaultPlan fault = named("again");
  fault.lasts = 2min;
  fault.relapse = {3min, 2, "auth", {"compatible"}};
  FaultDrill drill(fault);
  drill.at(Instant{9min}, [&] {
    drill.engine.happened({Occasion::Kind::setting, "auth", "compatible"});
  });
  drill.call_at(Instant{7min}, "/pay/ann");
  drill.run();
  EXPECT_THAT(drill.news, ElementsAre("1m armed again", "3m ended by for", "6m armed again",
                                      "7m bit ann", "8m ended by for"));
}

TEST(Lifetime, AnActionEndsIt) {
  FaultPlan fault = named("cache");
  fault.until.action = "purge";
  FaultDrill drill(fault);
  drill.at(Instant{3min}, [&] { drill.engine.happened({Occasion::Kind::action, "purge", ""}); });
  drill.run();
  EXPECT_THAT(drill.news, ElementsAre("1m armed cache", "3m ended by action"));
}

TEST(Lifetime, EnoughCallsThatItLetPassVerifyTheFix) {
  FaultPlan fault = on_payments(effects::AcceptAuth{{"new"}}, Stage::auth);
  fault.until.passes = 2;
  FaultDrill drill(fault);
  drill.call_at(Instant{2min}, "/pay/ann?token=new");
  drill.call_at(Instant{3min}, "/pay/ann?token=old");
  drill.call_at(Instant{4min}, "/pay/ann?token=new");
  drill.call_at(Instant{5min}, "/pay/ann?token=new");
  drill.call_at(Instant{6min}, "/pay/ann?token=old");
  drill.run();
  EXPECT_THAT(drill.seen, ElementsAre("2m 200 paid", "3m 401 old token", "4m 200 paid",
                                      "5m 200 paid", "6m 200 paid"));
  EXPECT_EQ(drill.engine.faults()[0]->ended_by, "passes");
}

TEST(Lifetime, WhatIsMendedBeforeItBeginsNeverBegins) {
  FaultPlan fault = named("late");
  fault.until.setting = "retries";
  fault.until.values = {"0"};
  FaultDrill drill(fault);
  drill.at(Instant{30s}, [&] { drill.engine.happened({Occasion::Kind::setting, "retries", "0"}); });
  drill.call_at(Instant{2min}, "/pay/ann");
  drill.run();
  EXPECT_THAT(drill.seen, ElementsAre("2m 200 paid"));
  EXPECT_THAT(drill.news, ElementsAre("1m ended by setting"));
}

TEST(Worse, AWrongRemedyMakesItGrow) {
  FaultPlan fault = named("storm");
  fault.by = ShareBy::staff;
  fault.victims = {"ann"};
  fault.per_mille = 10;
  fault.worse.on.action = "restart";
  fault.worse.per_mille = 1000;
  FaultDrill drill(fault);
  drill.call_at(Instant{2min}, "/pay/bob");
  drill.at(Instant{3min}, [&] { drill.engine.happened({Occasion::Kind::action, "restart", ""}); });
  drill.call_at(Instant{4min}, "/pay/bob");
  drill.run();
  EXPECT_THAT(drill.seen, ElementsAre("2m 200 paid", "4m closed"));
}

TEST(Guard, EndsAfterSoManyCallsAndWaitsForOthers) {
  FaultPlan first = named("first");
  first.most_calls = 2;
  FaultDrill drill({first, named("second", Instant{2min})});
  drill.plan.safety.most_active = 1;
  for (int minute = 3; minute <= 6; ++minute) drill.call_at(Instant{minute * 1min}, "/pay/ann");
  drill.run();
  EXPECT_THAT(drill.news, ElementsAre("1m armed first", "3m bit ann", "4m ended by calls",
                                      "4m armed second", "5m bit ann", "14m ended by at_most"));
}

TEST(Priority, TheHigherActsFirst) {
  FaultPlan low = named("low");
  FaultPlan high = on_payments(effects::Status{503, "high", {}});
  high.id = "high";
  high.priority = 5;
  FaultDrill drill({low, high});
  drill.call_at(Instant{2min}, "/pay/ann");
  drill.run();
  EXPECT_THAT(drill.seen, ElementsAre("2m 503 high"));
  EXPECT_EQ(drill.engine.faults()[0]->bites, 0);
}

TEST(RunTime, FaultsAreAddedReplacedAndHealedWhileCallsAreHeld) {
  FaultDrill drill(std::vector<FaultPlan>{});
  FaultPlan hang = on_payments(effects::Hang{1h, Sequel::close});
  hang.id = "live";
  hang.at = Instant{};
  FaultPlan status = on_payments(effects::Status{503, "new", {}});
  status.id = "live";
  status.at = Instant{};
  drill.at(Instant{1min}, [&] { drill.engine.add(hang); });
  drill.call_at(Instant{2min}, "/pay/ann");
  drill.at(Instant{3min}, [&] { drill.engine.add(status); });
  drill.call_at(Instant{4min}, "/pay/bob");
  drill.at(Instant{5min}, [&] { EXPECT_TRUE(drill.engine.heal("live", "heal")); });
  drill.at(Instant{5min}, [&] { EXPECT_FALSE(drill.engine.heal("live", "heal")); });
  drill.call_at(Instant{6min}, "/pay/ann");
  drill.run();
  EXPECT_THAT(drill.seen, ElementsAre("3m 200 paid", "4m 503 new", "6m 200 paid"));
  EXPECT_THAT(drill.news, ElementsAre("1m armed live", "2m bit ann", "3m ended by replaced",
                                      "3m armed live", "4m bit bob", "5m ended by heal"));
}

TEST(Percentages, ComeOutByCountOverManySeeds) {
  // 200 seeds of 500 calls at 12.5 %: each within five standard deviations, and their sum within
  // five of its own.
  std::int64_t sum = 0;
  for (Seed seed = 1; seed <= 200; ++seed) {
    FaultPlan plan = named("percent");
    plan.per_mille = 125;
    Fault fault(plan, seed);
    std::int64_t hits = 0;
    for (int i = 0; i < 500; ++i) {
      Exchange x(Member::payment, Request(), Instant{1min}, 0);
      x.key = "call/" + std::to_string(i);
      if (fault.hits(x, Instant{1min})) ++hits;
    }
    EXPECT_NEAR(static_cast<double>(hits), 62.5, 37) << "seed " << seed;
    sum += hits;
  }
  EXPECT_NEAR(static_cast<double>(sum), 12'500, 523);
}

}  // namespace
}  // namespace mayday
