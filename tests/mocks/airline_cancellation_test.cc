#include "airline_drill.h"

namespace mayday::airline_tests {
namespace {

TEST(AirlineCancellation, IsQuotedThenConfirmed) {
  AirlineDrill drill;
  Response made = drill.book();
  Response quoted = drill.quote(made, at(1h));
  ASSERT_EQ(quoted.status, 201) << quoted.body;
  EXPECT_THAT(text_at(quoted, "/data/id"), testing::MatchesRegex("ore_[0-9A-Za-z]{22}"));
  EXPECT_EQ(text_at(quoted, "/data/expires_at"), "2026-11-23T08:00:00.000000Z");
  EXPECT_EQ(text_at(quoted, "/data/confirmed_at"), "null");
  // A quote cancels nothing.
  EXPECT_EQ(drill.airline.books().at(0).state, "booked");
  EXPECT_EQ(text_at(drill.read(made, at(1h)), "/data/cancellation"), "null");

  Response confirmed = drill.confirm(quoted, at(90min));
  ASSERT_EQ(confirmed.status, 200) << confirmed.body;
  EXPECT_EQ(text_at(confirmed, "/data/confirmed_at"), "2026-11-23T07:30:00.000000Z");
  Response read = drill.read(made, at(2h));
  EXPECT_EQ(text_at(read, "/data/cancelled_at"), "2026-11-23T07:30:00.000000Z");
  EXPECT_EQ(text_at(read, "/data/available_actions"), "[]");
  EXPECT_EQ(text_at(read, "/data/cancellation"), text_at(confirmed, "/data"));
  EXPECT_EQ(drill.airline.books().at(0).state, "cancelled");
}

TEST(AirlineCancellation, RefundsWhatTheFareSays) {
  AirlineDrill drill;
  Response flexible = drill.book(0);
  std::int64_t total = minor_units(text_at(flexible, "/data/total_amount"));
  std::int64_t penalty =
      minor_units(text_at(flexible, "/data/conditions/refund_before_departure/penalty_amount"));
  Response quoted = drill.quote(flexible);
  EXPECT_EQ(minor_units(text_at(quoted, "/data/refund_amount")), total - penalty);
  EXPECT_EQ(text_at(quoted, "/data/refund_currency"), "CNY");
  EXPECT_EQ(text_at(quoted, "/data/refund_to"), "balance");
  EXPECT_EQ(text_at(drill.quote(drill.book(1)), "/data/refund_amount"), "0.00");
  // An airline that says nothing of refunds quotes none.
  Response silent = drill.quote(drill.book(2));
  EXPECT_EQ(text_at(silent, "/data/refund_amount"), "null");
  EXPECT_EQ(text_at(silent, "/data/refund_currency"), "null");
}

TEST(AirlineCancellation, GivesTheRefundBackToTheBalance) {
  AirlineDrill rich;
  std::int64_t price = minor_units(text_at(rich.search(), "/data/offers/0/total_amount"));
  AirlineSettings settings;
  settings.balance = price + price * 95 / 100;
  AirlineDrill drill(settings);
  Response first = drill.book();
  EXPECT_EQ(code(drill.book()), "insufficient_balance");
  drill.confirm(drill.quote(first));
  EXPECT_EQ(drill.book().status, 201);
}

TEST(AirlineCancellation, OfAnUnpaidOrderRefundsNothing) {
  AirlineDrill drill;
  Response made = drill.order(drill.order_body(drill.search(), 0, "hold"));
  Response quoted = drill.quote(made);
  EXPECT_EQ(text_at(quoted, "/data/refund_amount"), "0.00");
  EXPECT_EQ(text_at(quoted, "/data/refund_to"), "awaiting_payment");
  EXPECT_EQ(drill.confirm(quoted).status, 200);
  EXPECT_EQ(code(drill.pay(made, text_at(made, "/data/total_amount"))), "already_cancelled");
}

TEST(AirlineCancellation, RefundsToCreditsOnTheRouteThatDoes) {
  AirlineDrill drill;
  Response quoted = drill.quote(drill.book(0, "LTN", "SYD"));
  EXPECT_EQ(text_at(quoted, "/data/refund_to"), "airline_credits");
  EXPECT_EQ(text_at(quoted, "/data/airline_credits/0/credit_amount"),
            text_at(quoted, "/data/refund_amount"));
  EXPECT_EQ(text_at(quoted, "/data/airline_credits/0/credit_code"), "null");
  Response confirmed = drill.confirm(quoted);
  EXPECT_THAT(text_at(confirmed, "/data/airline_credits/0/credit_code"),
              testing::MatchesRegex("[A-Z0-9]{6}"));
  EXPECT_EQ(text_at(confirmed, "/data/airline_credits/0/issued_on"), "2026-11-23");
}

TEST(AirlineCancellation, HoldsForAnHour) {
  AirlineDrill drill;
  Response made = drill.book();
  Response quoted = drill.quote(made);
  EXPECT_EQ(code(drill.confirm(quoted, at(1h))), "order_cancellation_expired");
  EXPECT_EQ(drill.airline.books().at(0).state, "booked");
  Response again = drill.quote(made, at(1h));
  EXPECT_EQ(drill.confirm(again, at(2h - 1s)).status, 200);
}

TEST(AirlineCancellation, OnlyTheNewestQuoteCanBeConfirmed) {
  AirlineDrill drill;
  Response made = drill.book();
  Response older = drill.quote(made);
  Response newer = drill.quote(made);
  EXPECT_EQ(code(drill.confirm(older)), "order_cancellation_expired");
  EXPECT_EQ(drill.confirm(newer).status, 200);
}

TEST(AirlineCancellation, HappensOnce) {
  AirlineDrill drill;
  Response made = drill.book();
  Response quoted = drill.quote(made);
  Request confirm =
      act("/air/order_cancellations/" + text_at(quoted, "/data/id") + "/actions/confirm");
  Handled held_up = drill.caller.hold(confirm, at(1min));
  EXPECT_EQ(drill.caller.call(confirm, at(2min)).status, 200);
  EXPECT_EQ(code(held_up.write(at(3min), Commit::whole)), "already_cancelled");
  EXPECT_EQ(code(drill.confirm(quoted, at(4min))), "already_cancelled");
  EXPECT_EQ(code(drill.quote(made, at(4min))), "already_cancelled");
}

TEST(AirlineCancellation, EndsWhenTheFlightHasLeft) {
  AirlineDrill drill;
  Response made = drill.book();
  Response quoted = drill.quote(made, at(24h * 111));
  EXPECT_EQ(quoted.status, 201);
  Instant gone = at(24h * 113);  // the day after departure
  EXPECT_EQ(code(drill.quote(made, gone)), "order_not_cancellable");
  EXPECT_EQ(text_at(drill.read(made, gone), "/data/available_actions"), R"(["update"])");
}

TEST(AirlineCancellation, BySlowAirlinesIsConfirmedLater) {
  AirlineSettings settings;
  settings.pace.cancellation = 5min;
  AirlineDrill drill(settings);
  Response made = drill.book();
  Response quoted = drill.quote(made);
  Response asked = drill.confirm(quoted, at(1min));
  EXPECT_EQ(asked.status, 200);
  EXPECT_EQ(text_at(asked, "/data/confirmed_at"), "null");
  EXPECT_EQ(code(drill.confirm(quoted, at(2min))), "already_cancelled");
  EXPECT_EQ(code(drill.quote(made, at(2min))), "already_cancelled");
  EXPECT_EQ(drill.airline.books().at(0).state, "booked");
  EXPECT_EQ(drill.airline.next_due(), at(6min));
  drill.airline.advance(at(6min));
  EXPECT_EQ(drill.airline.books().at(0).state, "cancelled");
  Response read =
      drill.caller.call(get("/air/order_cancellations/" + text_at(quoted, "/data/id")), at(7min));
  EXPECT_EQ(text_at(read, "/data/confirmed_at"), "2026-11-23T06:06:00.000000Z");
}

TEST(AirlineCancellations, AreListedNewestFirstAndByOrder) {
  AirlineDrill drill;
  Response one = drill.book();
  Response two = drill.book();
  std::string first = text_at(drill.quote(one), "/data/id");
  std::string second = text_at(drill.quote(two), "/data/id");
  std::string third = text_at(drill.quote(one), "/data/id");
  auto ids = [&](const std::string& query) {
    return column(drill.caller.call(get("/air/order_cancellations" + query)), "id");
  };
  EXPECT_THAT(ids(""), testing::ElementsAre(third, second, first));
  EXPECT_THAT(ids("?order_id=" + text_at(one, "/data/id")), testing::ElementsAre(third, first));
  Response page = drill.caller.call(get("/air/order_cancellations?limit=2"));
  EXPECT_EQ(text_at(page, "/meta/limit"), "2");
  EXPECT_THAT(ids("?limit=2&after=" + text_at(page, "/meta/after")), testing::ElementsAre(first));
  EXPECT_EQ(code(drill.caller.call(get("/air/order_cancellations?limit=0"))),
            "validation_inclusion");
}

TEST(AirlineCancellations, NeedAnOrderThatExists) {
  AirlineDrill drill;
  auto asked = [&](const char* body) {
    return code(drill.caller.call(post("/air/order_cancellations", body)));
  };
  EXPECT_EQ(asked(R"({"data":{"order_id":"ord_none"}})"), "not_found");
  EXPECT_EQ(asked(R"({"data":{}})"), "validation_required");
  EXPECT_EQ(asked(R"({"data":{"order_id":7}})"), "validation_type");
  EXPECT_EQ(code(drill.caller.call(get("/air/order_cancellations/ore_none"))), "not_found");
  EXPECT_EQ(code(drill.caller.call(act("/air/order_cancellations/ore_none/actions/confirm"))),
            "not_found");
}

}  // namespace
}  // namespace mayday::airline_tests
