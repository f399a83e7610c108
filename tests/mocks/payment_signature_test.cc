#include "payment_drill.h"

namespace mayday::payment_tests {
namespace {

TEST(PaymentSignature, MatchesTheContractsVector) {
  EXPECT_EQ(sign_payment("sk_drill", "POST", "/v1/payments", "1790000000", kBody),
            "8badb0c8d1182afa1a8e7ffb00f5b381b0772bfed0ead0caf71ee7dab9bb9ba2");
}

TEST(PaymentSignature, DependsOnEveryPart) {
  std::string signature = sign_payment("s", "GET", "/a?b=c", "1", "");
  EXPECT_NE(sign_payment("t", "GET", "/a?b=c", "1", ""), signature);
  EXPECT_NE(sign_payment("s", "PUT", "/a?b=c", "1", ""), signature);
  EXPECT_NE(sign_payment("s", "GET", "/a?b=d", "1", ""), signature);
  EXPECT_NE(sign_payment("s", "GET", "/a?b=c", "2", ""), signature);
  EXPECT_NE(sign_payment("s", "GET", "/a?b=c", "1", "x"), signature);
}

TEST(PaymentSignature, IsAskedForFirst) {
  PaymentDrill drill;
  Request request("GET", "/v1/nowhere");
  EXPECT_EQ(code(drill.caller.call(request)), "signature_missing");
  request = signed_request("GET", "/v1/nowhere");
  EXPECT_EQ(code(drill.caller.call(request)), "route_not_found");
  request.headers.set("X-Pay-Key", "pk_other");
  EXPECT_EQ(code(drill.caller.call(request)), "key_unknown");
  request = signed_request("GET", "/v1/nowhere");
  request.headers.set("X-Pay-Timestamp", "soon");
  EXPECT_EQ(code(drill.caller.call(request)), "timestamp_invalid");
  request = signed_request("GET", "/v1/nowhere");
  request.target = "/v1/payments?order=T1";
  Response refused = drill.caller.call(request);
  EXPECT_EQ(refused.status, 401);
  EXPECT_EQ(code(refused), "signature_invalid");
  EXPECT_EQ(text_at(refused, "/error/request_id"), "caller-1");
  EXPECT_EQ(refused.headers.get("x-request-id"), "caller-1");
}

TEST(PaymentSignature, LivesFiveMinutesEitherWay) {
  PaymentDrill drill;
  auto sent = [&](std::int64_t when, Duration now) {
    Response answer = drill.caller.call(
        signed_request("GET", "/v1/payments?order=T1", {}, kStarts + when), at(now));
    return answer.status == 200 ? "accepted" : code(answer);
  };
  EXPECT_EQ(sent(0, 300s), "accepted");
  EXPECT_EQ(sent(0, 301s), "timestamp_outside_window");
  EXPECT_EQ(sent(400, 100s), "accepted");
  EXPECT_EQ(sent(401, 100s), "timestamp_outside_window");
}

TEST(PaymentSignature, CanBeRetiredByAFault) {
  PaymentDrill drill;
  Response refused = drill.caller.call(creation("k"), {}, {"v2"});
  EXPECT_EQ(code(refused), "signature_version_retired");
  EXPECT_TRUE(drill.caller.auth_refused);
  EXPECT_EQ(drill.caller.call(creation("k"), {}, {"v1", "v2"}).status, 201);
}

}  // namespace
}  // namespace mayday::payment_tests
