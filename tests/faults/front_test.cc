#include "mayday/faults/front.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fault_drill.h"

namespace mayday {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

EffectPlan delay(Duration time) { return effects::Delay{{Spread::fixed, time, {}}}; }
EffectPlan hang(Duration time, Sequel then = Sequel::answer) { return effects::Hang{time, then}; }
EffectPlan close() { return effects::Close{}; }

TEST(Delay, HoldsTheCallAndThenDoesTheWork) {
  FaultDrill drill(on_payments(delay(3s)));
  drill.call_at(Instant{2min}, "/pay/ann");
  drill.run();
  EXPECT_THAT(drill.seen, ElementsAre("2m3s 200 paid"));
  EXPECT_EQ(drill.till.paid, 1);
  EXPECT_EQ(drill.engine.faults()[0]->bites, 1);
}

TEST(Fault, HitsOnlyItsOperationAndOnlyWhileItIsActive) {
  FaultDrill drill(on_payments(close()));
  drill.call_at(Instant{59s}, "/pay/ann");
  drill.call_at(Instant{2min}, "/paid");
  drill.call_at(Instant{3min}, "/pay/ann");
  drill.call_at(Instant{12min}, "/pay/ann");
  drill.run();
  EXPECT_THAT(drill.seen, ElementsAre("59s 200 paid", "2m 200 1", "3m closed", "12m 200 paid"));
  EXPECT_THAT(drill.news, ElementsAre("1m armed slow-till", "3m bit ann", "11m ended by at_most"));
}

TEST(Hang, ClosesWhenItsTimeIsOverAndNothingWasDone) {
  FaultDrill drill(on_payments(hang(30s, Sequel::close)));
  drill.call_at(Instant{2min}, "/pay/ann");
  drill.run();
  EXPECT_THAT(drill.seen, ElementsAre("2m30s closed"));
  EXPECT_EQ(drill.till.paid, 0);
}

TEST(Hang, WhoeverGaveUpIsStillServedWhenItHeals) {
  // The caller waits ten seconds of a hang that the fault's end cuts short at minute 11: answering
  // means doing the work, whether or not anybody still listens.
  FaultDrill drill(on_payments(hang(1h, Sequel::close)));
  drill.call_at(Instant{10min}, "/pay/ann", 10s);
  drill.call_at(Instant{10min}, "/pay/bob");
  drill.run();
  EXPECT_THAT(drill.seen, ElementsAre("10m10s timed_out", "11m 200 paid"));
  EXPECT_EQ(drill.till.paid, 2);
}

TEST(Heal, ClosesOrResetsWhatIsHeldWhenTheAuthorSaysSo) {
  for (auto [heal, told] : {std::pair{Sequel::close, "11m closed"}, {Sequel::reset, "11m reset"}}) {
    FaultPlan fault = on_payments(hang(1h));
    fault.heal = heal;
    FaultDrill drill(fault);
    drill.call_at(Instant{10min}, "/pay/ann");
    drill.run();
    EXPECT_THAT(drill.seen, ElementsAre(told));
    EXPECT_EQ(drill.till.paid, 0);
  }
}

TEST(Reset, IsToldFromClose) {
  FaultDrill drill(on_payments(effects::Reset{}));
  drill.call_at(Instant{2min}, "/pay/ann");
  drill.run();
  EXPECT_THAT(drill.seen, ElementsAre("2m reset"));
}

TEST(Status, AnswersInTheVendorsOwnFormOrTheAuthors) {
  effects::Status own;
  own.status = 503;
  FaultDrill drill(on_payments(own));
  drill.call_at(Instant{2min}, "/pay/ann");
  drill.run();
  EXPECT_THAT(drill.seen, ElementsAre("2m 503 the till's own words"));
  EXPECT_EQ(drill.till.paid, 0);
  own.body = "<html>gone</html>";
  FaultDrill authored(on_payments(own));
  authored.call_at(Instant{2min}, "/pay/ann");
  authored.run();
  EXPECT_THAT(authored.seen, ElementsAre("2m 503 <html>gone</html>"));
}

TEST(Stage, AfterTheCommitTheWorkIsDoneAndTheAnswerLost) {
  FaultDrill drill(on_payments(close(), Stage::after_commit));
  drill.call_at(Instant{2min}, "/pay/ann");
  drill.run();
  EXPECT_THAT(drill.seen, ElementsAre("2m closed"));
  EXPECT_EQ(drill.till.paid, 1);
}

TEST(AcceptAuth, RefusesOldTokensAndSparesTheGracedForAWhile) {
  FaultPlan fault = on_payments(effects::AcceptAuth{{"new"}}, Stage::auth);
  fault.grace = {"rollback", 2min, {"ann"}};
  FaultDrill drill(fault);
  drill.call_at(Instant{2min}, "/pay/ann?token=old");
  drill.call_at(Instant{2min}, "/pay/bob?token=new");
  drill.world.spawn([](FaultDrill& d) -> Task<void> {
    co_await d.world.sleep(3min);
    d.engine.happened({Occasion::Kind::action, "rollback", {}});
  }(drill));
  drill.call_at(Instant{4min}, "/pay/ann?token=old");
  drill.call_at(Instant{4min}, "/pay/bob?token=old");
  drill.call_at(Instant{6min}, "/pay/ann?token=old");
  drill.run();
  EXPECT_THAT(drill.seen, ElementsAre("2m 401 old token", "2m 200 paid", "4m 200 paid",
                                      "4m 401 old token", "6m 401 old token"));
  EXPECT_EQ(drill.engine.faults()[0]->bites, 3);
}

TEST(Share, StickyByPersonIsTheSamePeopleEveryTime) {
  FaultPlan fault = on_payments(close());
  fault.by = ShareBy::staff;
  fault.victims = {"ann"};
  FaultDrill drill(fault);
  for (int i = 0; i < 3; ++i) {
    drill.call_at(Instant{2min + i * 1s}, "/pay/ann");
    drill.call_at(Instant{2min + i * 1s}, "/pay/bob");
  }
  drill.run();
  EXPECT_THAT(drill.seen, ElementsAre("2m closed", "2m 200 paid", "2m1s closed", "2m1s 200 paid",
                                      "2m2s closed", "2m2s 200 paid"));
}

TEST(Share, OfCallsComesOutByCount) {
  // 4,000 calls at 30 %: six standard deviations are 174.
  FaultPlan fault = on_payments(close());
  fault.per_mille = 300;
  FaultDrill drill(fault);
  for (int i = 0; i < 4000; ++i) drill.call_at(Instant{2min + i * 1ms}, "/pay/ann");
  drill.run();
  EXPECT_NEAR(static_cast<double>(drill.engine.faults()[0]->bites), 1200, 174);
  EXPECT_EQ(drill.till.paid + drill.engine.faults()[0]->bites, 4000);
}

TEST(Until, AFixOrASettingEndsItAndHealsInPlace) {
  FaultPlan fault = on_payments(hang(1h));
  fault.until.setting = "auth";
  fault.until.values = {"v3", "compatible"};
  FaultDrill drill(fault);
  drill.call_at(Instant{2min}, "/pay/ann");
  drill.world.spawn([](FaultDrill& d) -> Task<void> {
    co_await d.world.sleep(3min);
    d.engine.happened({Occasion::Kind::setting, "auth", "v1"});
    co_await d.world.sleep(1min);
    d.engine.happened({Occasion::Kind::setting, "auth", "compatible"});
  }(drill));
  drill.run();
  EXPECT_THAT(drill.seen, ElementsAre("4m 200 paid"));
  EXPECT_THAT(drill.news, ElementsAre("1m armed slow-till", "2m bit ann", "4m ended by setting"));
}

TEST(EmergencyStop, EndsEverythingAndNothingArmsAfterIt) {
  FaultDrill drill(on_payments(close()));
  drill.engine.end_all("stop");
  drill.engine.end_all("stop");
  drill.call_at(Instant{2min}, "/pay/ann");
  drill.run();
  EXPECT_THAT(drill.seen, ElementsAre("2m 200 paid"));
  EXPECT_THAT(drill.news, IsEmpty());
}

TEST(Evidence, ABittenCallIsKnownAndFailingWhileItStillHangs) {
  FaultDrill drill(on_payments(hang(1h)));
  drill.call_at(Instant{2min}, "/pay/ann", 10s, "req-1");
  drill.call_at(Instant{2min}, "/paid", 10s, "req-2");
  drill.run();
  ASSERT_NE(drill.calls.find("req-1"), nullptr);
  EXPECT_TRUE(drill.calls.find("req-1")->failing);
  EXPECT_EQ(drill.calls.find("req-1")->operation, "pay");
  EXPECT_FALSE(drill.calls.find("req-2")->failing);
  EXPECT_EQ(drill.calls.find("req-3"), nullptr);
}

TEST(Bites, AreNotedForTheJourneysBehindTheCall) {
  FaultDrill drill(on_payments(close()));
  Origin origin;
  origin.journeys = {7, 9};
  drill.origins.add("req-1", origin);
  drill.call_at(Instant{2min}, "/pay/ann", 10s, "req-1");
  drill.run();
  EXPECT_THAT(drill.engine.bites_of(7), ElementsAre("slow-till"));
  EXPECT_THAT(drill.engine.bites_of(9), ElementsAre("slow-till"));
  EXPECT_THAT(drill.engine.bites_of(8), IsEmpty());
}

}  // namespace
}  // namespace mayday
