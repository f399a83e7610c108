#include "mayday/payment/payment.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json/serialize.hpp>

#include "mayday/payment/signature.h"
#include "vendor_caller.h"

namespace mayday {
namespace {

constexpr const char* kBody =
    R"({"amount":"680.00","currency":"CNY","order":"T1","description":"trip"})";

Request signed_request(std::string_view method, std::string target, std::string body = {},
                       std::int64_t when = kStarts) {
  Request request(method, std::move(target), std::move(body));
  std::string timestamp = std::to_string(when);
  request.headers.add("X-Pay-Key", "pk_drill");
  request.headers.add("X-Pay-Timestamp", timestamp);
  request.headers.add("X-Pay-Signature",
                      sign_payment("sk_drill", method, request.target, timestamp, request.body));
  return request;
}

Request creation(std::string_view key, std::string body = kBody) {
  Request request = signed_request("POST", "/v1/payments", std::move(body));
  if (!key.empty()) request.headers.add("Idempotency-Key", std::string(key));
  return request;
}

class PaymentDrill {
 public:
  Response step(const Response& made, std::string_view what, std::string body = {}) {
    return caller.call(signed_request(
        "POST", "/v1/payments/" + text_at(made, "/id") + "/" + std::string(what), std::move(body)));
  }

  Payment payment{kStarts};
  VendorCaller caller{payment};
};

std::string code(const Response& response) { return text_at(response, "/error/code"); }

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

TEST(Payment, GoesFromAuthorisedToCapturedToRefunded) {
  PaymentDrill drill;
  Response made = drill.caller.call(creation("k1"));
  ASSERT_EQ(made.status, 201) << made.body;
  EXPECT_EQ(text_at(made, "/status"), "requires_capture");
  EXPECT_EQ(text_at(made, "/amount"), "680.00");
  EXPECT_EQ(text_at(made, "/created_at"), "2026-11-23T06:00:00Z");
  EXPECT_EQ(drill.payment.books().at(0).state, "open");
  EXPECT_EQ(code(drill.step(made, "refund")), "state_invalid");

  Response captured = drill.step(made, "capture");
  EXPECT_EQ(captured.status, 200);
  EXPECT_EQ(text_at(captured, "/status"), "captured");
  EXPECT_EQ(drill.step(made, "capture").body, captured.body);
  EXPECT_EQ(drill.payment.books().at(0).state, "captured");

  EXPECT_EQ(code(drill.step(made, "refund", R"({"amount":"1.00"})")), "amount_invalid");
  EXPECT_EQ(code(drill.step(made, "refund", "[")), "body_invalid");
  Response refunded = drill.step(made, "refund", R"({"amount":"680.00"})");
  EXPECT_EQ(text_at(refunded, "/status"), "refunded");
  EXPECT_EQ(drill.step(made, "refund").body, refunded.body);
  EXPECT_EQ(code(drill.step(made, "capture")), "state_invalid");

  Response read = drill.caller.call(signed_request("GET", "/v1/payments/" + text_at(made, "/id")));
  EXPECT_EQ(read.body, refunded.body);
  std::vector<BookEntry> books = drill.payment.books();
  ASSERT_EQ(books.size(), 1U);
  EXPECT_EQ(books[0].what, "payment");
  EXPECT_EQ(books[0].key, "T1");
  EXPECT_EQ(books[0].id, text_at(made, "/id"));
  EXPECT_EQ(books[0].state, "refunded");
  EXPECT_EQ(books[0].amount, (Money{68000, "CNY"}));
}

TEST(Payment, ThatTheBankDeclinesHasFailed) {
  PaymentDrill drill;
  Response made = drill.caller.call(creation(
      "k", R"({"amount":"5.00","currency":"CNY","order":"T2","description":"drill:decline"})"));
  EXPECT_EQ(text_at(made, "/status"), "failed");
  EXPECT_EQ(text_at(made, "/failure"), "declined");
  EXPECT_EQ(code(drill.step(made, "capture")), "state_invalid");
  EXPECT_EQ(drill.payment.books().at(0).state, "failed");
}

TEST(Payment, ThatDoesNotExistIsNotFound) {
  PaymentDrill drill;
  for (const char* target : {"/v1/payments/pay_x/capture", "/v1/payments/pay_x/refund"})
    EXPECT_EQ(code(drill.caller.call(signed_request("POST", target))), "payment_not_found");
  Response read = drill.caller.call(signed_request("GET", "/v1/payments/pay_x"));
  EXPECT_EQ(read.status, 404);
}

TEST(PaymentKey, MakesARepeatHarmless) {
  PaymentDrill drill;
  EXPECT_EQ(code(drill.caller.call(creation(""))), "idempotency_key_missing");
  Response first = drill.caller.call(creation("k"));
  drill.step(first, "capture");
  Response again = drill.caller.call(creation("k"), at(200s));
  EXPECT_EQ(again.status, first.status);
  EXPECT_EQ(again.body, first.body);
  Response other =
      drill.caller.call(creation("k", R"({"amount":"1.00","currency":"CNY","order":"T1"})"));
  EXPECT_EQ(other.status, 409);
  EXPECT_EQ(code(other), "idempotency_conflict");
  EXPECT_EQ(drill.payment.books().size(), 1U);
  drill.caller.call(creation("k2"));
  EXPECT_EQ(drill.payment.books().size(), 2U) << "another key is another payment";
}

TEST(PaymentKey, HoldsWhenTheFirstCallIsStillUnderWay) {
  PaymentDrill drill;
  Handled held_up = drill.caller.hold(creation("k"), at(0s));
  Response retried = drill.caller.call(creation("k"), at(10s));
  EXPECT_EQ(held_up.write(at(30s)).body, retried.body);
  EXPECT_EQ(drill.payment.books().size(), 1U);
}

TEST(PaymentKey, IsForgottenAfterADay) {
  PaymentDrill drill;
  auto create = [&](std::int64_t hours) {
    Request request = signed_request("POST", "/v1/payments", kBody, kStarts + hours * 3600);
    request.headers.add("Idempotency-Key", "k");
    return text_at(drill.caller.call(request, at(std::chrono::hours{hours})), "/id");
  };
  std::string first = create(0);
  EXPECT_EQ(create(23), first);
  EXPECT_NE(create(24), first);
}

TEST(PaymentBody, WrongMembersAreRefused) {
  const std::pair<const char*, const char*> cases[] = {
      {"{", "body_invalid"},
      {"[]", "body_invalid"},
      {R"({"currency":"CNY","order":"T1"})", "field_invalid"},
      {R"({"amount":"0.00","currency":"CNY","order":"T1"})", "amount_invalid"},
      {R"({"amount":"680","currency":"CNY","order":"T1"})", "amount_invalid"},
      {R"({"amount":"-1.00","currency":"CNY","order":"T1"})", "amount_invalid"},
      {R"({"amount":680.00,"currency":"CNY","order":"T1"})", "field_invalid"},
      {R"({"amount":"680.00","currency":"cny","order":"T1"})", "currency_invalid"},
      {R"({"amount":"680.00","currency":"CNY","order":""})", "field_invalid"},
      {R"({"amount":"680.00","currency":"CNY"})", "field_invalid"},
  };
  for (const auto& [body, wanted] : cases) {
    PaymentDrill drill;
    EXPECT_EQ(code(drill.caller.call(creation("k", body))), wanted) << body;
    EXPECT_TRUE(drill.payment.books().empty());
  }
}

TEST(PaymentList, ShowsTheOrdersPaymentsOldestFirst) {
  PaymentDrill drill;
  Response first = drill.caller.call(creation("k1"));
  Response second = drill.caller.call(creation("k2"));
  drill.caller.call(creation("k3", R"({"amount":"1.00","currency":"CNY","order":"T9"})"));
  Response listed = drill.caller.call(signed_request("GET", "/v1/payments?order=T1"));
  EXPECT_EQ(listed.body, R"({"data":[)" + first.body + "," + second.body + "]}");
  EXPECT_EQ(drill.caller.call(signed_request("GET", "/v1/payments?order=T0")).body,
            R"({"data":[]})");
  EXPECT_EQ(code(drill.caller.call(signed_request("GET", "/v1/payments"))), "parameter_missing");
}

TEST(PaymentOperations, AreNamedFromTheRequestAlone) {
  PaymentDrill drill;
  const std::tuple<const char*, const char*, const char*, bool> cases[] = {
      {"POST", "/v1/payments", "createPayment", true},
      {"GET", "/v1/payments?order=1", "listPayments", false},
      {"GET", "/v1/payments/p", "getPayment", false},
      {"POST", "/v1/payments/p/capture", "capturePayment", true},
      {"POST", "/v1/payments/p/refund", "refundPayment", true},
  };
  for (const auto& [method, target, operation, write] : cases) {
    Exchange x = drill.caller.exchange(Request(method, target), {});
    EXPECT_EQ(x.operation, operation);
    EXPECT_EQ(x.write, write);
  }
}

TEST(PaymentFailure, HasTheGatewaysForm) {
  PaymentDrill drill;
  for (int status : {401, 404, 409, 429, 500, 502, 503, 504}) {
    Response failed = drill.payment.failure(drill.caller.exchange(creation("k"), {}), status);
    EXPECT_EQ(failed.status, status);
    EXPECT_NE(code(failed), "");
  }
}

}  // namespace
}  // namespace mayday
