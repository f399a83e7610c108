#include "airline_drill.h"

namespace mayday::airline_tests {
namespace {

TEST(AirlineHold, WaitsForAPaymentOfTheExactAmount) {
  AirlineDrill drill;
  Response found = drill.search();
  Response made = drill.order(drill.order_body(found, 0, "hold"));
  ASSERT_EQ(made.status, 201) << made.body;
  EXPECT_EQ(text_at(made, "/data/documents"), "[]");
  EXPECT_EQ(text_at(made, "/data/payment_status/awaiting_payment"), "true");
  EXPECT_EQ(text_at(made, "/data/payment_status/payment_required_by"),
            "2026-11-26T06:00:00.000000Z");
  std::string total = text_at(made, "/data/total_amount");
  EXPECT_EQ(code(drill.pay(made, "1.00")), "payment_amount_does_not_match_order_amount");
  EXPECT_EQ(code(drill.pay(made, "1")), "validation_format");
  Response paid = drill.pay(made, total, at(1h));
  ASSERT_EQ(paid.status, 201) << paid.body;
  EXPECT_EQ(text_at(paid, "/data/status"), "succeeded");
  EXPECT_EQ(code(drill.pay(made, total)), "already_paid");
  Response read = drill.caller.call(get("/air/orders/" + text_at(made, "/data/id")));
  EXPECT_EQ(text_at(read, "/data/payment_status/paid_at"), "2026-11-23T07:00:00.000000Z");
  EXPECT_NE(text_at(read, "/data/documents"), "[]");
}

TEST(AirlineHold, LapsesWhenNobodyPays) {
  AirlineDrill drill;
  Response made = drill.order(drill.order_body(drill.search(), 0, "pay_later"));
  EXPECT_EQ(text_at(made, "/data/type"), "hold");
  EXPECT_EQ(drill.airline.next_due(), at(72h));
  EXPECT_TRUE(drill.airline.advance(at(72h)).empty());
  EXPECT_EQ(drill.airline.next_due(), kNever);
  EXPECT_EQ(drill.airline.books().at(0).state, "cancelled");
  EXPECT_EQ(code(drill.pay(made, text_at(made, "/data/total_amount"), at(72h))),
            "past_payment_required_by_date");
  Response read = drill.caller.call(get("/air/orders/" + text_at(made, "/data/id")), at(73h));
  EXPECT_EQ(text_at(read, "/data/cancelled_at"), "2026-11-26T06:00:00.000000Z");
  EXPECT_EQ(text_at(read, "/data/available_actions"), "[]");
}

TEST(AirlineHold, IsOnlyForOffersThatCanBeHeld) {
  AirlineDrill drill;
  EXPECT_EQ(code(drill.order(drill.order_body(drill.search(), 1, "hold"))),
            "invalid_order_create_type");
}

TEST(AirlinePayment, NeedsAnOrder) {
  AirlineDrill drill;
  Response none = drill.caller.call(
      post("/air/payments", R"({"data":{"order_id":"ord_x","payment":)" + balance("1.00") + "}}"));
  EXPECT_EQ(none.status, 404);
  EXPECT_EQ(code(drill.caller.call(post("/air/payments", R"({"data":{"order_id":"ord_x"}})"))),
            "validation_required");
}

TEST(AirlineHold, CostsMoreOnceItsPriceIsNoLongerPromised) {
  AirlineDrill drill;
  Response made = drill.order(drill.order_body(drill.search("LHR", "STN"), 0, "hold"));
  std::string agreed = text_at(made, "/data/total_amount");
  EXPECT_EQ(text_at(made, "/data/payment_status/price_guarantee_expires_at"),
            "2026-11-25T06:00:00.000000Z");
  EXPECT_EQ(text_at(drill.read(made, at(48h - 1s)), "/data/total_amount"), agreed);
  std::string dearer = decimal({minor_units(agreed) + 1000, "CNY"});
  EXPECT_EQ(text_at(drill.read(made, at(48h)), "/data/total_amount"), dearer);
  EXPECT_EQ(code(drill.pay(made, agreed, at(48h))), "price_changed");
  EXPECT_EQ(code(drill.pay(made, "1.00", at(48h))), "payment_amount_does_not_match_order_amount");
  EXPECT_EQ(drill.pay(made, dearer, at(48h)).status, 201);
}

TEST(AirlineHold, KeepsItsPriceOnEveryOtherRoute) {
  AirlineDrill drill;
  Response made = drill.order(drill.order_body(drill.search(), 0, "hold"));
  EXPECT_EQ(drill.pay(made, text_at(made, "/data/total_amount"), at(72h - 1s)).status, 201);
}

TEST(AirlineHold, PaidInTimeDoesNotLapse) {
  AirlineDrill drill;
  Response made = drill.order(drill.order_body(drill.search(), 0, "hold"));
  drill.pay(made, text_at(made, "/data/total_amount"), at(1h));
  EXPECT_TRUE(drill.airline.advance(at(80h)).empty());
  EXPECT_EQ(drill.airline.books().at(0).state, "booked");
}

TEST(AirlinePayment, ThatIsHeldUpPastTheDeadlineIsRefused) {
  // The space is released while a fault holds the payment up before it is taken.
  AirlineDrill drill;
  Response made = drill.order(drill.order_body(drill.search(), 0, "hold"));
  std::string body = R"({"data":{"order_id":")" + text_at(made, "/data/id") + R"(","payment":)" +
                     balance(text_at(made, "/data/total_amount")) + "}}";
  Handled held_up = drill.caller.hold(post("/air/payments", body), at(72h - 1s));
  EXPECT_EQ(code(held_up.write(at(72h), Commit::whole)), "past_payment_required_by_date");
  EXPECT_EQ(text_at(drill.read(made, at(72h)), "/data/documents"), "[]");
}

}  // namespace
}  // namespace mayday::airline_tests
