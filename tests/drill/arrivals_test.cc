#include "mayday/drill/arrivals.h"

#include <gtest/gtest.h>

#include <map>

namespace mayday {
namespace {

Plan busy_plan(Seed seed) {
  Plan plan;
  plan.seed = seed;
  plan.length = 100min;
  for (int i = 0; i < 50; ++i) {
    Person person;
    person.id = "p" + std::to_string(i);
    plan.estate.staff.push_back(person);
  }
  JourneyPlan journey;
  journey.kind = "log-in";
  journey.rate = 10;
  journey.per = 1min;
  journey.mobile_per_mille = 600;
  plan.journeys.push_back(journey);
  return plan;
}

TEST(Arrivals, KeepTheRateTheMixAndTheTurnsExactly) {
  std::vector<Arrival> arrivals = plan_arrivals(busy_plan(3));
  ASSERT_EQ(arrivals.size(), 1000U);
  std::map<std::size_t, int> by_person;
  int mobile = 0;
  for (std::size_t i = 0; i < arrivals.size(); ++i) {
    EXPECT_EQ(arrivals[i].ordinal, static_cast<std::int64_t>(i) + 1);
    if (i > 0) {
      EXPECT_LE(arrivals[i - 1].at, arrivals[i].at);
    }
    ++by_person[arrivals[i].person];
    mobile += arrivals[i].client == Client::mobile;
  }
  EXPECT_EQ(mobile, 600);
  for (const auto& [person, times] : by_person) EXPECT_EQ(times, 20) << person;
  EXPECT_LT(arrivals.back().at, Instant{100min});
}

TEST(Arrivals, AreDrawnFromTheSeed) {
  std::vector<Arrival> once = plan_arrivals(busy_plan(3));
  std::vector<Arrival> again = plan_arrivals(busy_plan(3));
  std::vector<Arrival> other = plan_arrivals(busy_plan(4));
  EXPECT_EQ(once[17].at, again[17].at);
  EXPECT_NE(once[17].at, other[17].at);
}

TEST(Arrivals, AnotherKindDoesNotShiftTheFirst) {
  Plan two = busy_plan(3);
  JourneyPlan second = two.journeys[0];
  second.kind = "book-trip";
  two.journeys.push_back(second);
  std::vector<Arrival> alone = plan_arrivals(busy_plan(3));
  std::vector<Arrival> together = plan_arrivals(two);
  std::erase_if(together, [](const Arrival& arrival) { return arrival.journey == 1; });
  ASSERT_EQ(together.size(), alone.size());
  for (std::size_t i = 0; i < alone.size(); ++i) EXPECT_EQ(together[i].at, alone[i].at);
}

}  // namespace
}  // namespace mayday
