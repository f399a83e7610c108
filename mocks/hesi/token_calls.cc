#include "body.h"
#include "numbers.h"
#include "operations.h"
#include "shapes.h"

namespace mayday::hesi {
namespace {

constexpr std::string_view kKeyInvalid = "密钥无效";
constexpr std::string_view kRefreshPower = "219904";

/// Whole days of a refresh; 0 when the text is no such number. Five digits are more than any
/// licence.
int days_of(std::string_view text) {
  std::int64_t days = whole_number(text).value_or(0);
  return days > 0 && days <= 99'999 ? static_cast<int>(days) : 0;
}

Handled get_location(Tenant&, const Exchange& x, Instant) {
  if (auto no = missing(x, {"corpId"})) return *no;
  if (x.target.query("corpId") != kCorporation) return error(400, "企业不存在");
  // The tenant is served from wherever the caller has just reached it.
  std::string_view host = x.request.headers.get("host");
  std::string base =
      host.empty() ? "https://app.ekuaibao.com/" : "http://" + std::string(host) + "/";
  JsonText out;
  out.open().text("value", base).close();
  return ok(std::move(out));
}

Response granted(const Tenant& tenant, const Grant& grant) {
  JsonText out;
  out.open().name("value").open().text("accessToken", grant.access);
  out.text("refreshToken", grant.refresh).number("expireTime", tenant.epoch.ms(grant.expires));
  out.text("corporationId", kCorporation).close().close();
  return ok(std::move(out));
}

Handled get_access_token(Tenant& tenant, const Exchange& x, Instant now) {
  Body body(x.request.body);
  if (!tenant.tokens.accepts_key(body.text("appKey"), body.text("appSecurity")))
    return error(403, kKeyInvalid);
  return granted(tenant, tenant.tokens.issue_v1(now, kTokenLife));
}

/// Only a pair that still lives can be refreshed. V3 has no published refresh, so its pairs cannot.
Response refresh(Tenant& tenant, const Exchange& x, Duration life, Instant now) {
  const Grant* pair = tenant.tokens.valid(x.target.query("accessToken"), now);
  if (pair == nullptr || pair->version != AuthVersion::v1 ||
      pair->refresh != x.target.query("refreshToken") ||
      x.target.query("powerCode") != kRefreshPower)
    return error(403, kUnauthorised);
  return granted(tenant, tenant.tokens.issue_v1(now, life));
}

Handled refresh_token(Tenant& tenant, const Exchange& x, Instant now) {
  if (auto no = missing(x, {"refreshToken", "powerCode"})) return *no;
  return refresh(tenant, x, kRefreshedLife, now);
}

Handled refresh_token_with_days(Tenant& tenant, const Exchange& x, Instant now) {
  if (auto no = missing(x, {"refreshToken", "expireDate", "powerCode"})) return *no;
  int days = days_of(x.target.query("expireDate"));
  if (days == 0) return error(400, "参数expireDate不正确");  // not documented
  return refresh(tenant, x, days * 24h, now);
}

Handled get_access_token_v3(Tenant& tenant, const Exchange& x, Instant now) {
  Body body(x.request.body);
  std::string_view key = body.text("appKey");
  std::string_view security = body.text("appSecurity");
  JsonText out;
  if (key.empty() || security.empty()) {
    out.open().text("code", "500").text("msg", "system error").null("data");
    out.text("traceId", tenant.ids.opaque("trace")).close();
    return ok(std::move(out));
  }
  if (!tenant.tokens.accepts_key(key, security)) return v3_refusal("403", kKeyInvalid);
  const Grant& grant = tenant.tokens.issue_v3(now);
  out.open().text("code", "200").text("msg", "操作成功").name("data").open();
  out.text("corpId", kCorporation).text("accessToken", grant.access);
  out.text("refreshToken", grant.refresh).number("expiresTime", tenant.epoch.ms(grant.expires));
  out.text("scope", "tenant").close().close();
  return ok(std::move(out));
}

constexpr Operation kOperations[] = {
    {"GET", "/api/openapi/v2/location", "getLocation", get_location, nullptr, false, kOpen},
    {"POST", "/api/openapi/v1/auth/getAccessToken", "getAccessToken", get_access_token, nullptr,
     false, kOpen},
    {"POST", "/api/openapi/v2/auth/refreshToken", "refreshToken", refresh_token, nullptr, false,
     kOpen},
    {"POST", "/api/openapi/v2/auth/refreshToken/expireDate", "refreshTokenWithDays",
     refresh_token_with_days, nullptr, false, kOpen},
    {"POST", "/auth/openApi/v3/getAccessToken", "getAccessTokenV3", get_access_token_v3, nullptr,
     false, kOpen},
};

}  // namespace

OperationList token_operations() { return kOperations; }

}  // namespace mayday::hesi
