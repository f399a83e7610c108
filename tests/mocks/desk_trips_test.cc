#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "desk_estate.h"

namespace mayday {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

DeskPlan without_retries() {
  DeskPlan settings;
  settings.retries = 0;
  return settings;
}

constexpr const char* kAskToCancel = "POST /air/order_cancellations";
constexpr const char* kConfirmCancel = "POST /air/order_cancellations/ore_1/actions/confirm";

Response json_answer(int status, std::string body) {
  return Response(status, std::move(body), "application/json");
}

void let_the_airline_cancel(DeskEstate& estate) {
  estate.airline.scripted[kAskToCancel] = json_answer(201, R"({"data":{"id":"ore_1"}})");
  estate.airline.scripted[kConfirmCancel] = json_answer(200, R"({"data":{"id":"ore_1"}})");
}

TEST(DeskTrips, ATripIsReservedThenPaidAndAllBooksAgree) {
  DeskEstate estate;
  std::string session = estate.log_in();
  Response booked = estate.book(session);
  EXPECT_EQ(booked.status, 201) << booked.body;
  std::string trip = text_at(estate.json_of(booked), "trip");
  EXPECT_EQ(text_at(estate.json_of(booked), "state"), "reserved");
  Response paid = estate.call("POST", "/api/trips/" + trip + "/pay", "{}", session);
  EXPECT_EQ(paid.status, 200) << paid.body;
  EXPECT_EQ(text_at(estate.json_of(paid), "state"), "paid");
  EXPECT_EQ(estate.call("GET", "/api/trips/" + trip, {}, session).body, paid.body);
  EXPECT_THAT(DeskEstate::states(estate.desk.books(), trip),
              ElementsAre("flight booked", "payment captured", "room booked"));
  EXPECT_THAT(DeskEstate::states(estate.airline_vendor.books(), trip),
              ElementsAre("flight booked"));
  EXPECT_THAT(DeskEstate::states(estate.hotel_vendor.books(), trip), ElementsAre("room booked"));
  EXPECT_THAT(DeskEstate::states(estate.payment_vendor.books(), trip),
              ElementsAre("payment captured"));
}

TEST(DeskTrips, AtMostFiveOffersAreShown) {
  DeskEstate estate;
  std::string session = estate.log_in();
  json::value body = estate.json_of(
      estate.call("GET", "/api/flights?from=PEK&to=SHA&date=2026-03-15", {}, session));
  EXPECT_LE(body.at("offers").as_array().size(), 5U);
  EXPECT_THAT(text_at(body.at("offers").as_array().at(0), "price"), HasSubstr("."));
}

TEST(DeskTrips, AFlightThatIsGoneIsABusinessNo) {
  DeskEstate estate;
  std::string session = estate.log_in();
  std::string room =
      estate.first_offer(session, "/api/hotels?city=SHA&check_in=2026-03-15&check_out=2026-03-17");
  Response response = estate.call(
      "POST", "/api/trips", R"({"flight":"off_0000nothing","room":")" + room + "\"}", session);
  EXPECT_EQ(response.status, 409) << response.body;
  EXPECT_THAT(estate.desk.books(), IsEmpty());
}

TEST(DeskTrips, WithoutARoomTheFlightIsGivenBack) {
  DeskEstate estate;
  let_the_airline_cancel(estate);
  std::string session = estate.log_in();
  estate.hotel.fails["createHotelOrder"] = 503;
  EXPECT_EQ(estate.book(session).status, 502);
  std::vector<BookEntry> books = estate.desk.books();
  ASSERT_EQ(books.size(), 1U);
  EXPECT_EQ(books[0].what + " " + books[0].state, "flight cancelled");
  EXPECT_EQ(estate.reconcile().differences, 0);
}

TEST(DeskTrips, AFlightThatCannotBeGivenBackStaysOpenUntilItCan) {
  DeskEstate estate;
  estate.airline.scripted[kAskToCancel] = json_answer(503, "{}");
  std::string session = estate.log_in();
  estate.hotel.fails["createHotelOrder"] = 503;
  EXPECT_EQ(estate.book(session).status, 502);
  std::string trip = estate.desk.books().at(0).key;
  EXPECT_THAT(estate.reconcile().open, ElementsAre(trip));
  let_the_airline_cancel(estate);
  EXPECT_EQ(estate.reconcile().repaired, 1);
  EXPECT_THAT(DeskEstate::states(estate.desk.books(), trip), ElementsAre("flight cancelled"));
}

TEST(DeskTrips, ABookingWhoseAnswerIsLostIsUnknownAndNeverRepeated) {
  DeskEstate estate;
  let_the_airline_cancel(estate);
  std::string session = estate.log_in();
  estate.airline.late["createOrder"] = {60s};
  Response booked = estate.book(session);
  EXPECT_EQ(booked.status, 504);
  EXPECT_EQ(text_at(estate.json_of(booked), "state"), "unknown");
  std::string trip = text_at(estate.json_of(booked), "trip");
  EXPECT_THAT(DeskEstate::states(estate.desk.books(), trip), ElementsAre("flight unknown"));
  EXPECT_EQ(
      std::count(estate.airline.operations.begin(), estate.airline.operations.end(), "createOrder"),
      1);
  // The seat was sold after all. Without its room it is of no use, so it goes back.
  DeskReconciliation result = estate.reconcile();
  EXPECT_EQ(result.repaired, 1);
  EXPECT_THAT(result.open, IsEmpty());
  EXPECT_THAT(DeskEstate::states(estate.desk.books(), trip), ElementsAre("flight cancelled"));
}

TEST(DeskTrips, ARoomThatNobodyKnowsOfStaysOpen) {
  DeskEstate estate;
  std::string session = estate.log_in();
  estate.hotel.late["createHotelOrder"] = {60s};
  Response booked = estate.book(session);
  EXPECT_EQ(booked.status, 504);
  std::string trip = text_at(estate.json_of(booked), "trip");
  EXPECT_THAT(estate.reconcile().open, ElementsAre(trip));
}

TEST(DeskTrips, PayingAgainAfterALostAnswerDoesNotPayTwice) {
  DeskEstate estate(without_retries());
  std::string session = estate.log_in();
  std::string trip = text_at(estate.json_of(estate.book(session)), "trip");
  estate.payment.late["createPayment"] = {60s};
  std::string target = "/api/trips/" + trip + "/pay";
  EXPECT_EQ(estate.call("POST", target, "{}", session).status, 504);
  EXPECT_EQ(estate.call("POST", target, "{}", session).status, 200);
  EXPECT_THAT(DeskEstate::states(estate.payment_vendor.books(), trip),
              ElementsAre("payment captured"));
}

TEST(DeskTrips, ReconciliationLearnsWhatBecameOfAPayment) {
  DeskEstate estate(without_retries());
  std::string session = estate.log_in();
  std::string trip = text_at(estate.json_of(estate.book(session)), "trip");
  estate.payment.late["capturePayment"] = {60s};
  EXPECT_EQ(estate.call("POST", "/api/trips/" + trip + "/pay", "{}", session).status, 504);
  EXPECT_EQ(estate.reconcile().repaired, 1);
  EXPECT_THAT(estate.call("GET", "/api/trips/" + trip, {}, session).body,
              HasSubstr(R"("state":"paid")"));
}

TEST(DeskTrips, SomebodyElsesTripIsNotShown) {
  DeskEstate estate;
  std::string trip = text_at(estate.json_of(estate.book(estate.log_in())), "trip");
  EXPECT_EQ(estate.call("GET", "/api/trips/" + trip, {}, estate.log_in("D1002")).status, 404);
}

TEST(DeskTrips, CardsAndKeysAreInNoLog) {
  DeskEstate estate;
  std::string session = estate.log_in();
  std::string trip = text_at(estate.json_of(estate.book(session)), "trip");
  estate.call("POST", "/api/trips/" + trip + "/pay", "{}", session);
  std::string log = estate.call("GET", "/admin/logs").body;
  EXPECT_THAT(log, HasSubstr("capturePayment"));
  for (const char* secret : {"4111", "sk_drill", "duffel_test", "drill-secret", "accessToken="})
    EXPECT_THAT(log, Not(HasSubstr(secret)));
}

TEST(DeskWithHesi, AClaimGoesFromHandingInToApproval) {
  DeskEstate estate;
  std::string session = estate.log_in();
  Response handed =
      estate.call("POST", "/api/claims",
                  R"({"title":"Hangzhou","amount":"680.00","date":"2026-03-01"})", session);
  ASSERT_EQ(handed.status, 201) << handed.body << estate.call("GET", "/admin/logs").body;
  std::string claim = text_at(estate.json_of(handed), "claim");
  estate.hesi_works(5s);
  std::string manager = estate.log_in("D1002");
  Response batch = estate.call("POST", "/api/approvals", "{}", manager);
  EXPECT_EQ(batch.status, 200) << batch.body;
  estate.hesi_works(1min);
  json::value shown = estate.json_of(estate.call("GET", "/api/claims/" + claim, {}, session));
  EXPECT_EQ(text_at(shown, "state"), "approved");
  EXPECT_THAT(DeskEstate::states(estate.hesi_vendor.books(), claim), ElementsAre("claim approved"));
  EXPECT_THAT(DeskEstate::states(estate.desk.books(), claim), ElementsAre("claim approved"));
}

TEST(DeskWithHesi, AManualApprovalIsPostedThere) {
  DeskEstate estate;
  std::string session = estate.log_in();
  Response handed =
      estate.call("POST", "/api/claims",
                  R"({"title":"Hangzhou","amount":"680.00","date":"2026-03-01"})", session);
  std::string claim = text_at(estate.json_of(handed), "claim");
  estate.hesi_works(5s);
  estate.desk.change({{"manual_approval", "on"}});
  estate.call("POST", "/api/approvals", "{}", estate.log_in("D1002"));
  DeskReconciliation result = estate.reconcile();
  EXPECT_EQ(result.repaired, 1);
  EXPECT_THAT(result.open, IsEmpty());
  EXPECT_THAT(DeskEstate::states(estate.hesi_vendor.books(), claim), ElementsAre("claim approved"));
}

}  // namespace
}  // namespace mayday
