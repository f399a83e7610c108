#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fault_drill.h"
#include "mayday/base/latency.h"

/// Each effect in virtual time; tests/live has the same ones on sockets.
namespace mayday {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

FaultPlan on_counts(EffectPlan effect, Stage stage = Stage::respond_head) {
  FaultPlan fault = on_payments(std::move(effect), stage);
  fault.operations = {"paid"};
  return fault;
}

std::int64_t bites(const FaultDrill& drill) { return drill.engine.faults()[0]->bites; }

TEST(Delay, IsSpreadEvenlyBetweenItsEnds) {
  FaultDrill drill(on_counts(effects::Delay{{Spread::uniform, 1s, 3s}}));
  for (int i = 0; i < 2000; ++i) drill.call_at(Instant{2min + i * 1ms}, "/paid");
  Duration sum{0};
  Duration least = kForever;
  Duration most{0};
  for (std::uint64_t i = 0; i < 2000; ++i) {
    Duration time = sample({Spread::uniform, 1s, 3s}, draw(5, "delay", i));
    sum += time;
    least = std::min(least, time);
    most = std::max(most, time);
  }
  drill.run();
  EXPECT_EQ(bites(drill), 2000);
  EXPECT_GE(least, 1s);
  EXPECT_LE(most, 3s);
  // The mean of 2,000 even draws has a standard deviation of 13 ms; six of them.
  EXPECT_NEAR(static_cast<double>(sum.count()) / 2000, 2e9, 78e6);
}

TEST(Delay, LognormalHasTheMedianAndTheTailThatItSays) {
  Latency latency{Spread::lognormal, 2s, 12s};
  int above_median = 0;
  int above_p95 = 0;
  for (std::uint64_t i = 0; i < 10'000; ++i) {
    Duration time = sample(latency, draw(7, "tail", i));
    EXPECT_GE(time, Duration{0});
    if (time > 2s) ++above_median;
    if (time > 12s) ++above_p95;
  }
  EXPECT_NEAR(above_median, 5000, 300);  // six standard deviations of a count
  EXPECT_NEAR(above_p95, 500, 131);
}

TEST(Delay, NormalIsCentredAndNeverNegative) {
  int below = 0;
  int within_one = 0;
  for (std::uint64_t i = 0; i < 10'000; ++i) {
    Duration time = sample({Spread::normal, 3s, 2s}, draw(9, "bell", i));
    EXPECT_GE(time, Duration{0});
    if (time < 3s) ++below;
    if (time > 1s && time < 5s) ++within_one;
  }
  EXPECT_NEAR(below, 5000, 300);
  EXPECT_NEAR(within_one, 6827, 280);
}

TEST(Cut, BreaksTheBodyOff) {
  FaultDrill closes(on_payments(effects::Cut{2, Sequel::close}, Stage::stream_body));
  closes.call_at(Instant{2min}, "/pay/ann");
  closes.run();
  EXPECT_THAT(closes.seen, ElementsAre("2m closed"));
  EXPECT_EQ(closes.till.paid, 1);
  FaultDrill resets(on_payments(effects::Cut{2, Sequel::reset}, Stage::stream_body));
  resets.call_at(Instant{2min}, "/pay/ann");
  resets.run();
  EXPECT_THAT(resets.seen, ElementsAre("2m reset"));
}

TEST(Cut, BeyondTheBodyIsNoBite) {
  FaultDrill drill(on_payments(effects::Cut{400, Sequel::close}, Stage::stream_body));
  drill.call_at(Instant{2min}, "/pay/ann");
  drill.run();
  EXPECT_THAT(drill.seen, ElementsAre("2m 200 paid"));
  EXPECT_EQ(bites(drill), 0);
}

TEST(Drip, TakesItsTimeUntilTheFaultEnds) {
  FaultDrill drill(on_payments(effects::Drip{2}, Stage::stream_body));
  drill.call_at(Instant{2min}, "/pay/ann");
  drill.call_at(Instant{2min}, "/pay/bob", 1s);
  drill.call_at(Instant{11min - 1s}, "/pay/eve");
  drill.run();
  EXPECT_THAT(drill.seen, ElementsAre("2m1s timed_out", "2m2s 200 paid", "11m 200 paid"));
}

TEST(Garbage, IsNoHttp) {
  FaultDrill drill(on_payments(effects::Garbage{32}));
  drill.call_at(Instant{2min}, "/pay/ann");
  drill.run();
  EXPECT_THAT(drill.seen, ElementsAre("2m malformed"));
  EXPECT_EQ(drill.till.paid, 0);
}

TEST(Corrupt, ChangesBytesAndNothingElse) {
  FaultDrill drill(on_payments(effects::Corrupt{1}, Stage::stream_body));
  drill.call_at(Instant{2min}, "/pay/ann");
  drill.run();
  ASSERT_TRUE(drill.results.at(0));
  EXPECT_EQ(drill.results[0]->status, 200);
  EXPECT_THAT(drill.results[0]->body, SizeIs(4));
  EXPECT_NE(drill.results[0]->body, "paid");
}

TEST(Empty, KeepsTheStatusAndLosesTheBody) {
  FaultDrill drill(on_payments(effects::Empty{}, Stage::respond_head));
  drill.call_at(Instant{2min}, "/pay/ann");
  drill.run();
  EXPECT_THAT(drill.seen, ElementsAre("2m 200 "));
}

TEST(Headers, AreSetAndTakenOut) {
  effects::HeaderChange change{{{"x-new", "1"}, {"content-type", ""}}};
  FaultDrill drill(on_payments(change, Stage::respond_head));
  drill.call_at(Instant{2min}, "/pay/ann");
  drill.run();
  EXPECT_EQ(drill.results.at(0)->headers.get("x-new"), "1");
  EXPECT_FALSE(drill.results[0]->headers.has("content-type"));
}

struct MutationCase {
  Mutation mutation;
  std::string before;
  std::string after;
};

TEST(MutateJson, ChangesWhatThePathNames) {
  const MutationCase cases[] = {
      {{"a.b", Change::drop, "", 1}, R"({"a":{"b":1,"c":2}})", R"({"a":{"c":2}})"},
      {{"a.b", Change::rename, "d", 1}, R"({"a":{"b":1}})", R"({"a":{"d":1}})"},
      {{"a", Change::retype, "", 1}, R"({"a":7})", R"({"a":"7"})"},
      {{"a", Change::retype, "", 1}, R"({"a":"7"})", R"({"a":7})"},
      {{"a", Change::null, "", 1}, R"({"a":7})", R"({"a":null})"},
      {{"a", Change::set, R"("PAID")", 1}, R"({"a":"OPEN"})", R"({"a":"PAID"})"},
      {{"a.*.m", Change::unit, "", 100},
       R"({"a":[{"m":"6.80"},{"m":3}]})",
       R"({"a":[{"m":"680.00"},{"m":300}]})"},
      {{"a.1.m", Change::drop, "", 1}, R"({"a":[{"m":1},{"m":2}]})", R"({"a":[{"m":1},{}]})"},
  };
  for (const MutationCase& one : cases) {
    FaultPlan answers = on_counts(effects::MutateJson{{one.mutation}}, Stage::stream_body);
    FaultDrill drill(answers);
    drill.till.count_text = one.before;
    drill.call_at(Instant{2min}, "/paid");
    drill.run();
    EXPECT_EQ(drill.results.at(0)->body, one.after) << one.mutation.path;
    EXPECT_EQ(bites(drill), 1);
  }
}

TEST(MutateJson, WithoutWhatItNamesDoesNotBite) {
  FaultDrill drill(on_counts(effects::MutateJson{{{"x.y", Change::drop, "", 1}}}));
  drill.till.count_text = R"({"a":1})";
  drill.call_at(Instant{2min}, "/paid");
  drill.run();
  EXPECT_EQ(drill.results.at(0)->body, R"({"a":1})");
  EXPECT_EQ(bites(drill), 0);
}

TEST(Quota, CountsRealCallsInWindowsAndSaysWhenToComeAgain) {
  FaultDrill drill(on_counts(effects::Quota{2, 10s, true}, Stage::auth));
  for (int second : {0, 1, 2, 9, 10, 11}) drill.call_at(Instant{2min + second * 1s}, "/paid");
  drill.run();
  EXPECT_THAT(drill.seen,
              ElementsAre("2m 200 0", "2m1s 200 0", "2m2s 429 the till's own words",
                          "2m9s 429 the till's own words", "2m10s 200 0", "2m11s 200 0"));
  EXPECT_EQ(drill.results.at(2)->headers.get("retry-after"), "8");
  EXPECT_EQ(drill.results.at(3)->headers.get("retry-after"), "1");
  EXPECT_EQ(bites(drill), 2);
}

TEST(Quota, MaySayNothingOfWhenToComeAgain) {
  FaultDrill drill(on_counts(effects::Quota{1, 10s, false}, Stage::auth));
  drill.call_at(Instant{2min}, "/paid");
  drill.call_at(Instant{2min + 1s}, "/paid");
  drill.run();
  EXPECT_FALSE(drill.results.at(1)->headers.has("retry-after"));
}

TEST(Revoke, KillsTheTokensFromBefore) {
  FaultDrill drill(on_payments(effects::Revoke{}, Stage::auth));
  drill.call_at(Instant{30s}, "/pay/ann?token=old");
  drill.call_at(Instant{2min}, "/pay/ann?token=old");
  drill.call_at(Instant{3min}, "/pay/ann?token=new");
  drill.run();
  EXPECT_THAT(drill.seen, ElementsAre("30s 200 paid", "2m 401 dead token", "3m 200 paid"));
  EXPECT_EQ(bites(drill), 1);
}

TEST(StaleRead, AnswersWithWhatWasTrueThen) {
  FaultDrill drill(on_counts(effects::StaleRead{30s}, Stage::state_read));
  drill.call_at(Instant{30s}, "/paid");
  drill.call_at(Instant{40s}, "/pay/ann");
  drill.call_at(Instant{50s}, "/paid");
  drill.call_at(Instant{61s}, "/paid");
  drill.call_at(Instant{90s}, "/paid");
  drill.run();
  EXPECT_THAT(drill.seen,
              ElementsAre("30s 200 0", "40s 200 paid", "50s 200 1", "1m1s 200 0", "1m30s 200 1"));
}

TEST(NoWrite, SaysItIsDone) {
  FaultDrill drill(on_payments(effects::NoWrite{}, Stage::commit));
  drill.call_at(Instant{2min}, "/pay/ann");
  drill.run();
  EXPECT_THAT(drill.seen, ElementsAre("2m 200 paid"));
  EXPECT_EQ(drill.till.paid, 0);
}

TEST(HalfWrite, DoesTheFirstPart) {
  FaultDrill drill(on_payments(effects::HalfWrite{}, Stage::commit));
  drill.call_at(Instant{2min}, "/pay/ann");
  drill.run();
  EXPECT_THAT(drill.seen, ElementsAre("2m 200 paid"));
  EXPECT_EQ(drill.till.paid, 1);
  EXPECT_EQ(drill.till.told, 0);
}

TEST(Door, RefusesOrFailsItsHandshakes) {
  for (auto [flaw, told] : {std::pair{DoorFlaw::refused, "2m refused"},
                            {DoorFlaw::expired, "2m tls"},
                            {DoorFlaw::wrong_host, "2m tls"},
                            {DoorFlaw::handshake_cut, "2m tls"}}) {
    FaultPlan fault = on_payments(effects::Door{flaw}, Stage::connect);
    fault.operations.clear();
    FaultDrill drill(fault);
    drill.call_at(Instant{2min}, "/pay/ann");
    drill.call_at(Instant{12min}, "/pay/ann");
    drill.run();
    EXPECT_THAT(drill.seen, ElementsAre(told, "12m 200 paid"));
    EXPECT_EQ(bites(drill), 1);
  }
}

}  // namespace
}  // namespace mayday
