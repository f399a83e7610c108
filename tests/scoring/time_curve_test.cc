#include "mayday/scoring/time_curve.h"

#include <gtest/gtest.h>

#include "near.h"

namespace mayday {
namespace {

Ppm curve(Duration t, int target, int limit) {
  return time_curve(t, {std::chrono::minutes{target}, std::chrono::minutes{limit}});
}

TEST(TimeCurve, MeetsThePublishedVectors) {
  EXPECT_TRUE(near(curve(4min, 3, 15), 821'300, 50));
  EXPECT_TRUE(near(curve(24min, 20, 60), 834'000, 50));
  EXPECT_TRUE(near(curve(8min, 5, 20), 661'000, 50));
  EXPECT_TRUE(near(curve(37min + 30s, 20, 90), 582'100, 50));
  EXPECT_TRUE(near(curve(37min + 30s, 10, 60), 262'300, 50));
  EXPECT_TRUE(near(curve(20min, 15, 60), 792'500, 50));
}

TEST(TimeCurve, IsFullUpToTheTargetAndNothingFromTheLimitOn) {
  EXPECT_EQ(curve(20min, 20, 90), kOne);
  EXPECT_EQ(curve(-1min, 20, 90), kOne);
  EXPECT_LT(curve(20min + 1s, 20, 90), kOne);
  EXPECT_GT(curve(90min - 1s, 20, 90), 0);
  EXPECT_EQ(curve(90min, 20, 90), 0);
  EXPECT_EQ(curve(kForever, 20, 90), 0);
}

TEST(TimeCurve, IsOneHalfAtTheGeometricMean) { EXPECT_EQ(curve(30min, 10, 90), kOne / 2); }

}  // namespace
}  // namespace mayday
