#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "desk_estate.h"

namespace mayday {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// A traveller with an offer of each kind in hand, in an estate where order TR20260301000001 is
/// the next.
struct Booking {
  Booking() {
    flight = estate.first_offer(session, "/api/flights?from=PEK&to=SHA&date=2026-03-15");
    room = estate.first_offer(session,
                              "/api/hotels?city=SHA&check_in=2026-03-15&check_out=2026-03-17");
  }

  Response book() {
    return estate.call("POST", "/api/trips",
                       R"({"flight":")" + flight + R"(","room":")" + room + "\"}", session);
  }
  Response show() { return estate.call("GET", "/api/trips/" + trip, {}, session); }

  DeskEstate estate;
  std::string session = estate.log_in();
  std::string flight;
  std::string room;
  std::string trip = "TR20260301000001";
};

void expect_all_books_agree(const Booking& of) {
  EXPECT_THAT(DeskEstate::states(of.estate.desk.books(), of.trip),
              ElementsAre("flight booked", "room booked"));
  EXPECT_THAT(DeskEstate::states(of.estate.airline_vendor.books(), of.trip),
              ElementsAre("flight booked"));
  EXPECT_THAT(DeskEstate::states(of.estate.hotel_vendor.books(), of.trip),
              ElementsAre("room booked"));
}

/// Of the desk's own log, without looking in.
json::value last_line_of(DeskEstate& estate) {
  std::string log = estate.call("GET", "/admin/logs").body;
  log.pop_back();
  return json::parse(log.substr(log.rfind('\n') + 1));
}

TEST(DeskOrderDatabase, ALostWriteIsFoundOutByNobodyButReconciliation) {
  Booking traveller;
  DeskEstate& estate = traveller.estate;
  estate.spoil_next_call("orderDatabase", effects::NoWrite{});
  Response booked = traveller.book();
  EXPECT_EQ(booked.status, 201);
  EXPECT_EQ(text_at(estate.json_of(booked), "trip"), traveller.trip);
  EXPECT_EQ(traveller.show().status, 404);
  EXPECT_EQ(
      estate.call("POST", "/api/trips/" + traveller.trip + "/pay", "{}", traveller.session).status,
      404);
  EXPECT_THAT(estate.desk.books(), IsEmpty());
  EXPECT_THAT(DeskEstate::states(estate.hotel_vendor.books(), traveller.trip),
              ElementsAre("room booked"));

  DeskReconciliation result = estate.reconcile();
  EXPECT_EQ(result.differences, 1);
  EXPECT_EQ(result.repaired, 1);
  expect_all_books_agree(traveller);
  EXPECT_THAT(traveller.show().body, HasSubstr(R"("state":"reserved")"));
  EXPECT_EQ(estate.reconcile().differences, 0);
}

TEST(DeskOrderDatabase, ALostWriteLeavesEvidenceOfTheRequestThatItWasPartOf) {
  Booking traveller;
  DeskEstate& estate = traveller.estate;
  estate.spoil_next_call("orderDatabase", effects::NoWrite{});
  traveller.book();
  std::string booked = text_at(last_line_of(estate), "request_id");
  ASSERT_NE(estate.calls.find(booked), nullptr);
  EXPECT_TRUE(estate.calls.find(booked)->failing);
  EXPECT_EQ(estate.calls.find(booked)->operation, "orderDatabase");
  // Its traveller asks for a trip that is not there, and reconciliation names the request.
  traveller.show();
  EXPECT_EQ(text_at(last_line_of(estate), "note"), "no such order");
  estate.reconcile();
  EXPECT_THAT(estate.call("GET", "/admin/logs").body,
              HasSubstr(R"("request_id":")" + booked + R"(","client":"pc","note":")" +
                        traveller.trip + R"(: not in the order database")"));
}

TEST(DeskOrderDatabase, CountsItsWritesWhileAFaultIsAbout) {
  Booking traveller;
  traveller.estate.spoil_next_call("orderDatabase", effects::Close{});
  traveller.book();
  auto tally = traveller.estate.calls.take_tally();
  EXPECT_EQ(tally.at({Member::desk, "orderDatabase", "closed"}).count, 1);
  EXPECT_EQ(tally.at({Member::desk, "egress", "200"}).count, 4);  // two offers, two orders
}

TEST(DeskOrderDatabase, AFailedWriteLeavesTheTripInDoubtUntilTheVendorsAreAsked) {
  Booking traveller;
  DeskEstate& estate = traveller.estate;
  estate.spoil_next_call("orderDatabase", effects::Close{});
  Response booked = traveller.book();
  EXPECT_EQ(booked.status, 503);
  EXPECT_EQ(booked.body, R"({"error":"order_not_stored"})");
  EXPECT_THAT(DeskEstate::states(estate.desk.books(), traveller.trip),
              ElementsAre("flight unknown", "room unknown"));
  EXPECT_EQ(estate.reconcile().repaired, 1);
  expect_all_books_agree(traveller);
}

TEST(DeskOrderDatabase, ATripStaysOpenWhileAVendorCannotBeAsked) {
  Booking traveller;
  DeskEstate& estate = traveller.estate;
  estate.spoil_next_call("orderDatabase", effects::NoWrite{});
  traveller.book();
  estate.hotel.fails["getHotelOrder"] = 500;
  EXPECT_THAT(estate.reconcile().open, ElementsAre(traveller.trip));
  estate.hotel.fails.clear();
  EXPECT_EQ(estate.reconcile().repaired, 1);
  expect_all_books_agree(traveller);
}

TEST(DeskOrderDatabase, IsNotAskedWhenNothingCanHappenThere) {
  Booking traveller;
  EXPECT_EQ(traveller.book().status, 201);
  expect_all_books_agree(traveller);
  EXPECT_EQ(traveller.estate.reconcile().differences, 0);
}

TEST(DeskEgress, ACallThatDoesNotGetOutIsInTheLogOfTheDeskOnly) {
  for (DoorFlaw flaw : {DoorFlaw::refused, DoorFlaw::expired}) {
    DeskEstate estate;
    estate.spoil_next_call("egress", effects::Door{flaw});
    Response refused = estate.call("POST", "/api/login", R"({"code":"D1001"})");
    EXPECT_EQ(refused.status, 502);
    EXPECT_THAT(estate.hesi.operations, IsEmpty());
    std::string log = estate.call("GET", "/admin/logs").body;
    EXPECT_THAT(log, HasSubstr(R"("to":"hesi","operation":"getAccessToken","error":")" +
                               std::string(flaw == DoorFlaw::refused ? "refused" : "tls")));
    EXPECT_NE(estate.log_in(), "(absent)");
  }
}

TEST(DeskEgress, ACallThatIsHeldUpThereGoesOnAfterwards) {
  DeskEstate estate;
  Latency two_seconds;
  two_seconds.middle = 2s;
  estate.spoil_next_call("egress", effects::Delay{two_seconds});
  Response welcome = estate.call("POST", "/api/login", R"({"code":"D1001"})");
  EXPECT_EQ(welcome.status, 200);
  EXPECT_THAT(estate.hesi.operations, ElementsAre("getAccessToken", "findStaffs"));
}

}  // namespace
}  // namespace mayday
