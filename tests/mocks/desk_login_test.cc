#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "desk_drill.h"

namespace mayday {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kLoginBody = R"({"code":"D1001","client":"mobile"})";

TEST(DeskLogin, SomebodyHesiKnowsGetsASession) {
  DeskDrill drill;
  Response response = drill.call("POST", "/api/login", kLoginBody);
  EXPECT_EQ(response.status, 200);
  json::value body = drill.json_of(response);
  EXPECT_EQ(text_at(body, "staff.id"), "Kq7DrillCorp00:ID01drStfLin01");
  EXPECT_EQ(text_at(body, "staff.name"), "林晓");
  EXPECT_EQ(text_at(body, "staff.department"), "Kq7DrillCorp00:ID01drDepSale1");
  EXPECT_THAT(text_at(body, "session"), HasSubstr("ses-"));
}

TEST(DeskLogin, SomebodyUnknownIsTurnedAway) {
  DeskDrill drill;
  Response response = drill.call("POST", "/api/login", R"({"code":"D9999","client":"pc"})");
  EXPECT_EQ(response.status, 401);
  EXPECT_EQ(response.body, R"({"error":"unknown_employee"})");
}

TEST(DeskLogin, A200With403InItsBodyIsAFailureAndLoggedAsOne) {
  // Hesi has moved the tenant on; the desk still speaks v1. HTTP stays green, nobody gets in.
  DeskDrill drill;
  drill.hesi.upgraded = true;
  Response response = drill.call("POST", "/api/login", kLoginBody);
  EXPECT_EQ(response.status, 502);
  EXPECT_EQ(response.body, R"({"error":"staff_lookup_failed"})");
  std::string log = drill.log_text();
  EXPECT_THAT(log, HasSubstr(R"("operation":"findStaffs","status":200)"));
  EXPECT_THAT(log, HasSubstr(R"("note":"unexpected body: code 403")"));
  EXPECT_EQ(drill.call("GET", "/healthz").body, R"({"status":"ok"})");
  EXPECT_THAT(drill.call("GET", "/metrics").body, HasSubstr("desk_logins_failed_total 1"));
}

TEST(DeskLogin, CompatibleFindsTheNewInterfaceByItselfAndStaysThere) {
  DeskPlan settings;
  settings.auth = "compatible";
  DeskDrill drill(settings);
  drill.log_in();
  drill.hesi.upgraded = true;
  EXPECT_EQ(drill.call("POST", "/api/login", kLoginBody).status, 200);
  EXPECT_EQ(drill.call("POST", "/api/login", kLoginBody).status, 200);
  EXPECT_EQ(drill.hesi.count(FakeHesi::kV3), 1U);
  drill.hesi.upgraded = false;  // and back again
  EXPECT_EQ(drill.call("POST", "/api/login", kLoginBody).status, 200);
}

TEST(DeskLogin, PatienceEndsTheWaitingAndNotTheWork) {
  DeskPlan settings;
  settings.retries = 0;
  DeskDrill drill(settings);
  drill.log_in();
  drill.hesi.slow_before[FakeHesi::kStaff] = {30s};
  Instant began = drill.world.now();
  Response response = drill.call("POST", "/api/login", kLoginBody);
  EXPECT_EQ(response.status, 504);
  EXPECT_THAT(drill.log_text(), HasSubstr(R"("error":"timed_out","ms":10000)"));
  EXPECT_GE(drill.world.now() - began, Duration(30s));  // Hesi went on after the desk had left
}

TEST(DeskLogin, ATokenIsFetchedOnceAndKept) {
  DeskDrill drill;
  for (int i = 0; i < 3; ++i) drill.log_in();
  EXPECT_EQ(drill.hesi.count(FakeHesi::kV1), 1U);
  drill.desk->clear_token_cache();
  drill.log_in();
  EXPECT_EQ(drill.hesi.count(FakeHesi::kV1), 2U);
}

TEST(DeskLogin, WithoutTheCacheEveryCallFetchesAToken) {
  DeskPlan settings;
  settings.token_cache = false;
  DeskDrill drill(settings);
  for (int i = 0; i < 3; ++i) drill.log_in();
  EXPECT_EQ(drill.hesi.count(FakeHesi::kV1), 3U);
}

TEST(DeskLogin, ATokenThatRanOutIsRenewed) {
  DeskDrill drill;
  drill.hesi.expires_ms = (drill.plan.starts + 600) * 1000;
  drill.log_in();
  drill.pass(10min);
  drill.log_in();
  EXPECT_EQ(drill.hesi.count(FakeHesi::kV1), 2U);
}

TEST(DeskLogin, ARefusedTokenIsDroppedAndTheCallMadeOnceMore) {
  DeskDrill drill;
  drill.log_in();
  drill.hesi.dead_tokens.insert("token-v1-1");
  EXPECT_EQ(drill.call("POST", "/api/login", kLoginBody).status, 200);
  EXPECT_EQ(drill.hesi.count(FakeHesi::kV1), 2U);
  EXPECT_EQ(drill.hesi.count(FakeHesi::kStaff), 3U);
}

TEST(DeskLogin, ReadsAreRepeatedAsOftenAsTheSettingSays) {
  DeskDrill drill;
  drill.log_in();
  drill.hesi.slow_before[FakeHesi::kStaff] = {30s, 30s};
  EXPECT_EQ(drill.call("POST", "/api/login", kLoginBody).status, 200);
  EXPECT_EQ(drill.hesi.count(FakeHesi::kStaff), 4U);
}

TEST(DeskLogin, AnOpenBreakerSparesTheVendorAndClosesWhenItIsBack) {
  DeskPlan settings;
  settings.retries = 0;
  settings.breaker_failures = 2;
  DeskDrill drill(settings);
  drill.log_in();
  drill.hesi.broken_paths.insert(FakeHesi::kStaff);
  for (int i = 0; i < 5; ++i) drill.call("POST", "/api/login", kLoginBody);
  EXPECT_EQ(drill.hesi.count(FakeHesi::kStaff), 3U);  // the good one and two failures
  EXPECT_THAT(drill.gauges, Contains("breaker hesi open"));
  EXPECT_THAT(drill.log_text(), HasSubstr("circuit breaker open"));
  EXPECT_THAT(drill.call("GET", "/metrics").body,
              HasSubstr(R"(desk_breaker_state{vendor="hesi"} 2)"));
  drill.hesi.broken_paths.clear();
  drill.pass(30s);
  EXPECT_EQ(drill.call("POST", "/api/login", kLoginBody).status, 200);
  EXPECT_THAT(drill.gauges, Contains("breaker hesi closed"));
}

TEST(DeskLogin, VendorCallsCarryTheOriginOutOfBandUnderANameOfTheirOwn) {
  DeskDrill drill;
  Origin origin;
  origin.journeys = {17};
  origin.staff = "Kq7DrillCorp00:ID01drStfLin01";
  origin.client = Client::mobile;
  origin.key = "17/log-in/1";
  drill.origins.add("traveller-1", origin);
  drill.call("POST", "/api/login", kLoginBody, {}, "traveller-1");
  Origin seen = drill.hesi.caller_of(FakeHesi::kStaff);
  EXPECT_EQ(seen.journeys, (std::vector<std::int64_t>{17}));
  EXPECT_EQ(seen.staff, origin.staff);
  EXPECT_EQ(seen.client, Client::mobile);
  EXPECT_EQ(seen.key, "17/log-in/1/findStaffs/1");
  EXPECT_TRUE(drill.origins.find(drill.hesi.ids.back()).key.empty());  // forgotten afterwards
}

TEST(DeskLogs, CarryRequestIdsAndNeverSecrets) {
  DeskDrill drill;
  std::string session = drill.log_in();
  drill.hand_in(session);
  std::string log = drill.log_text();
  for (const std::string& id : drill.hesi.ids) EXPECT_THAT(log, HasSubstr(id));
  for (const char* secret : {"token-v1", "ses-", "9f1b2c33", "4111", "Bearer"})
    EXPECT_THAT(log, Not(HasSubstr(secret)));
  EXPECT_THAT(log, HasSubstr(R"("t":"2026-03-01T09:00:00.)"));
  EXPECT_THAT(log, HasSubstr(R"("dir":"in","path":"/api/login","status":200)"));
}

TEST(DeskLogs, AfterGivesOnlyWhatIsNew) {
  DeskDrill drill;
  drill.log_in();
  std::string all = drill.log_text();
  EXPECT_EQ(std::count(all.begin(), all.end(), '\n'), 3);  // token, look-up, login
  std::string last = drill.call("GET", "/admin/logs?after=2").body;
  EXPECT_EQ(std::count(last.begin(), last.end(), '\n'), 1);
  EXPECT_THAT(last, HasSubstr(R"("n":3)"));
}

TEST(DeskLogs, TheDrillIsToldOfVendorCallsThatWentWrongAndOfTheCallServedWithThem) {
  DeskDrill drill;
  drill.log_in();
  drill.call("POST", "/api/login", "nonsense");  // refused by the desk, no vendor's doing
  EXPECT_TRUE(drill.failing.empty());
  drill.hesi.broken_paths.insert(FakeHesi::kStaff);
  drill.call("POST", "/api/login", kLoginBody);
  ASSERT_FALSE(drill.failing.empty());
  for (const json::object& line : drill.failing) {
    EXPECT_GE(line.at("status").as_int64(), 500);
    if (line.at("dir") == "out") {
      EXPECT_EQ(line.at("operation"), "findStaffs");
    }
  }
  EXPECT_EQ(drill.failing.front().at("dir"), "out");
  EXPECT_EQ(drill.failing.back().at("dir"), "in");
  EXPECT_EQ(drill.failing.back().at("path"), "/api/login");
}

}  // namespace
}  // namespace mayday
