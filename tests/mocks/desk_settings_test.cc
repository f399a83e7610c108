#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "desk_drill.h"

namespace mayday {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

std::string setting(const DeskDrill& drill, const char* name) {
  return std::string(drill.desk->settings().at(name).as_string());
}

TEST(DeskSettings, AreShownAsText) {
  DeskDrill drill;
  EXPECT_EQ(setting(drill, "auth"), "v1");
  EXPECT_EQ(setting(drill, "patience"), "10s");
  EXPECT_EQ(setting(drill, "retries"), "2");
  EXPECT_EQ(setting(drill, "token_cache"), "on");
  EXPECT_EQ(setting(drill, "app_security"), "****0002");
}

TEST(DeskSettings, AWrongChangeIsExplained) {
  DeskDrill drill;
  EXPECT_EQ(drill.desk->check_change({{"patiense", "10s"}}),
            "unknown setting 'patiense'; did you mean 'patience'?");
  EXPECT_EQ(drill.desk->check_change({{"patience", "10"}}),
            "setting 'patience' wants a time such as 10s or 1m30s, at most 24h");
  EXPECT_EQ(drill.desk->check_change({{"auth", "v2"}}),
            "setting 'auth' wants v1, v3 or compatible");
  EXPECT_EQ(drill.desk->check_change({{"retries", -1}}),
            "setting 'retries' wants a whole number from 0 to 20");
  EXPECT_EQ(drill.desk->check_change({{"receiver", "yes"}}), "setting 'receiver' wants on or off");
  EXPECT_EQ(drill.desk->check_change({}), "no setting is named");
  EXPECT_EQ(drill.desk->check_change({{"patience", "1m30.5s"}, {"retries", "3"}}), "");
}

TEST(DeskSettings, MostChangesTakeEffectAtOnceAndAreTold) {
  DeskDrill drill;
  drill.desk->change({{"patience", "1500ms"}, {"manual_approval", true}});
  EXPECT_EQ(setting(drill, "patience"), "1.5s");
  EXPECT_THAT(drill.gauges, Contains("setting patience 1.5s"));
  EXPECT_THAT(drill.gauges, Contains("setting manual_approval on"));
}

TEST(DeskSettings, AChangeOfAuthTakesItsRollOut) {
  DeskDrill drill;
  drill.hesi.upgraded = true;
  Response during, after;
  drill.desk->change({{"auth", "compatible"}});
  EXPECT_EQ(setting(drill, "auth"), "v1");
  EXPECT_THAT(drill.gauges, Not(Contains("setting auth compatible")));
  drill.pass(10min);
  EXPECT_EQ(setting(drill, "auth"), "compatible");
  EXPECT_THAT(drill.gauges, Contains("setting auth compatible"));
  EXPECT_EQ(drill.call("POST", "/api/login", R"({"code":"D1001"})").status, 200);
}

Task<void> change_twice(DeskDrill& drill, std::vector<std::string>& seen) {
  drill.desk->change({{"auth", "v3"}});
  co_await drill.world.sleep(6min);
  drill.desk->change({{"auth", "compatible"}});
  co_await drill.world.sleep(6min);
  seen.push_back(setting(drill, "auth"));
  co_await drill.world.sleep(5min);
  seen.push_back(setting(drill, "auth"));
}

TEST(DeskSettings, ASecondChangeOfAuthStartsTheRollOutAnew) {
  DeskDrill drill;
  std::vector<std::string> seen;
  drill.world.spawn(change_twice(drill, seen));
  drill.world.run();
  EXPECT_THAT(seen, ::testing::ElementsAre("v1", "compatible"));
  EXPECT_THAT(drill.gauges, Not(Contains("setting auth v3")));
}

TEST(DeskSwitches, AreShownAndCheckedAndSetLikeOtherSettings) {
  DeskPlan settings;
  settings.switches.push_back({"signing_key", "restored"});
  DeskDrill drill(settings);
  EXPECT_EQ(setting(drill, "signing_key"), "restored");
  EXPECT_EQ(setting(drill, "order_db"), "primary");
  EXPECT_EQ(drill.desk->check_change({{"order_bd", "standby"}}),
            "unknown setting 'order_bd'; did you mean 'order_db'?");
  EXPECT_EQ(drill.desk->check_change({{"order_db", "second"}}),
            "setting 'order_db' wants primary or standby");
  EXPECT_EQ(drill.desk->check_change({{"order_db", "standby"}, {"mobile_cache", false}}), "");
  drill.desk->change({{"order_db", "standby"}, {"mobile_cache", false}});
  EXPECT_EQ(setting(drill, "order_db"), "standby");
  EXPECT_EQ(setting(drill, "mobile_cache"), "off");
  EXPECT_THAT(drill.gauges, Contains("setting order_db standby"));
  EXPECT_THAT(drill.gauges, Contains("setting mobile_cache off"));
  drill.desk->change({{"order_db", "primary"}});
  EXPECT_EQ(setting(drill, "order_db"), "primary");
  EXPECT_THAT(drill.gauges, Contains("setting order_db primary"));
}

TEST(DeskAdmin, ARestartForgetsTokensAndNoSessions) {
  DeskDrill drill;
  std::string session = drill.log_in();
  EXPECT_EQ(drill.hesi.issued, 1);
  EXPECT_EQ(drill.call("POST", "/admin/actions/restart").status, 204);
  EXPECT_NE(drill.hand_in(session), "(absent)");
  EXPECT_EQ(drill.hesi.issued, 2);
}

TEST(DeskAdmin, AnswersByItselfWhenNobodyElseDoes) {
  DeskDrill drill;
  EXPECT_EQ(drill.call("POST", "/admin/settings", R"({"retrys":1})").status, 400);
  Response changed = drill.call("POST", "/admin/settings", R"({"retries":1})");
  EXPECT_EQ(text_at(drill.json_of(changed), "retries"), "1");
  EXPECT_EQ(drill.call("GET", "/admin/settings").body, changed.body);
  EXPECT_EQ(drill.call("POST", "/admin/actions/clear-token-cache").status, 204);
  EXPECT_EQ(drill.call("POST", "/admin/actions/auth-rollback").status, 202);
  EXPECT_EQ(drill.call("POST", "/admin/actions/purge-mobile-cache").status, 204);
  EXPECT_EQ(drill.call("POST", "/admin/actions/reconcile").body,
            R"({"compared":0,"differences":0,"repaired":0,"open":[]})");
  EXPECT_EQ(drill.call("POST", "/admin/actions/other").status, 404);
}

TEST(DeskMetrics, AreThePrometheusTextFormat) {
  DeskDrill drill;
  std::string session = drill.log_in();
  drill.hand_in(session);
  std::string text = drill.call("GET", "/metrics").body;
  EXPECT_THAT(text, HasSubstr("# TYPE desk_vendor_calls_total counter"));
  EXPECT_THAT(
      text,
      HasSubstr(R"(desk_vendor_calls_total{operation="findStaffs",result="2xx",vendor="hesi"} 1)"));
  EXPECT_THAT(text, HasSubstr(R"(desk_requests_total{route="/api/login",status="200"} 1)"));
  EXPECT_THAT(text, HasSubstr("desk_claims_waiting 1"));
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("#")) continue;
    std::size_t space = line.rfind(' ');
    ASSERT_NE(space, std::string::npos) << line;
    EXPECT_NO_THROW(std::stod(line.substr(space + 1))) << line;
    EXPECT_TRUE(line.starts_with("desk_")) << line;
  }
}

}  // namespace
}  // namespace mayday
