#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>

#include "mayday/ledger/events.h"
#include "small_drill.h"

namespace mayday {
namespace {

using ::testing::IsEmpty;

/// Claims and paid trips for a few minutes; what is at fault is left to the test.
Plan busy_plan(const std::string& scenario, Seed seed) {
  Plan plan = small_plan(scenario, seed);
  plan.faults.clear();
  plan.length = 4min;
  std::erase_if(plan.injects,
                [&](const InjectPlan& inject) { return inject.at.since_start > plan.length; });
  for (JourneyPlan& journey : plan.journeys)
    if (journey.kind != "log-in") journey.rate *= 8;
  return plan;
}

/// Slow enough that nobody's patience is a matter of this machine's load.
constexpr std::int64_t kSpeed = 20;

/// Runs both at once on real sockets, each on a thread of its own.
std::pair<std::vector<Event>, std::vector<Event>> run_side_by_side(const Plan& a, const Plan& b) {
  auto other = std::async(std::launch::async, [&b] { return run_live_fast(b, kSpeed); });
  std::vector<Event> first = run_live_fast(a, kSpeed);
  return {std::move(first), other.get()};
}

events::Books books_of(const std::vector<Event>& events) {
  events::Books books;
  for (const Event& event : events)
    if (event.kind == events::Books::kKind) books = as<events::Books>(event);
  return books;
}

std::vector<std::string> ids(const events::Books& books) {
  std::vector<std::string> all;
  for (const events::BookRow& row : books.rows) all.push_back(row.what + " " + row.id);
  return all;
}

class Tenants : public ::testing::TestWithParam<Seed> {};

TEST_P(Tenants, UnderLoadAtOnceShareNothingAndEachReconcilesToZero) {
  // Two estates move money and orders at the same moment. Whatever leaked from one into the other,
  // a payment, a token, an order number, would leave a difference in somebody's books, or an
  // outcome that the same estate alone in virtual time does not have.
  SCOPED_TRACE("seed " + std::to_string(GetParam()) + "; repeat with --gtest_filter=*Tenants*");
  Plan a = busy_plan("hesi-approval-timeout", GetParam());
  Plan b = busy_plan("hesi-approval-timeout", GetParam() + 1);
  auto [of_a, of_b] = run_side_by_side(a, b);
  for (const auto& [plan, events] : {std::pair{&a, &of_a}, std::pair{&b, &of_b}}) {
    events::Books books = books_of(*events);
    EXPECT_GT(books.operations, 100);
    EXPECT_THAT(ids(books), IsEmpty());
    Outcomes alone = outcomes(run_in_virtual(*plan));
    EXPECT_EQ(outcomes(*events).by_ordinal, alone.by_ordinal);
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, Tenants, ::testing::Values(3, 500));

TEST(TenantsAtFault, OneEstatesFaultIsNotTheOthers) {
  Plan sick = small_plan("hesi-approval-timeout", 7);
  Plan well = busy_plan("hesi-approval-timeout", 7);
  well.length = sick.length = 7min;
  auto [of_sick, of_well] = run_side_by_side(sick, well);
  EXPECT_FALSE(outcomes(of_sick).victims.empty());
  EXPECT_TRUE(outcomes(of_well).victims.empty());
  for (const Event& event : of_well) {
    if (event.kind != events::Journey::kKind) continue;
    EXPECT_TRUE(as<events::Journey>(event).bites.empty());
  }
}

}  // namespace
}  // namespace mayday
