#include "drill_clock.h"

#include <gtest/gtest.h>

namespace mayday {
namespace {

constexpr Wall kZero{1'000s};

Instant at(Duration d) { return Instant{d}; }

TEST(DrillClock, DrillTimeIsWallTimeSinceTheStartTimesSpeed) {
  DrillClock one(1);
  DrillClock ten(10);
  one.start(kZero);
  ten.start(kZero);
  EXPECT_EQ(one.read(kZero + 90min), at(90min));
  EXPECT_EQ(ten.read(kZero + 7ms), at(70ms));
}

TEST(DrillClock, ItStandsStillWhilePaused) {
  DrillClock clock(1);
  clock.start(kZero);
  clock.pause(kZero + 3s);
  EXPECT_EQ(clock.read(kZero + 1h), at(3s));
  EXPECT_EQ(clock.when(at(4s)), kNoWall);
  clock.resume(kZero + 1h);
  EXPECT_EQ(clock.read(kZero + 1h + 2s), at(5s));
  EXPECT_EQ(clock.when(at(5s)), kZero + 1h + 2s);
}

TEST(DrillClock, ADeadlineIsNeverDueEarlyAndNeverMoreThanANanosecondLate) {
  DrillClock clock(7);
  clock.start(kZero);
  for (std::int64_t n = 1; n < 50; ++n) {
    Instant deadline = at(Duration{n});
    Wall due = clock.when(deadline);
    EXPECT_GE(clock.read(due), deadline);
    EXPECT_LT(clock.read(due - 1ns), deadline);
  }
}

TEST(DrillClock, NeverIsNeverDue) {
  DrillClock clock(1);
  EXPECT_EQ(clock.when(at(1s)), kNoWall);
  clock.start(kZero);
  EXPECT_EQ(clock.when(kNever), kNoWall);
  EXPECT_EQ(clock.when(at(kForever - 1ns)), kNoWall);
}

TEST(DrillClock, AtSpeedOneAStallIsMadeUpFor) {
  DrillClock clock(1);
  clock.start(kZero);
  EXPECT_EQ(clock.beat(kZero + 10s, 9s), Duration{0});
  EXPECT_EQ(clock.read(kZero + 10s), at(10s));
}

TEST(DrillClock, AboveSpeedOneAStallIsGivenBack) {
  DrillClock clock(60);
  clock.start(kZero);
  EXPECT_EQ(clock.read(kZero + 2s), at(3s));  // 50 ms of wall time and no more
  EXPECT_EQ(clock.beat(kZero + 2s, 0s), 1'950ms * 60);
  EXPECT_EQ(clock.read(kZero + 2s), at(3s));
  EXPECT_EQ(clock.read(kZero + 2s + 10ms), at(3'600ms));
}

TEST(DrillClock, AboveSpeedOneBeatsInTimeGiveNothingBack) {
  DrillClock clock(60);
  clock.start(kZero);
  for (int i = 1; i <= 100; ++i) EXPECT_EQ(clock.beat(kZero + 25ms * i, 0s), Duration{0});
  EXPECT_EQ(clock.read(kZero + 2'500ms), at(150s));
}

TEST(DrillClock, AboveSpeedOneALoopThatFallsBehindIsWaitedFor) {
  // Two deadlines' worth of work a beat more than the loop can do must not pile up unseen.
  DrillClock clock(60);
  clock.start(kZero);
  EXPECT_EQ(clock.beat(kZero + 50ms, 3'000ms), Duration{0});
  EXPECT_EQ(clock.beat(kZero + 100ms, 5'000ms), 2'000ms);
  EXPECT_EQ(clock.read(kZero + 100ms), at(4s));
}

}  // namespace
}  // namespace mayday
