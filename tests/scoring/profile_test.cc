#include "mayday/scoring/profile.h"

#include <gtest/gtest.h>

#include "mayday/base/input_error.h"

namespace mayday {
namespace {

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

/// What is said of an own profile that is wrong.
std::string complaint_about(const std::string& text) {
  try {
    find_profile(text, "ours.json");
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

TEST(Profile, OfACompanyNamesOnlyWhatItHasOtherwise) {
  Profile profile = find_profile(R"({
  "name": "ours",
  "extends": "1-5-10",
  "levels": [{"detect": {"target": "90s", "limit": "15m"}}, {}, {"gap": "1h30m"}],
  "flap": 700000
})");
  EXPECT_EQ(profile.name, "ours");
  EXPECT_EQ(profile.levels[0].detect.target, 90s);
  EXPECT_EQ(profile.levels[0].recover.limit, 120min);  // as in 1-5-10
  EXPECT_EQ(profile.levels[2].gap, 90min);
  EXPECT_EQ(profile.flap, 700'000);
}

TEST(Profile, OfACompressedDrillIsScaled) {
  Profile profile = find_profile(R"({"time_scale": 10})");
  EXPECT_EQ(profile.name, "own");
  EXPECT_EQ(profile.levels[1].recover.limit, 24min);
}

TEST(Profile, ThatIsWrongSaysWhere) {
  EXPECT_EQ(complaint_about("{\n  \"flop\": 3\n}"),
            "ours.json:2:3: unknown member 'flop'; there are name, levels, costs, weights, omegas, "
            "claims, slacks, mitigate_at, flap, retry\n"
            "  \"flop\": 3\n"
            "  ^");
  EXPECT_EQ(complaint_about("{\"levels\": [{}, {\"gap\": \"soon\"}, {}]}"),
            "ours.json:1:25: a time is expected, like \"90s\", \"5m\" or \"1h30m\"\n"
            "{\"levels\": [{}, {\"gap\": \"soon\"}, {}]}\n"
            "                        ^");
  EXPECT_EQ(complaint_about("{\"weights\": [1, 2]}"),
            "ours.json:1:13: a list of 7 is expected\n"
            "{\"weights\": [1, 2]}\n"
            "            ^");
  EXPECT_EQ(complaint_about("{\"extends\": \"gentle\"}"),
            "ours.json:1:13: a profile extends 'enterprise' or '1-5-10'\n"
            "{\"extends\": \"gentle\"}\n"
            "            ^");
}

TEST(Profile, ThatMakesNoSenseIsRefused) {
  for (const char* text :
       {"{", "{\"name\": 1}", "{\"flap\": -1}", "{\"flap\": 0.5}", "{\"omegas\": [3, 2, 0]}",
        "{\"weights\": [0, 0, 0, 0, 0, 0, 0]}", "{\"time_scale\": 0}", "{\"levels\": 3}",
        "{\"levels\": [{\"grade\": {\"target\": \"30m\"}}, {}, {}]}"})
    EXPECT_TRUE(complaint_about(text).starts_with("ours.json:1:")) << text;
}

TEST(Profile, ScaledTenfoldAsksForATenthOfTheTime) {
  Profile fast = scaled(find_profile("enterprise"), 10);
  EXPECT_EQ(fast.levels[1].recover.limit, 24min);
  EXPECT_EQ(fast.levels[2].gap, 12min);
  EXPECT_EQ(fast.slacks.regrade, 30s);
}

}  // namespace
}  // namespace mayday
