#include "mayday/drill/monitor.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mayday {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class MonitorTest : public ::testing::Test {
 protected:
  Plan plan;
  Ledger ledger;
  CallIndex calls;

  MonitorTest() {
    AlertRule rule;
    rule.alert = "LogInFailing";
    rule.measure = Measure::success_rate;
    rule.journey = "log-in";
    rule.limit = 900;
    rule.over = 2min;
    rule.hold = 1min;
    rule.least = 5;
    plan.alerts.push_back(rule);
  }

  void journeys(Monitor& monitor, Instant from, Instant to, const char* outcome) {
    for (Instant at = from; at < to; at = at + 5s) {
      events::Journey journey;
      journey.journey = "log-in";
      journey.outcome = outcome;
      journey.path = "normal";
      journey.began = journey.ended = at;
      monitor.see(at, journey);
      if ((at.since_start % 15s).count() == 0) monitor.evaluate(at);
    }
  }

  std::vector<std::string> alerts() {
    std::vector<std::string> told;
    for (const Event& event : ledger.events()) {
      auto alert = as<events::Alert>(event);
      told.push_back(to_clock(event.t) + " " + alert.state + " since " + to_clock(alert.began));
    }
    return told;
  }
};

TEST_F(MonitorTest, FiresOnlyWhenTheConditionHasLastedAndResolvesAfterIt) {
  Monitor monitor(ledger, calls, plan);
  journeys(monitor, Instant{0s}, Instant{5min}, "done");
  journeys(monitor, Instant{5min}, Instant{10min}, "failed");
  journeys(monitor, Instant{10min}, Instant{20min}, "done");
  EXPECT_THAT(alerts(), ElementsAre("06:15 firing since 05:15", "11:45 resolved since 05:15"));
}

TEST_F(MonitorTest, ABusinessNoIsNotAFailure) {
  Monitor monitor(ledger, calls, plan);
  journeys(monitor, Instant{0s}, Instant{10min}, "refused");
  EXPECT_THAT(alerts(), IsEmpty());
}

TEST_F(MonitorTest, AnHttpRuleSeesNothingInAnswersWithStatus200) {
  // Case two: Hesi refuses with HTTP 200. Whoever watches statuses stays green.
  plan.alerts[0].measure = Measure::http_errors;
  plan.alerts[0].journey = "hesi";
  plan.alerts[0].limit = 100;
  Monitor monitor(ledger, calls, plan);
  for (Instant at; at < Instant{10min}; at = at + 15s) {
    for (int i = 0; i < 10; ++i) calls.ended(Member::hesi, "findStaffs", "200", 80ms);
    monitor.evaluate(at);
  }
  EXPECT_THAT(alerts(), IsEmpty());
  for (Instant at{10min}; at < Instant{20min}; at = at + 15s) {
    for (int i = 0; i < 10; ++i) calls.ended(Member::hesi, "findStaffs", "503", 80ms);
    monitor.evaluate(at);
  }
  EXPECT_EQ(alerts().size(), 1U);
}

TEST_F(MonitorTest, ARuleMayCountOneOperationAlone) {
  // One write in ten is dropped at the order database; of all that the desk does it is a trifle.
  plan.alerts[0].measure = Measure::http_errors;
  plan.alerts[0].journey = "desk";
  plan.alerts[0].operation = "orderDatabase";
  plan.alerts[0].limit = 50;
  Monitor monitor(ledger, calls, plan);
  for (Instant at; at < Instant{10min}; at = at + 15s) {
    for (int i = 0; i < 500; ++i) calls.ended(Member::desk, "showClaim", "200", 10ms);
    for (int i = 0; i < 9; ++i) calls.ended(Member::desk, "orderDatabase", "200", 10ms);
    calls.ended(Member::desk, "orderDatabase", "closed", 10ms);
    monitor.evaluate(at);
  }
  EXPECT_EQ(alerts().size(), 1U);
}

}  // namespace
}  // namespace mayday
