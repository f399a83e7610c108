#include <gtest/gtest.h>

#include <boost/json/parse.hpp>

#include "mayday/base/json.h"
#include "mayday/base/plan.h"

namespace mayday {
namespace {

TEST(Canonical, SortsMembersAndEscapesOnlyWhatItMust) {
  json::value value = json::parse(R"({"b":[1,true,"中\u0001\"\\"],"a":{"d":-7,"c":""}})");
  EXPECT_EQ(canonical(value), "{\"a\":{\"c\":\"\",\"d\":-7},\"b\":[1,true,\"中\\u0001\\\"\\\\\"]}");
}

TEST(Canonical, APlanComesBackFromItsJson) {
  Plan plan;
  plan.scenario = "case";
  plan.length = 120min;
  plan.seed = 7;
  plan.faults.emplace_back();
  plan.faults[0].effect = effects::AcceptAuth{{"v3"}};
  plan.faults[0].at = Instant{5min};
  json::value once = json::value_from(plan);
  Plan again = json::value_to<Plan>(once);
  EXPECT_EQ(again.faults[0].at, Instant{5min});
  EXPECT_EQ(canonical(json::value_from(again)), canonical(once));
}

}  // namespace
}  // namespace mayday
