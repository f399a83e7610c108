#include "mayday/drill/action_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json/parse.hpp>

namespace mayday {
namespace {

using ::testing::HasSubstr;

std::string check(const std::string& kind, const std::string& body) {
  Plan plan;
  VendorPlan hesi;
  hesi.vendor = Member::hesi;
  plan.vendors.push_back(hesi);
  return check_action(Action("ann", "team", kind, json::parse(body).as_object()), plan);
}

TEST(ActionCheck, TakesWhatATeamDoes) {
  for (auto [kind, body] : {std::pair{"acknowledge", "{}"},
                            {"declare", R"({"suspects":["hesi.approval"],"title":"慢"})"},
                            {"grade", R"({"level":2})"},
                            {"ticket", R"({"to":"hesi","evidence":{"request_ids":["a"]}})"},
                            {"notice", R"({"channels":["mail"],"impact":"x","recovered":false})"},
                            {"desk", R"({"auth":"v1"})"},
                            {"claim", R"({"what":"recovered"})"}})
    EXPECT_EQ(check(kind, body), "") << kind;
}

TEST(ActionCheck, SaysWhatIsWrongAndWhatWouldBeRight) {
  EXPECT_THAT(check("declair", "{}"), HasSubstr("there is no action \"declair\"; there are acknowledge"));
  EXPECT_EQ(check("grade", "{}"), "grade needs \"level\", a whole number");
  EXPECT_EQ(check("grade", R"({"level":"two"})"), "\"level\" must be a whole number");
  EXPECT_THAT(check("grade", R"({"level":4})"), HasSubstr("must be 1 (whole system)"));
  EXPECT_THAT(check("acknowledge", R"({"role":"facilitator"})"),
              HasSubstr("acknowledge does not know \"role\""));
  EXPECT_EQ(check("ticket", R"({"to":"nobody"})"), "there is no vendor desk \"nobody\" in this drill");
  EXPECT_EQ(check("claim", R"({"what":"victory"})"), "\"what\" must be mitigated or recovered");
}

TEST(ActionCheck, KeepsOutWhatTheLedgerCannotHold) {
  EXPECT_THAT(check("desk", R"({"patience":null})"), HasSubstr("no null"));
  EXPECT_THAT(check("desk", R"({"patience":1.5})"), HasSubstr("no fraction"));
  EXPECT_THAT(check("desk", R"({"x":")" + std::string(9000, 'x') + R"("})"), HasSubstr("8 KiB"));
  EXPECT_THAT(check("desk", R"({"a":[[[[[[[[[1]]]]]]]]]})"), HasSubstr("nested deeper"));
}

}  // namespace
}  // namespace mayday
