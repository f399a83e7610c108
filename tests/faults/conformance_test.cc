#include "mayday/faults/conformance.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mayday {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class ConformanceTest : public ::testing::Test {
 protected:
  ConformanceTest() {
    watch.on_first = [this](const Conformance::Kind& kind, const std::string& id) {
      first.emplace_back(kind.what, id);
    };
  }
  Exchange call(Instant at, std::string target = "/pay", std::string key = {}) {
    Request request("POST", target, R"({"amount":"1.00"})");
    if (!key.empty()) request.headers.add("idempotency-key", key);
    Exchange x(Member::payment, std::move(request), at, 0);
    x.operation = "createPayment";
    x.write = true;
    x.id = "c" + std::to_string(++calls);
    return x;
  }
  static Reply answer(int status, std::string retry_after = {}) {
    Response response(status);
    if (!retry_after.empty()) response.headers.add("retry-after", retry_after);
    return Reply(std::move(response));
  }
  std::int64_t count(Misconduct what) const {
    std::int64_t sum = 0;
    for (const auto& [kind, n] : watch.counts())
      if (kind.what == what) sum += n;
    return sum;
  }

  Conformance watch;
  int calls = 0;
  std::vector<std::pair<Misconduct, std::string>> first;
};

TEST_F(ConformanceTest, RetryAfterIsToBeHeeded) {
  watch.see(call(Instant{1s}, "/pay", "k"), answer(429, "10"), Instant{1s});
  watch.see(call(Instant{5s}, "/pay", "k"), answer(200), Instant{5s});
  EXPECT_THAT(first, ElementsAre(std::pair(Misconduct::retry_after_ignored, std::string("c2"))));
  watch.see(call(Instant{20s}, "/pay", "k"), answer(429, "10"), Instant{20s});
  watch.see(call(Instant{31s}, "/pay", "k"), answer(200), Instant{31s});
  EXPECT_EQ(count(Misconduct::retry_after_ignored), 1);
}

TEST_F(ConformanceTest, RetriesAreToBackOff) {
  for (auto at : {0s, 1s, 3s, 7s})
    watch.see(call(Instant{at}, "/pay", "k"), answer(503), Instant{at});
  EXPECT_THAT(first, IsEmpty());
  watch.see(call(Instant{15s}, "/pay", "k"), answer(201), Instant{15s});
  for (auto at : {100s, 101s, 102s})
    watch.see(call(Instant{at}, "/pay", "k"), answer(503), Instant{at});
  EXPECT_EQ(count(Misconduct::no_back_off), 1);
}

TEST_F(ConformanceTest, AWriteKeepsItsKey) {
  watch.see(call(Instant{1s}, "/pay", "k1"), Reply(Delivery::close), Instant{1s});
  watch.see(call(Instant{2s}, "/pay", "k2"), answer(201), Instant{2s});
  EXPECT_EQ(count(Misconduct::key_changed), 1);
  watch.see(call(Instant{3s}), answer(500), Instant{3s});
  watch.see(call(Instant{9s}), answer(201), Instant{9s});
  EXPECT_EQ(count(Misconduct::key_missing), 1);
}

TEST_F(ConformanceTest, ARefusedTokenIsNotUsedAgainAndAgain) {
  for (int i = 0; i < 5; ++i)
    watch.see(call(Instant{i * 1s}, "/pay?accessToken=t"), answer(401), Instant{i * 1s});
  EXPECT_EQ(count(Misconduct::stale_token), 2);
}

TEST_F(ConformanceTest, AMinuteOfRepeatsIsAStorm) {
  for (int i = 0; i < 100; ++i) {
    Instant at{i * 100ms};
    watch.see(call(at, "/pay", "k"), answer(503), at);
  }
  EXPECT_EQ(count(Misconduct::retry_storm), 1);
}

TEST_F(ConformanceTest, WhoeverCallsOnceAndWellIsNotMentioned) {
  for (int i = 0; i < 100; ++i) {
    Instant at{i * 1s};
    watch.see(call(at, "/pay/" + std::to_string(i), "k"), answer(i % 10 == 0 ? 503 : 200), at);
  }
  EXPECT_THAT(watch.counts(), IsEmpty());
}

}  // namespace
}  // namespace mayday
