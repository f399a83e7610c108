#include <set>

#include "airline_drill.h"

namespace mayday::airline_tests {
namespace {

TEST(AirlineOrder, PaidAtOnceIsTicketedAndReadable) {
  AirlineDrill drill;
  Response found = drill.search();
  Response made = drill.order(drill.order_body(found, 1), at(5min));
  ASSERT_EQ(made.status, 201) << made.body;
  EXPECT_EQ(text_at(made, "/data/type"), "instant");
  EXPECT_THAT(text_at(made, "/data/booking_reference"), testing::MatchesRegex("[A-Z0-9]{6}"));
  EXPECT_EQ(text_at(made, "/data/payment_status/paid_at"), "2026-11-23T06:05:00.000000Z");
  EXPECT_THAT(text_at(made, "/data/documents/0/unique_identifier"),
              testing::MatchesRegex("[0-9]{13}"));
  EXPECT_EQ(text_at(made, "/data/metadata/order_number"), "T-1");
  EXPECT_EQ(text_at(made, "/data/passengers/0/type"), "adult");
  Response read = drill.caller.call(get("/air/orders/" + text_at(made, "/data/id")), at(6min));
  EXPECT_EQ(read.status, 200);
  EXPECT_EQ(body_of(read), body_of(made));
  EXPECT_EQ(code(drill.caller.call(get("/air/orders/ord_none"))), "not_found");

  std::vector<BookEntry> books = drill.airline.books();
  ASSERT_EQ(books.size(), 1U);
  EXPECT_EQ(books[0].what, "flight");
  EXPECT_EQ(books[0].key, "T-1");
  EXPECT_EQ(books[0].id, text_at(made, "/data/id"));
  EXPECT_EQ(books[0].state, "booked");
  EXPECT_EQ(decimal(books[0].amount), text_at(made, "/data/total_amount"));
}

TEST(AirlineOrder, UsesUpItsSearch) {
  AirlineDrill drill;
  Response found = drill.search();
  EXPECT_EQ(drill.order(drill.order_body(found, 1)).status, 201);
  Response again = drill.order(drill.order_body(found, 2));
  EXPECT_EQ(again.status, 422);
  EXPECT_EQ(code(again), "offer_request_already_booked");
  EXPECT_EQ(text_at(again, "/errors/0/source/field"), "selected_offers");
}

TEST(AirlineOrder, InDoubtRefusesASecondAttemptUntilItIsSettled) {
  // A fault holds the first order up before it is made; the client asks again.
  AirlineDrill drill;
  Response found = drill.search();
  Request request = post("/air/orders", drill.order_body(found, 1));
  Handled first = drill.caller.hold(request, at(1s));
  EXPECT_EQ(code(drill.caller.call(request, at(11s))), "order_creation_already_attempted");
  EXPECT_TRUE(drill.airline.books().empty());
  EXPECT_EQ(first.write(at(30s), Commit::whole).status, 201);
  EXPECT_EQ(code(drill.caller.call(request, at(31s))), "offer_request_already_booked");
}

TEST(AirlineOrder, AnAttemptThatNeverEndsStopsBeingInDoubt) {
  AirlineDrill drill;
  Request request = post("/air/orders", drill.order_body(drill.search(), 1));
  Handled never = drill.caller.hold(request, at(0s));
  EXPECT_EQ(drill.caller.call(request, at(120s)).status, 201);
  EXPECT_EQ(code(never.write(at(121s), Commit::whole)), "offer_request_already_booked");
}

TEST(AirlineOrder, NeedsAnOfferOfTheLastHalfHour) {
  AirlineDrill drill;
  Response found = drill.search();
  std::string body = drill.order_body(found, 1);
  std::string offer = "/air/offers/" + text_at(found, "/data/offers/1/id");
  // Reading does not extend the life of an offer, and one that has run out can still be read.
  EXPECT_EQ(drill.caller.call(get(offer), at(29min)).status, 200);
  Handled held_up = drill.caller.hold(post("/air/orders", body), at(30min - 1s));
  EXPECT_EQ(code(held_up.write(at(30min), Commit::whole)), "offer_expired");
  EXPECT_EQ(code(drill.order(body, at(30min))), "offer_expired");
  EXPECT_EQ(drill.caller.call(get(offer), at(31min)).status, 200);
  drill.search("PEK", "SHA", at(3h));
  EXPECT_EQ(code(drill.caller.call(get(offer), at(3h))), "not_found");
}

TEST(AirlineOrder, AtAnOldPriceIsToldThatThePriceChanged) {
  AirlineDrill drill;
  Response found = drill.search("LHR", "STN");
  std::string body = drill.order_body(found, 1);
  std::string offer = "/air/offers/" + text_at(found, "/data/offers/1/id");
  std::int64_t listed = minor_units(text_at(found, "/data/offers/1/total_amount"));
  for (int read = 1; read <= 2; ++read)
    EXPECT_EQ(minor_units(text_at(drill.caller.call(get(offer)), "/data/total_amount")),
              listed + read * 1000);
  EXPECT_EQ(code(drill.order(body)), "price_changed");
  std::string old = decimal({listed, "CNY"});
  EXPECT_EQ(code(drill.order(replaced(body, old, decimal({listed + 500, "CNY"})))),
            "payment_amount_does_not_match_order_amount");
  EXPECT_EQ(drill.order(replaced(body, old, decimal({listed + 2000, "CNY"}))).status, 201);
}

TEST(AirlineOrder, ChargesForExtras) {
  AirlineDrill drill;
  Response found = drill.search();
  std::string offer = text_at(found, "/data/offers/1/id");
  Response read =
      drill.caller.call(get("/air/offers/" + offer + "?return_available_services=true"));
  std::string bag = text_at(read, "/data/available_services/0/id");
  std::string services = R"("services":[{"id":")" + bag + R"(","quantity":1}],"metadata")";
  std::string body = replaced(drill.order_body(found, 1), R"("metadata")", services);
  EXPECT_EQ(code(drill.order(body)), "payment_amount_does_not_match_order_amount");
  std::string total = text_at(found, "/data/offers/1/total_amount");
  std::string with_bag = decimal({minor_units(total) + 12000, "CNY"});
  EXPECT_EQ(code(drill.order(replaced(body, bag, "ase_none"))), "ancillary_service_not_available");
  Response made = drill.order(replaced(body, total, with_bag));
  ASSERT_EQ(made.status, 201) << made.body;
  EXPECT_EQ(text_at(made, "/data/total_amount"), with_bag);
  EXPECT_EQ(text_at(made, "/data/services/0/id"), bag);
}

TEST(AirlineOrder, WrongMembersAreNamed) {
  const BadBody cases[] = {
      {"instant", "later", "validation_inclusion", "/type"},
      {R"("selected_offers":[)", R"("selected_offers":["off_x",)", "validation_length",
       "/selected_offers"},
      {R"("payments":[)", R"("x":[)", "validation_required", "/payments"},
      {"instant", "hold", "payments_not_allowed_for_order_type", "/payments"},
      {R"("title":"ms")", R"("title":"sir")", "validation_inclusion", "/passengers/0/title"},
      {"Xiaoli", "晓丽", "validation_format", "/passengers/0/given_name"},
      {"Xiaoli", "Xiaoliaabbccddeeffgghh", "validation_length", "/passengers/0/given_name"},
      {R"("family_name":"Wang",)", "", "validation_required", "/passengers/0/family_name"},
      {"1990-05-04", "4.5.1990", "validation_format", "/passengers/0/born_on"},
      {"wang@example.com", "wang", "invalid_email_address", "/passengers/0/email"},
      {"+8613800000000", "13800000000", "invalid_phone_number", "/passengers/0/phone_number"},
      {R"({"order_number":"T-1"})", R"({"order number":"T-1"})", "validation_format", "/metadata"},
      {R"("T-1")", "1", "validation_type", "/metadata/order_number"},
      {R"("currency":"CNY")", R"("currency":"USD")",
       "payment_currency_does_not_match_order_currency", "/payments/0/currency"},
      {"pas_", "pax_", "validation_inclusion", "/passengers/0/id"},
      {"off_", "ofx_", "validation_inclusion", "/selected_offers/0"},
  };
  for (const BadBody& bad : cases) {
    AirlineDrill drill;
    Response answer = drill.order(replaced(drill.order_body(drill.search(), 1), bad.from, bad.to));
    EXPECT_EQ(answer.status, 422) << bad.to;
    EXPECT_EQ(code(answer), bad.code) << bad.to;
    EXPECT_EQ(text_at(answer, "/errors/0/source/pointer"), bad.pointer) << bad.to;
    EXPECT_TRUE(drill.airline.books().empty());
  }
}

TEST(AirlineOrder, TwoPassengersMustDifferAndBothBeNamed) {
  AirlineDrill drill;
  Response found = drill.caller.call(
      post("/air/offer_requests", search_body("PEK", "SHA", R"([{"type":"adult"},{"age":6}])")));
  std::string body = drill.order_body(found, 1);
  EXPECT_EQ(code(drill.order(body)), "validation_length");
  std::string one = passenger(text_at(found, "/data/passengers/0/id"));
  std::string other = text_at(found, "/data/passengers/1/id");
  EXPECT_EQ(code(drill.order(replaced(body, one, one + "," + passenger(other)))),
            "duplicate_passenger_name");
  Response made = drill.order(replaced(body, one, one + "," + passenger(other, "Élodie")));
  ASSERT_EQ(made.status, 201) << made.body;
  EXPECT_EQ(text_at(made, "/data/passengers/1/type"), "child");
}

TEST(AirlineOrder, CardsAreNotAvailable) {
  AirlineDrill drill;
  Response answer = drill.order(
      replaced(drill.order_body(drill.search(), 1), R"("type":"balance")", R"("type":"card")"));
  EXPECT_EQ(answer.status, 403);
  EXPECT_EQ(code(answer), "unavailable_feature");
}

TEST(AirlineOrder, NeedsEnoughBalance) {
  AirlineSettings poor;
  poor.balance = 100;
  AirlineDrill drill(poor);
  EXPECT_EQ(code(drill.order(drill.order_body(drill.search(), 1))), "insufficient_balance");
}

TEST(AirlineIds, AreAllDifferent) {
  AirlineDrill drill;
  std::set<std::string> references;
  std::set<std::string> tickets;
  for (int i = 0; i < 300; ++i) {
    Response made = drill.order(drill.order_body(drill.search(), 1));
    references.insert(text_at(made, "/data/booking_reference"));
    tickets.insert(text_at(made, "/data/documents/0/unique_identifier"));
  }
  EXPECT_EQ(references.size(), 300U);
  EXPECT_EQ(tickets.size(), 300U);
}

TEST(AirlineOrder, OfTooManyPassengersIsRefusedUnread) {
  // Names are compared pair by pair; a megabyte of passengers must not reach that.
  AirlineDrill drill;
  std::string many = R"({"data":{"passengers":[{})";
  for (int i = 0; i < 200'000; ++i) many += ",{}";
  Response refused = drill.order(many + "]}}");
  EXPECT_EQ(refused.status, 422);
  json::array errors = body_of(refused).at("errors").as_array();
  EXPECT_LT(errors.size(), 10U);
}

}  // namespace
}  // namespace mayday::airline_tests
