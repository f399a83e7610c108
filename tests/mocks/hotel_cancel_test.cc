#include "hotel_drill.h"

namespace mayday::hotel_tests {
namespace {

constexpr const char* kStatus = "/data/hotelBookings/0/bookingStatus";
constexpr const char* kNumber =
    "/data/hotelBookings/0/hotelProviderInformation/0/cancellationNumber";

TEST(HotelCancel, KeepsTheBookingWithItsCancellationNumber) {
  HotelDrill drill;
  Response made = drill.book("QABJS001");
  Response cancelled = drill.service("POST", made, "/cancel", "{}");
  ASSERT_EQ(cancelled.status, 200) << cancelled.body;
  EXPECT_EQ(text_at(cancelled, kStatus), "CANCELLED");
  EXPECT_EQ(text_at(cancelled, kNumber), "C66010001");
  EXPECT_EQ(drill.get(drill.order_target(made)).body, cancelled.body);
  ASSERT_EQ(drill.hotel.books().size(), 1U);
  EXPECT_EQ(drill.hotel.books()[0].state, "cancelled");
}

TEST(HotelCancel, IsDoneOnce) {
  HotelDrill drill;
  Response made = drill.book("QABJS001");
  EXPECT_EQ(text_at(made, kNumber), "");
  drill.service("POST", made, "/cancel");
  Response again = drill.service("POST", made, "/cancel");
  EXPECT_EQ(again.status, 400);
  EXPECT_EQ(code(again), 1694);
}

TEST(HotelCancel, HeldUpTwiceIsStillDoneOnce) {
  HotelDrill drill;
  Response made = drill.book("QABJS001");
  Request cancel = drill.request("POST", drill.booking_target(made) + "/cancel");
  Handled first = drill.caller.hold(cancel, at(0s));
  Handled second = drill.caller.hold(cancel, at(1s));
  EXPECT_EQ(second.write(at(10s), Commit::whole).status, 200);
  EXPECT_EQ(code(first.write(at(20s), Commit::whole)), 1694);
}

TEST(HotelCancel, OfOneRoomLeavesTheOther) {
  HotelDrill drill;
  Response made = drill.book_two("QABJS001");
  ASSERT_EQ(made.status, 201) << made.body;
  Response cancelled = drill.service("POST", made, "/cancel");
  EXPECT_EQ(text_at(cancelled, kStatus), "CANCELLED");
  EXPECT_EQ(text_at(cancelled, "/data/hotelBookings/1/bookingStatus"), "CONFIRMED");
  EXPECT_EQ(drill.hotel.books()[0].state, "cancelled");
  EXPECT_EQ(drill.hotel.books()[1].state, "booked");
}

TEST(HotelCancel, NeedsAnOrderAndABookingOfIt) {
  HotelDrill drill;
  Response made = drill.book("QABJS001");
  Response other = drill.book("QABJS001");
  const std::string foreign =
      drill.order_target(made) + "/hotel-bookings/" + text_at(other, "/data/hotelBookings/0/id");
  const std::string nowhere = "/v2/booking/hotel-orders/bm9uZQ==/hotel-bookings/bm9uZQ==";
  for (const std::string& target : {foreign, nowhere}) {
    Response missing = drill.caller.call(drill.request("POST", target + "/cancel"));
    EXPECT_EQ(missing.status, 404) << target;
    EXPECT_EQ(code(missing), 38196) << target;
    EXPECT_EQ(drill.caller.call(drill.request("DELETE", target)).status, 404) << target;
  }
  drill.token = text_at(drill.ask_token("drill-client-readonly"), "/access_token");
  EXPECT_EQ(drill.service("POST", made, "/cancel").status, 403);
}

TEST(HotelCancel, OfAPendingRoomIsNotUndoneByTheHotelsAnswer) {
  HotelDrill drill;
  Response made = drill.book("QABJS903");
  Response cancelled = drill.service("POST", made, "/cancel", "", at(10s));
  EXPECT_EQ(text_at(cancelled, kStatus), "CANCELLED");
  EXPECT_EQ(text_at(cancelled, "/data/hotelBookings/0/hotelProviderInformation/0/onRequestNumber"),
            "");
  drill.hotel.advance(at(30s));
  EXPECT_EQ(text_at(drill.get(drill.order_target(made), at(31s)), kStatus), "CANCELLED");
}

TEST(HotelProperty, 906RefusesToBeCancelledChangedOrDeleted) {
  HotelDrill drill;
  Response made = drill.book("QABJS906");
  ASSERT_EQ(made.status, 201) << made.body;
  EXPECT_EQ(code(drill.service("POST", made, "/cancel")), 8622);
  EXPECT_EQ(code(drill.service("DELETE", made)), 8622);
  EXPECT_EQ(code(drill.service("PATCH", made, "", R"({"data":{"hotelBooking":{}}})")), 8622);
  EXPECT_EQ(drill.hotel.books()[0].state, "booked");
}

TEST(HotelProperty, 908CancelsWithoutANumber) {
  HotelDrill drill;
  EXPECT_EQ(text_at(drill.service("POST", drill.book("QABJS908"), "/cancel"), kNumber), "NONE");
  EXPECT_EQ(drill.service("DELETE", drill.book("QABJS908")).body,
            R"({"included":{"cancellationNumber":"NONE"}})");
}

TEST(HotelDelete, TakesTheBookingOutOfTheOrderButNotOutOfTheBooks) {
  HotelDrill drill;
  Response made = drill.book_two("QABJS001");
  Response deleted = drill.service("DELETE", made, "?");
  ASSERT_EQ(deleted.status, 200) << deleted.body;
  EXPECT_EQ(deleted.body, R"({"included":{"cancellationNumber":"C66010001"}})");
  Response left = drill.get(drill.order_target(made));
  ASSERT_EQ(body_of(left).at("data").at("hotelBookings").as_array().size(), 1U);
  EXPECT_NE(drill.booking_target(left), drill.booking_target(made));
  EXPECT_EQ(drill.service("DELETE", made).status, 404);
  EXPECT_EQ(drill.hotel.books()[0].state, "cancelled");
  EXPECT_EQ(drill.hotel.books()[1].state, "booked");
}

TEST(HotelDelete, OfTheLastBookingEndsTheOrder) {
  HotelDrill drill;
  Response made = drill.book("QABJS001");
  EXPECT_EQ(drill.service("DELETE", made).status, 200);
  EXPECT_EQ(code(drill.get(drill.order_target(made))), 38196);
  std::string reference = text_at(made, "/data/associatedRecords/0/reference");
  EXPECT_EQ(drill.get("/v2/booking/hotel-orders/by-reference/" + reference).status, 404);
}

TEST(HotelDelete, IsNoSecondCancellation) {
  HotelDrill drill;
  Response made = drill.book("QABJS001");
  drill.service("POST", made, "/cancel");
  EXPECT_EQ(code(drill.service("DELETE", made)), 1694);
}

}  // namespace
}  // namespace mayday::hotel_tests
