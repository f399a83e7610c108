#include "mayday/faults/call_index.h"

#include <gtest/gtest.h>

namespace mayday {
namespace {

TEST(CallIndex, TalliesBySecondAndStartsAnew) {
  CallIndex calls;
  calls.ended(Member::hesi, "findStaffs", "200", 80ms);
  calls.ended(Member::hesi, "findStaffs", "200", 45s);
  calls.ended(Member::hesi, "findStaffs", "timed_out", 10s);
  auto tally = calls.take_tally();
  ASSERT_EQ(tally.size(), 2U);
  const CallIndex::Count& good = tally.at({Member::hesi, "findStaffs", "200"});
  EXPECT_EQ(good.count, 2);
  EXPECT_EQ(good.latencies[2], 1);      // within 100 ms
  EXPECT_EQ(good.latencies.back(), 1);  // longer than any bound
  EXPECT_TRUE(calls.take_tally().empty());
  EXPECT_EQ(calls.totals(Member::hesi), (std::pair<std::int64_t, std::int64_t>{3, 1}));
}

TEST(CallIndex, TellsOfAFailingCallOnce) {
  CallIndex calls;
  int told = 0;
  calls.on_failing = [&](const std::string&, const CallRecord&, std::string_view) { ++told; };
  calls.began("a", Member::hesi, "findStaffs", Instant{});
  calls.failing("a", "hang");
  calls.failing("a", "closed");
  calls.failing("never-seen", "hang");
  EXPECT_EQ(told, 1);
}

TEST(CallIndex, KnowsEveryFaultThatAlteredACallOnce) {
  CallIndex calls;
  calls.began("a", Member::hesi, "findStaffs", Instant{});
  calls.failing("a", "delay", "slow");
  calls.failing("a", "delay", "slow");
  calls.failing("a", "503", "");
  calls.failing("a", "hang", "stuck");
  EXPECT_EQ(calls.find("a")->faults, (std::vector<std::string>{"slow", "stuck"}));
}

TEST(CallIndex, AnIdUsedAgainStaysEvidenceOfTheCallThatFailed) {
  CallIndex calls;
  calls.began("one", Member::hesi, "createFlow", Instant{1s});
  calls.failing("one", "503");
  calls.began("one", Member::hesi, "getFlowByOuterCode", Instant{2s});
  ASSERT_NE(calls.find("one"), nullptr);
  EXPECT_TRUE(calls.find("one")->failing);
  EXPECT_EQ(calls.find("one")->operation, "createFlow");
}

TEST(CallIndex, ForgetsTheOldestWhenItIsFull) {
  CallIndex calls;
  for (std::size_t i = 0; i <= CallIndex::kKept; ++i)
    calls.began(std::to_string(i), Member::hesi, "op", Instant{});
  EXPECT_EQ(calls.find("0"), nullptr);
  EXPECT_NE(calls.find("1"), nullptr);
}

}  // namespace
}  // namespace mayday
