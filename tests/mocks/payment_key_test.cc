#include "payment_drill.h"

namespace mayday::payment_tests {
namespace {

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

TEST(PaymentKey, NamesOneRequestNotOnlyOneBody) {
  PaymentDrill drill;
  Response made = drill.captured();
  EXPECT_EQ(code(drill.step(made, "refund", R"({"amount":"1.00"})", "made")),
            "idempotency_conflict");
  EXPECT_EQ(code(drill.caller.call(creation(std::string(256, 'k')))), "idempotency_key_missing");
}

TEST(PaymentKey, OfARefusedRequestCanBeUsedAgain) {
  PaymentDrill drill;
  EXPECT_EQ(drill.caller.call(creation("k", R"({"amount":"0.00"})")).status, 422);
  EXPECT_EQ(drill.caller.call(creation("k")).status, 201);
}

TEST(PaymentKey, HoldsWhenTheFirstCallIsStillUnderWay) {
  PaymentDrill drill;
  Handled held_up = drill.caller.hold(creation("k"), at(0s));
  Response retried = drill.caller.call(creation("k"), at(10s));
  EXPECT_EQ(held_up.write(at(30s), Commit::whole).body, retried.body);
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

}  // namespace
}  // namespace mayday::payment_tests
