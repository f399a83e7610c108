#include "airline_drill.h"

namespace mayday::airline_tests {
namespace {

TEST(AirlineHeaders, AreCheckedInTheDocumentedOrder) {
  AirlineDrill drill;
  Request request("POST", "/air/nowhere", "{}");
  auto expect = [&](int status, const char* wanted) {
    Response answer = drill.caller.call(request);
    EXPECT_EQ(answer.status, status) << wanted;
    EXPECT_EQ(code(answer), wanted);
    EXPECT_EQ(text_at(answer, "/meta/status"), std::to_string(status));
    EXPECT_EQ(text_at(answer, "/meta/request_id"), answer.headers.get("x-request-id"));
  };
  expect(401, "missing_authorization_header");
  request.headers.set("Authorization", "Basic abc");
  expect(401, "invalid_authorization_header");
  request.headers.set("Authorization", "Bearer nobody");
  expect(401, "access_token_not_found");
  request.headers.set("Authorization", "Bearer duffel_test_expired_token");
  expect(401, "expired_access_token");
  request.headers.set("Authorization", "Bearer duffel_test_drill_token");
  expect(400, "missing_version_header");
  request.headers.set("Duffel-Version", "v9");
  expect(400, "invalid_version_header");
  request.headers.set("Duffel-Version", "v1");
  expect(400, "unsupported_version");
  request.headers.set("Duffel-Version", "v2");
  request.headers.set("Accept", "text/html");
  expect(406, "unsupported_format");
  request.headers.set("Accept", "*/*");
  expect(400, "missing_content_type_header");
  request.headers.set("Content-Type", "text/plain");
  expect(400, "invalid_content_type_header");
  request.headers.set("Content-Type", "application/json; charset=utf-8");
  expect(404, "not_found");
}

TEST(AirlineHeaders, EveryAnswerBearsRequestIdAndRate) {
  AirlineDrill drill;
  Request request = get("/air/orders");
  request.headers.add("x-client-correlation-id", "mine");
  Response answer = drill.caller.call(request, at(90s));
  EXPECT_EQ(answer.headers.get("x-request-id"), "caller-1");
  EXPECT_EQ(answer.headers.get("x-client-correlation-id"), "mine");
  EXPECT_EQ(answer.headers.get("content-type"), "application/json");
  EXPECT_EQ(answer.headers.get("ratelimit-limit"), "4000");
  EXPECT_EQ(answer.headers.get("ratelimit-remaining"), "3999");
  EXPECT_EQ(answer.headers.get("ratelimit-reset"), "Mon, 23 Nov 2026 06:02:00 GMT");
}

TEST(AirlineHeaders, ReadOnlyTokensMayNotBook) {
  AirlineDrill drill;
  Request request = get("/air/orders");
  request.headers.set("Authorization", "Bearer duffel_test_readonly_token");
  EXPECT_EQ(drill.caller.call(request).status, 200);
  Request write = post("/air/orders", "{}");
  write.headers.set("Authorization", "Bearer duffel_test_readonly_token");
  EXPECT_EQ(code(drill.caller.call(write)), "insufficient_permissions");
}

TEST(AirlineHeaders, RateLimitCountsPerMinuteAndComesFirst) {
  AirlineSettings slow;
  slow.rate_limit = 2;
  AirlineDrill drill(slow);
  Request bare("GET", "/air/orders");
  EXPECT_EQ(drill.caller.call(bare, at(1s)).status, 401);
  EXPECT_EQ(drill.caller.call(bare, at(2s)).status, 401);
  Response limited = drill.caller.call(bare, at(59s));
  EXPECT_EQ(limited.status, 429);
  EXPECT_EQ(code(limited), "rate_limit_exceeded");
  EXPECT_EQ(limited.headers.get("ratelimit-remaining"), "0");
  EXPECT_FALSE(limited.headers.has("retry-after"));
  EXPECT_EQ(drill.caller.call(bare, at(60s)).status, 401);
}

TEST(AirlineHeaders, ARetiredVersionIsRefusedWhileAFaultSaysSo) {
  AirlineDrill drill;
  Response refused = drill.caller.call(get("/air/orders"), {}, {"v3"});
  EXPECT_EQ(code(refused), "unsupported_version");
  EXPECT_TRUE(drill.caller.auth_refused);
  Request old = get("/air/orders");
  old.headers.set("Duffel-Version", "v1");
  EXPECT_EQ(drill.caller.call(old, {}, {"v1", "v2"}).status, 200);
}

TEST(AirlineOperations, AreNamedFromTheRequestAlone) {
  AirlineDrill drill;
  Exchange booking = drill.caller.exchange(post("/air/orders/", "{}"), {});
  EXPECT_EQ(booking.operation, "createOrder");
  EXPECT_TRUE(booking.write);
  Exchange read = drill.caller.exchange(get("/air/orders/ord_1"), {});
  EXPECT_EQ(read.operation, "getOrder");
  EXPECT_FALSE(read.write);
  EXPECT_THAT(read.values, testing::ElementsAre("ord_1"));
  EXPECT_EQ(drill.caller.exchange(get("/air/elsewhere"), {}).route, -1);
}

TEST(AirlineFailure, HasTheSuppliersForm) {
  AirlineDrill drill;
  for (int status : {400, 401, 403, 404, 422, 429, 500, 502, 503, 504, 599}) {
    Response failed = drill.airline.failure(drill.caller.exchange(get("/air/orders"), {}), status);
    EXPECT_EQ(failed.status, status);
    EXPECT_EQ(text_at(failed, "/meta/status"), std::to_string(status));
    EXPECT_NE(code(failed), "");
  }
}

}  // namespace
}  // namespace mayday::airline_tests
