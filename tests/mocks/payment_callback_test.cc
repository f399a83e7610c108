#include "payment_drill.h"

namespace mayday::payment_tests {
namespace {

constexpr const char* kTold =
    R"({"amount":"680.00","currency":"CNY","order":"T1","callback_url":"http://127.0.0.1:9/pay?of=T1"})";

PushAttempt attempt(bool last, Instant began, CallResult result) {
  return {last, began, began + 1s, std::move(result)};
}

TEST(PaymentCallback, TellsOfEveryChange) {
  PaymentDrill drill;
  Response made = drill.captured(kTold);
  drill.step(made, "refund", R"({"amount":"80.00"})", "r1", at(1s));
  Response last = drill.step(made, "refund", {}, {}, at(2s));
  EXPECT_EQ(drill.payment.next_due(), at(0s));
  std::vector<std::string> told;
  std::vector<Push> pushes = drill.payment.advance(at(2s));
  for (const Push& push : pushes) {
    Response event(200, push.request.body);
    told.push_back(text_at(event, "/type") + " " + text_at(event, "/payment/amount_refunded"));
    EXPECT_EQ(push.subject, text_at(made, "/id"));
    EXPECT_EQ(push.order, text_at(made, "/order"));
    EXPECT_EQ(push.id, text_at(event, "/id"));
  }
  EXPECT_THAT(told, testing::ElementsAre("payment.created 0.00", "payment.captured 0.00",
                                         "payment.refunded 80.00", "payment.refunded 680.00"));
  EXPECT_EQ(json::serialize(body_of(Response(200, pushes[3].request.body)).at("payment")),
            json::serialize(body_of(last)));
  EXPECT_EQ(drill.payment.next_due(), kNever);
  EXPECT_TRUE(drill.payment.advance(at(3s)).empty());
}

TEST(PaymentCallback, OfADeclineSaysThatItFailed) {
  PaymentDrill drill;
  drill.caller.call(creation(
      "k",
      R"({"amount":"5.00","currency":"CNY","order":"T2","description":"drill:decline","callback_url":"https://pay.example/hook"})"));
  std::vector<Push> pushes = drill.payment.advance(at(0s));
  ASSERT_EQ(pushes.size(), 1U);
  EXPECT_EQ(text_at(Response(200, pushes[0].request.body), "/type"), "payment.failed");
}

TEST(PaymentCallback, IsNotSentWithoutAUrlNorForWhatChangedNothing) {
  PaymentDrill drill;
  drill.step(drill.captured(), "refund");
  EXPECT_EQ(drill.payment.next_due(), kNever);
  Response made = drill.caller.call(creation("k", kTold));
  drill.payment.advance(at(0s));
  drill.caller.call(creation("k", kTold));
  EXPECT_EQ(drill.step(made, "refund").status, 409);
  EXPECT_EQ(drill.payment.next_due(), kNever);
}

TEST(PaymentCallback, IsSignedAsRequestsAre) {
  PaymentDrill drill;
  drill.caller.call(creation("k", kTold), at(90s));
  Push push = drill.payment.advance(at(90s)).at(0);
  const Request& request = push.request;
  EXPECT_EQ(request.target, "/pay?of=T1");
  ASSERT_NE(push.to.outside(), nullptr);
  EXPECT_EQ(push.to.outside()->authority, "127.0.0.1:9");
  std::string timestamp(request.headers.get("x-pay-timestamp"));
  EXPECT_EQ(timestamp, std::to_string(kStarts + 90));
  EXPECT_EQ(request.headers.get("x-pay-key"), "pk_drill");
  EXPECT_EQ(request.headers.get("content-type"), "application/json");
  EXPECT_EQ(request.headers.get("x-pay-signature"),
            sign_payment("sk_drill", "POST", "/pay?of=T1", timestamp, request.body));
}

TEST(PaymentCallback, IsTriedAgainAsTheContractSays) {
  PaymentDrill drill;
  drill.caller.call(creation("k", kTold));
  Push push = drill.payment.advance(at(0s)).at(0);
  EXPECT_THAT(push.retry_after, testing::ElementsAre(15s, 1min, 5min, 15min, 1h));
}

TEST(PaymentCallback, HasItsAttemptsListed) {
  PaymentDrill drill;
  Response made = drill.caller.call(creation("k", kTold));
  EXPECT_EQ(text_at(drill.read(made, "/callbacks"), "/data/0/attempts"), "[]");
  Push push = drill.payment.advance(at(0s)).at(0);
  EXPECT_FALSE(drill.payment.delivered(push, attempt(false, at(0s), CallError::timed_out)));
  EXPECT_FALSE(drill.payment.delivered(push, attempt(false, at(16s), Response(302))));
  Response pending = drill.read(made, "/callbacks");
  EXPECT_EQ(text_at(pending, "/data/0/state"), "pending");
  EXPECT_TRUE(drill.payment.delivered(push, attempt(true, at(77s), Response(204))));
  Response list = drill.read(made, "/callbacks");
  EXPECT_EQ(text_at(list, "/data/0/id"), push.id);
  EXPECT_EQ(text_at(list, "/data/0/type"), "payment.created");
  EXPECT_EQ(text_at(list, "/data/0/state"), "delivered");
  EXPECT_EQ(text_at(list, "/data/0/attempts"),
            R"([{"at":"2026-11-23T06:00:00Z","outcome":"timed_out"},)"
            R"({"at":"2026-11-23T06:00:16Z","outcome":"302"},)"
            R"({"at":"2026-11-23T06:01:17Z","outcome":"204"}])");
}

TEST(PaymentCallback, HasFailedAfterTheLastAttempt) {
  PaymentDrill drill;
  Response made = drill.caller.call(creation("k", kTold));
  Push push = drill.payment.advance(at(0s)).at(0);
  EXPECT_FALSE(drill.payment.delivered(push, attempt(true, at(1h), CallError::refused)));
  EXPECT_EQ(text_at(drill.read(made, "/callbacks"), "/data/0/state"), "failed");
}

}  // namespace
}  // namespace mayday::payment_tests
