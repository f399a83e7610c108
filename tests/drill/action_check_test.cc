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
  EXPECT_THAT(check("declair", "{}"),
              HasSubstr("there is no action \"declair\"; there are acknowledge"));
  EXPECT_EQ(check("grade", "{}"), "grade needs \"level\", a whole number");
  EXPECT_EQ(check("grade", R"({"level":"two"})"), "\"level\" must be a whole number");
  EXPECT_THAT(check("grade", R"({"level":4})"), HasSubstr("must be 1 (whole system)"));
  EXPECT_THAT(check("acknowledge", R"({"role":"facilitator"})"),
              HasSubstr("acknowledge does not know \"role\""));
  EXPECT_EQ(check("ticket", R"({"to":"nobody"})"),
            "there is no vendor desk \"nobody\" in this drill");
  EXPECT_EQ(check("claim", R"({"what":"victory"})"), "\"what\" must be mitigated or recovered");
}

TEST(ActionCheck, KnowsTheNamesOfTheVocabulary) {
  Plan plan;
  plan.vocabulary.components = {{"hotel", {}, {}, {}, {}}, {"hotel.order", {}, {}, {}, {}}};
  plan.vocabulary.components[1].synonyms = {"酒店下单"};
  plan.vocabulary.kinds = {{"outage", {}, {}, {}, {}}};
  plan.vocabulary.parties = {{"hotel", {}, {}, {}, {}}};
  auto says = [&](const std::string& kind, const std::string& body) {
    return check_action(Action("ann", "team", kind, json::parse(body).as_object()), plan);
  };
  EXPECT_EQ(says("declare", R"({"suspects":["hotel"],"symptom":"outage"})"), "");
  EXPECT_EQ(says("declare", R"({"suspects":["hotel","hotl"]})"),
            "there is no component \"hotl\"; there are hotel, hotel.order");
  EXPECT_EQ(says("declare", R"({"symptom":"outge"})"),
            "there is no kind \"outge\"; there are outage");
  EXPECT_EQ(says("locate", R"({"component":"hotel.order","kind":"outage","party":"hotel"})"), "");
  EXPECT_EQ(says("locate", R"({"component":"酒店下单"})"), "");
  EXPECT_THAT(says("locate", R"({"component":"hotel.ordr"})"), HasSubstr("no component"));
  EXPECT_THAT(says("locate", R"({"components":["hotel.ordr"]})"), HasSubstr("no component"));
  EXPECT_THAT(says("locate", R"({"kind":"outge"})"), HasSubstr("no kind"));
  EXPECT_THAT(says("locate", R"({"party":"hotle"})"), HasSubstr("no party"));
  EXPECT_EQ(says("notice", R"({"channels":["email"]})"),
            "there is no channel \"email\"; there are mail, announcement, oa, im");
}

TEST(ActionCheck, KeepsOutWhatTheLedgerCannotHold) {
  EXPECT_THAT(check("desk", R"({"patience":null})"), HasSubstr("no null"));
  EXPECT_THAT(check("desk", R"({"patience":1.5})"), HasSubstr("no fraction"));
  EXPECT_THAT(check("desk", R"({"x":")" + std::string(9000, 'x') + R"("})"), HasSubstr("8 KiB"));
  EXPECT_THAT(check("desk", R"({"a":[[[[[[[[[1]]]]]]]]]})"), HasSubstr("nested deeper"));
}

}  // namespace
}  // namespace mayday
