#include "mayday/scoring/time_curve.h"

#include <gtest/gtest.h>

#include "mayday/base/input_error.h"
#include "mayday/scoring/profile.h"
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

TEST(Profile, OfAnUnknownNameIsRefusedWithTheKnownOnes) {
  try {
    find_profile("gentle");
    FAIL();
  } catch (const InputError& error) {
    EXPECT_STREQ(error.what(),
                 "unknown scoring profile 'gentle'; there are 'enterprise' and '1-5-10'");
  }
}

TEST(Profile, SurvivesTheWayThroughItsOwnText) {
  Profile profile = find_profile("1-5-10");
  profile.name = "ours";
  profile.costs[0][3] = 123'456;
  Profile back = find_profile(canonical(json::value_from(profile)));
  EXPECT_EQ(canonical(json::value_from(back)), canonical(json::value_from(profile)));
}

TEST(Profile, OfAnotherShapeIsRefused) {
  Profile profile = find_profile("enterprise");
  profile.weights.pop_back();
  EXPECT_THROW(find_profile(canonical(json::value_from(profile))), InputError);
  EXPECT_THROW(find_profile("{\"name\": 1}"), InputError);
  EXPECT_THROW(find_profile("{"), InputError);
}

TEST(Profile, ScaledTenfoldAsksForATenthOfTheTime) {
  Profile fast = scaled(find_profile("enterprise"), 10);
  EXPECT_EQ(fast.levels[1].recover.limit, 24min);
  EXPECT_EQ(fast.levels[2].gap, 12min);
  EXPECT_EQ(fast.slacks.regrade, 30s);
}

}  // namespace
}  // namespace mayday
