#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "desk_estate.h"

namespace mayday {
namespace {

using ::testing::HasSubstr;

TEST(DeskPage, ScriptsNeedNoSessionAndAreLogged) {
  DeskEstate estate;
  Response script = estate.call("GET", "/static/app.js");
  EXPECT_EQ(script.status, 200);
  EXPECT_EQ(script.headers.get("content-type"), "text/javascript; charset=utf-8");
  EXPECT_THAT(script.body, HasSubstr("use strict"));
  EXPECT_THAT(estate.call("GET", "/admin/logs").body, HasSubstr(R"("path":"/static/app.js")"));
}

TEST(DeskBudget, IsWhatHesiHasForTheCompany) {
  DeskEstate estate;
  std::string session = estate.log_in();
  Response budget = estate.call("GET", "/api/budget", {}, session);
  EXPECT_EQ(budget.status, 200) << budget.body;
  EXPECT_EQ(budget.body, R"({"budget":"100000.00","used":"1000.00","left":"99000.00"})");
  EXPECT_EQ(estate.call("GET", "/api/budget").status, 401);
}

TEST(DeskBudget, IsNotGuessedWhenHesiDoesNotSay) {
  DeskEstate estate;
  std::string session = estate.log_in();
  estate.hesi.fails["queryBudgetNode"] = 503;
  Response broken = estate.call("GET", "/api/budget", {}, session);
  EXPECT_EQ(broken.status, 502);
  EXPECT_EQ(broken.body, R"({"error":"budget_not_read"})");
  estate.hesi.fails.clear();
  estate.hesi.late["queryBudgetNode"] = {60s, 60s, 60s};
  EXPECT_EQ(estate.call("GET", "/api/budget", {}, session).status, 504);
}

}  // namespace
}  // namespace mayday
