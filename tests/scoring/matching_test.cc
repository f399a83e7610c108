#include "mayday/scoring/matching.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "drill_builder.h"
#include "mayday/base/draw.h"

namespace mayday {
namespace {

Ppm weight_of(const std::vector<std::vector<Ppm>>& weights, const std::vector<int>& columns) {
  Ppm sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i)
    if (columns[i] >= 0) sum += weights[i][static_cast<std::size_t>(columns[i])];
  return sum;
}

/// Tries every way to give rows to columns.
Ppm heaviest(const std::vector<std::vector<Ppm>>& weights) {
  std::size_t size = std::max(weights.size(), weights.front().size());
  std::vector<std::size_t> order(size);
  std::iota(order.begin(), order.end(), 0U);
  Ppm best = 0;
  do {
    Ppm sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
      if (order[i] < weights[i].size()) sum += weights[i][order[i]];
    best = std::max(best, sum);
  } while (std::next_permutation(order.begin(), order.end()));
  return best;
}

TEST(Assignment, IsAsHeavyAsTheBestOfAllPermutations) {
  for (std::uint64_t round = 0; round < 300; ++round) {
    std::size_t rows = 1 + pick(draw(7, "rows", round), 5);
    std::size_t columns = 1 + pick(draw(7, "columns", round), 4);
    std::vector<std::vector<Ppm>> weights(rows, std::vector<Ppm>(columns));
    for (std::size_t i = 0; i < rows; ++i)
      for (std::size_t j = 0; j < columns; ++j) {
        auto drawn = static_cast<Ppm>(pick(draw(7, "w" + std::to_string(i * 9 + j), round), 10));
        weights[i][j] = drawn < 4 ? 0 : drawn * 100'000;
      }
    ASSERT_EQ(weight_of(weights, assign(weights)), heaviest(weights)) << "seed 7, round " << round;
  }
}

TEST(Assignment, GivesATieToTheEarlierRow) {
  EXPECT_EQ(assign({{500'000}, {500'000}}), (std::vector<int>{0, -1}));
  EXPECT_EQ(assign({{0}, {500'000}}), (std::vector<int>{-1, 0}));
  EXPECT_EQ(assign({}), std::vector<int>{});
}

TEST(Compatibility, AddsComponentSymptomAndFunctions) {
  DrillBuilder drill;
  const FaultPlan& fault = drill.plan.faults.front();
  auto fit = [&](const Diagnosis& claim) {
    return compatibility(drill.plan.vocabulary, claim, fault, {"login"});
  };
  EXPECT_EQ(fit({{"auth_adapter"}, {"contract-mismatch"}, {"login"}}), kOne);
  EXPECT_EQ(fit({{"认证适配"}, {}, {}}), 500'000);
  EXPECT_EQ(fit({{"desk"}, {}, {"login", "booking"}}), 400'000);
  EXPECT_EQ(fit({{"hotel"}, {"outage"}, {"booking"}}), 0);
}

TEST(LocationQuality, DividesTheComponentByTheNumberNamed) {
  DrillBuilder drill;
  const FaultPlan& fault = drill.plan.faults.front();
  auto judge = [&](const std::vector<std::string>& named) {
    return location_quality(drill.plan.vocabulary, named, "contract-mismatch", "hesi", fault).total;
  };
  EXPECT_EQ(judge({"auth_adapter"}), 800'000);
  EXPECT_EQ(judge({"desk"}), 550'000);        // the parent
  EXPECT_EQ(judge({"login_page"}), 400'000);  // a victim downstream
  EXPECT_EQ(judge({"auth_adapter", "hotel"}), 550'000);
  EXPECT_EQ(judge({}), 300'000);
}

}  // namespace
}  // namespace mayday
