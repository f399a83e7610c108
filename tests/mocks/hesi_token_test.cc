#include <gtest/gtest.h>

#include "hesi_tenant.h"

namespace mayday::hesi_test {
namespace {

const std::string kTokenPath = "/api/openapi/v1/auth/getAccessToken";
const std::string kV3Path = "/auth/openApi/v3/getAccessToken";
const std::string kProbe = "/api/openapi/v1/corporations?accessToken=";

json::object grant(Tenant& tenant) {
  return Tenant::object(tenant.bare("POST", kTokenPath, std::string(kKeys)))
      .at("value")
      .as_object();
}

std::string refresh_target(const std::string& access, const std::string& refresh) {
  return "/api/openapi/v2/auth/refreshToken?powerCode=219904&accessToken=" + access +
         "&refreshToken=" + refresh;
}

TEST(HesiTokens, ThePairLivesTwoHours) {
  Tenant tenant;
  json::object pair = grant(tenant);
  EXPECT_EQ(text(pair.at("corporationId")), "Kq7DrillCorp00");
  EXPECT_EQ(pair.at("expireTime").as_int64(), kStarts * 1000 + 10'000 + 7'200'000);
  std::string access = text(pair.at("accessToken"));
  EXPECT_TRUE(access.starts_with("ID01"));
  EXPECT_TRUE(access.ends_with(":Kq7DrillCorp00"));
  tenant.now = Instant{10s + 2h - 1ns};
  EXPECT_EQ(tenant.bare("GET", kProbe + access).status, 200);
  tenant.now = Instant{10s + 2h};
  Response late = tenant.bare("GET", kProbe + access);
  EXPECT_EQ(late.status, 403);
  EXPECT_EQ(
      late.body,
      R"({"errorCode":403,"errorMessage":"未授权","errorDetails":null,"code":null,"data":null})");
}

TEST(HesiTokens, AnEncodedColonIsTheSameToken) {
  Tenant tenant;
  std::string access = text(grant(tenant).at("accessToken"));
  access.replace(access.find(':'), 1, "%3A");
  EXPECT_EQ(tenant.bare("GET", kProbe + access).status, 200);
}

TEST(HesiTokens, WrongMissingOrMisplacedKeysAreRefused) {
  Tenant tenant;
  for (const char* body : {"", "{}", "[]", "{broken", R"({"appKey":"x","appSecurity":"y"})"}) {
    Response refused = tenant.bare("POST", kTokenPath, body);
    EXPECT_EQ(refused.status, 403) << body;
    EXPECT_EQ(message(refused), "密钥无效") << body;
  }
  EXPECT_EQ(
      tenant
          .bare("POST", kTokenPath + "?appKey=5d0c7e11-0a01-4c0d-9b01-d1a100000001&appSecurity="
                                     "9f1b2c33-0b02-4d0e-8c02-d1a100000002")
          .status,
      403);
}

TEST(HesiTokens, AbsentEmptyUnknownAndExpiredTokensAreAllRefusedAlike) {
  Tenant tenant;
  for (const char* target :
       {"/api/openapi/v1/corporations", "/api/openapi/v1/corporations?accessToken=",
        "/api/openapi/v1/corporations?accessToken=nobody",
        "/api/openapi/v1/corporations?accessToken=ID01drTokOld01:Kq7DrillCorp00"}) {
    Response refused = tenant.bare("GET", target);
    EXPECT_EQ(refused.status, 403) << target;
    EXPECT_EQ(message(refused), "未授权") << target;
  }
}

TEST(HesiTokens, ASecondTokenLeavesTheFirstAlone) {
  Tenant tenant;
  std::string first = text(grant(tenant).at("accessToken"));
  std::string second = text(grant(tenant).at("accessToken"));
  EXPECT_NE(first, second);
  EXPECT_EQ(tenant.bare("GET", kProbe + first).status, 200);
  EXPECT_EQ(tenant.bare("GET", kProbe + second).status, 200);
}

TEST(HesiTokens, ARefreshedPairLivesThirtyTwoDaysAndIsNew) {
  Tenant tenant;
  json::object old = grant(tenant);
  std::string access = text(old.at("accessToken"));
  json::object renewed =
      Tenant::object(tenant.bare("POST", refresh_target(access, text(old.at("refreshToken")))))
          .at("value")
          .as_object();
  EXPECT_NE(text(renewed.at("accessToken")), access);
  EXPECT_NE(text(renewed.at("refreshToken")), text(old.at("refreshToken")));
  EXPECT_EQ(renewed.at("expireTime").as_int64(), kStarts * 1000 + 10'000 + 32LL * 86'400'000);
  EXPECT_EQ(tenant.bare("GET", kProbe + access).status, 200);  // until its own end
  tenant.now = Instant{24h};
  EXPECT_EQ(tenant.bare("GET", kProbe + access).status, 403);
  EXPECT_EQ(tenant.bare("GET", kProbe + text(renewed.at("accessToken"))).status, 200);
}

TEST(HesiTokens, OnlyALivingPairCanBeRefreshed) {
  Tenant tenant;
  json::object pair = grant(tenant);
  std::string access = text(pair.at("accessToken"));
  std::string refresh = text(pair.at("refreshToken"));
  EXPECT_EQ(tenant
                .bare("POST", refresh_target("ID01drTokOld01:Kq7DrillCorp00",
                                             "ID01drRefOld01:Kq7DrillCorp00"))
                .status,
            403);
  EXPECT_EQ(tenant.bare("POST", refresh_target(access, "another")).status, 403);
  EXPECT_EQ(tenant.bare("POST", "/api/openapi/v2/auth/refreshToken?accessToken=" + access).status,
            404);
  tenant.now = Instant{10s + 2h};
  EXPECT_EQ(tenant.bare("POST", refresh_target(access, refresh)).status, 403);
}

TEST(HesiTokens, ARefreshMayNameItsDays) {
  Tenant tenant;
  json::object pair = grant(tenant);
  std::string target =
      "/api/openapi/v2/auth/refreshToken/expireDate?powerCode=219904&accessToken=" +
      text(pair.at("accessToken")) + "&refreshToken=" + text(pair.at("refreshToken"));
  json::object renewed = Tenant::object(tenant.bare("POST", target + "&expireDate=1"));
  EXPECT_EQ(renewed.at("value").at("expireTime").as_int64(), kStarts * 1000 + 10'000 + 86'400'000);
  EXPECT_EQ(tenant.bare("POST", target + "&expireDate=soon").status, 400);
  EXPECT_EQ(tenant.bare("POST", target + "&expireDate=0").status, 400);
  EXPECT_EQ(tenant.bare("POST", target).status, 404);
}

TEST(HesiTokens, V3AnswersInItsOwnEnvelope) {
  Tenant tenant;
  json::object good = Tenant::object(tenant.bare("POST", kV3Path, std::string(kKeys)));
  EXPECT_EQ(text(good.at("code")), "200");
  const json::object& data = good.at("data").as_object();
  EXPECT_EQ(text(data.at("corpId")), "Kq7DrillCorp00");
  EXPECT_EQ(text(data.at("scope")), "tenant");
  EXPECT_EQ(data.at("expiresTime").as_int64(), kStarts * 1000 + 10'000 + 7'200'000);
  // A JWT: three parts, the last the injected signature over the first two.
  std::string jwt = text(data.at("accessToken"));
  EXPECT_TRUE(jwt.starts_with("eyJhbGciOiJSUzI1NiJ9."));
  EXPECT_EQ(jwt.find_first_of("+/="), std::string::npos);
  EXPECT_EQ(std::count(jwt.begin(), jwt.end(), '.'), 2);
  EXPECT_EQ(tenant.bare("GET", kProbe + jwt).status, 200);

  Response wrong = tenant.bare("POST", kV3Path, R"({"appKey":"x","appSecurity":"y"})");
  EXPECT_EQ(wrong.status, 200);
  EXPECT_EQ(wrong.body, R"({"code":"403","msg":"密钥无效","data":""})");
  json::object none = Tenant::object(tenant.bare("POST", kV3Path));
  EXPECT_EQ(text(none.at("code")), "500");
  EXPECT_TRUE(none.at("data").is_null());
  EXPECT_FALSE(text(none.at("traceId")).empty());
}

TEST(HesiTokens, AVersionThatIsSwitchedOffIsRefusedTheV3Way) {
  Tenant tenant;
  std::string v1 = text(grant(tenant).at("accessToken"));
  std::string v3 = text(Tenant::object(tenant.bare("POST", kV3Path, std::string(kKeys)))
                            .at("data")
                            .at("accessToken"));
  Exchange old_client = tenant.exchange("GET", kProbe + v1);
  old_client.accepted_auth = {"v3"};
  Response refused = tenant.run(old_client);
  EXPECT_EQ(refused.status, 200);
  EXPECT_EQ(refused.body, R"({"code":"403","msg":"未授权","data":""})");
  EXPECT_TRUE(old_client.auth_refused);

  Exchange new_client = tenant.exchange("GET", kProbe + v3);
  new_client.accepted_auth = {"v3"};
  EXPECT_TRUE(tenant.run(new_client).body.find("Drill Travel Co") != std::string::npos);
  EXPECT_FALSE(new_client.auth_refused);

  Exchange stranger = tenant.exchange("GET", kProbe + "nobody");
  stranger.accepted_auth = {"v3"};
  EXPECT_EQ(tenant.run(stranger).status, 403);
  EXPECT_FALSE(stranger.auth_refused);
}

TEST(HesiTokens, AreTheSameInEveryRun) {
  Tenant one;
  Tenant other;
  EXPECT_EQ(one.bare("POST", kTokenPath, std::string(kKeys)).body,
            other.bare("POST", kTokenPath, std::string(kKeys)).body);
}

TEST(HesiLocation, IsWhereTheCallerIs) {
  Tenant tenant;
  Exchange x = tenant.exchange("GET", "/api/openapi/v2/location?corpId=Kq7DrillCorp00");
  x.request.headers.add("Host", "127.0.0.1:8101");
  EXPECT_EQ(tenant.run(x).body, R"({"value":"http://127.0.0.1:8101/"})");
  EXPECT_EQ(tenant.bare("GET", "/api/openapi/v2/location?corpId=other").status, 400);
  EXPECT_EQ(tenant.bare("GET", "/api/openapi/v2/location").status, 404);
}

TEST(HesiPaths, UnknownOnesAndWrongMethodsAnswerLikeTheServletContainer) {
  Tenant tenant;
  Response unknown = tenant.bare("GET", "/api/openapi/v9/nothing?x=1");
  EXPECT_EQ(unknown.status, 404);
  EXPECT_EQ(
      unknown.body,
      R"({"servlet":"openapi-servlet","message":"Not Found","url":"/api/openapi/v9/nothing","status":"404"})");
  EXPECT_EQ(tenant.bare("GET", kTokenPath).status, 405);
  EXPECT_EQ(tenant.bare("GET", "/api/openapi/v1/staffs/getstaffids").status, 404);  // case matters
}

}  // namespace
}  // namespace mayday::hesi_test
