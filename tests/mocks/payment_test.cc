#include "payment_drill.h"

namespace mayday::payment_tests {
namespace {

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

  EXPECT_EQ(code(drill.step(made, "refund", "[")), "body_invalid");
  Response refunded = drill.step(made, "refund");
  EXPECT_EQ(text_at(refunded, "/status"), "refunded");
  EXPECT_EQ(drill.step(made, "refund").body, refunded.body);
  EXPECT_EQ(code(drill.step(made, "capture")), "state_invalid");

  Response read = drill.read(made);
  EXPECT_EQ(read.body, refunded.body);
  std::vector<BookEntry> books = drill.payment.books();
  ASSERT_EQ(books.size(), 1U);
  EXPECT_EQ(books[0].what, "payment");
  EXPECT_EQ(books[0].key, "T1");
  EXPECT_EQ(books[0].id, text_at(made, "/id"));
  EXPECT_EQ(books[0].state, "refunded");
  EXPECT_EQ(books[0].amount, (Money{68000, "CNY"}));
}

TEST(PaymentRefund, InPartsLeavesTheRestCaptured) {
  PaymentDrill drill;
  Response made = drill.captured();
  Response part = drill.step(made, "refund", R"({"amount":"80.00"})", "r1", at(10s));
  ASSERT_EQ(part.status, 200) << part.body;
  EXPECT_EQ(text_at(part, "/status"), "captured");
  EXPECT_EQ(text_at(part, "/amount_refunded"), "80.00");
  EXPECT_EQ(text_at(part, "/refunded_at"), "null");
  EXPECT_EQ(text_at(part, "/refunds/0/created_at"), "2026-11-23T06:00:10Z");
  EXPECT_EQ(drill.payment.books().at(0).state, "captured");
  EXPECT_EQ(drill.payment.books().at(0).amount.minor, 60000);

  EXPECT_EQ(code(drill.step(made, "refund", R"({"amount":"600.01"})", "r2")), "amount_invalid");
  Response rest = drill.step(made, "refund", {}, {}, at(20s));
  EXPECT_EQ(text_at(rest, "/status"), "refunded");
  EXPECT_EQ(text_at(rest, "/amount_refunded"), "680.00");
  EXPECT_EQ(text_at(rest, "/refunds/1/amount"), "600.00");
  EXPECT_EQ(text_at(rest, "/refunded_at"), "2026-11-23T06:00:20Z");
  EXPECT_NE(text_at(rest, "/refunds/0/id"), text_at(rest, "/refunds/1/id"));
  EXPECT_EQ(code(drill.step(made, "refund", R"({"amount":"0.01"})", "r3")), "state_invalid");
}

TEST(PaymentRefund, OfAnAmountNeedsAKeyAndIsThenSafeToRepeat) {
  PaymentDrill drill;
  Response made = drill.captured();
  const char* body = R"({"amount":"80.00"})";
  EXPECT_EQ(code(drill.step(made, "refund", body)), "idempotency_key_missing");
  Response first = drill.step(made, "refund", body, "r1");
  drill.step(made, "refund", body, "r2");
  Response again = drill.step(made, "refund", body, "r1");
  EXPECT_EQ(again.status, first.status);
  EXPECT_EQ(again.body, first.body);
  EXPECT_EQ(text_at(drill.read(made), "/amount_refunded"), "160.00");
  EXPECT_EQ(code(drill.step(made, "refund", R"({"amount":"81.00"})", "r1")),
            "idempotency_conflict");
}

TEST(PaymentRefund, HeldUpCannotGiveBackMoreThanThereIs) {
  PaymentDrill drill;
  Response made = drill.captured();
  const char* most = R"({"amount":"600.00"})";
  Handled held_up = drill.caller.hold(drill.step_request(made, "refund", most, "r1"), at(0s));
  EXPECT_EQ(drill.step(made, "refund", most, "r2").status, 200);
  EXPECT_EQ(code(held_up.write(at(30s), Commit::whole)), "amount_invalid");
  EXPECT_EQ(text_at(drill.read(made), "/amount_refunded"), "600.00");
}

TEST(PaymentRefund, NeedsAnAmountAboveZero) {
  PaymentDrill drill;
  Response made = drill.captured();
  for (const char* wrong : {R"({"amount":"0.00"})", R"({"amount":"-1.00"})", R"({"amount":"1"})"})
    EXPECT_EQ(code(drill.step(made, "refund", wrong, "r")), "amount_invalid") << wrong;
  EXPECT_EQ(text_at(drill.step(made, "refund", "{}"), "/status"), "refunded");
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
  for (const char* target : {"/v1/payments/pay_x", "/v1/payments/pay_x/callbacks"})
    EXPECT_EQ(code(drill.get(target)), "payment_not_found");
}

TEST(PaymentOperations, AreNamedFromTheRequestAlone) {
  PaymentDrill drill;
  const std::tuple<const char*, const char*, const char*, bool> cases[] = {
      {"POST", "/v1/payments", "createPayment", true},
      {"GET", "/v1/payments?order=1", "listPayments", false},
      {"GET", "/v1/payments/p", "getPayment", false},
      {"GET", "/v1/payments/p/callbacks", "listCallbacks", false},
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
  for (int status : {400, 401, 404, 409, 422, 429, 500, 502, 503, 504}) {
    Response failed = drill.payment.failure(drill.caller.exchange(creation("k"), {}), status);
    EXPECT_EQ(failed.status, status);
    EXPECT_NE(code(failed), "");
  }
}

}  // namespace
}  // namespace mayday::payment_tests
