#include "hotel_drill.h"

namespace mayday::hotel_tests {
namespace {

TEST(HotelProperty, 901IsAlwaysFull) {
  HotelDrill drill;
  Response full = drill.search("QABJS901");
  EXPECT_EQ(code(full), 3664);
  EXPECT_EQ(text_at(full, "/errors/0/source/parameter"), "hotelIds=QABJS901");
  EXPECT_EQ(body_of(drill.search("QABJS901,QABJS001")).at("data").as_array().size(), 1U);
  Response closed = drill.search("QABJS901,QABJS001", "&includeClosed=true");
  EXPECT_EQ(text_at(closed, "/data/1/available"), "false");
  EXPECT_EQ(text_at(closed, "/data/1/offers"), "[]");
}

TEST(HotelProperty, 902MovesItsPriceAtBooking) {
  HotelDrill drill;
  EXPECT_EQ(code(drill.book("QABJS902")), 37200);
  EXPECT_TRUE(drill.hotel.books().empty());
}

TEST(HotelProperty, 903ConfirmsHalfAMinuteLater) {
  HotelDrill drill;
  Response made = drill.book("QABJS903");
  EXPECT_EQ(text_at(made, "/data/hotelBookings/0/bookingStatus"), "PENDING");
  EXPECT_NE(text_at(made, "/data/hotelBookings/0/hotelProviderInformation/0/onRequestNumber"), "");
  EXPECT_EQ(drill.hotel.next_due(), at(30s));
  std::string target = "/v2/booking/hotel-orders/" + text_at(made, "/data/id");
  EXPECT_EQ(text_at(drill.get(target, at(29s)), "/data/hotelBookings/0/bookingStatus"), "PENDING");
  EXPECT_TRUE(drill.hotel.advance(at(30s)).empty());
  EXPECT_EQ(drill.hotel.next_due(), kNever);
  EXPECT_EQ(text_at(drill.get(target, at(30s)), "/data/hotelBookings/0/bookingStatus"),
            "CONFIRMED");
}

TEST(HotelProperty, 904WantsADepositAndGivesNothingBack) {
  HotelDrill drill;
  Response found = drill.search("QABJS904");
  EXPECT_EQ(text_at(found, "/data/0/offers/0/policies/paymentType"), "deposit");
  EXPECT_EQ(text_at(found, "/data/0/offers/0/policies/refundable/cancellationRefund"),
            "NON_REFUNDABLE");
  std::string body = drill.order_body(text_at(found, "/data/0/offers/0/id"));
  EXPECT_EQ(code(drill.order(replaced(body, R"("payment":{)", R"("paid":{)"))), 1146);
  EXPECT_EQ(text_at(drill.order(body), "/data/hotelBookings/0/hotelOffer/policies/paymentType"),
            "DEPOSIT");
}

TEST(HotelProperty, 905BooksAndSaysItFailed) {
  HotelDrill drill;
  Response made = drill.book("QABJS905");
  EXPECT_EQ(made.status, 400);
  EXPECT_EQ(code(made), 25860);
  ASSERT_EQ(drill.hotel.books().size(), 1U);
  EXPECT_EQ(drill.hotel.books()[0].key, "T-1");
}

TEST(HotelProperty, 907IsTooSlowForSearchesAndPriceChecks) {
  HotelDrill drill;
  EXPECT_EQ(text_at(drill.search("QABJS907"), "/data"), "[]");
  EXPECT_EQ(body_of(drill.search("QABJS907,QABJS001")).at("data").as_array().size(), 1U);
  Response slow = drill.get("/v3/shopping/hotel-offers/QABJS907X1");
  EXPECT_EQ(slow.status, 400);
  EXPECT_EQ(code(slow), 784);
}

TEST(HotelProperty, IsNeverListedByCity) {
  HotelDrill drill;
  Response list = drill.get("/v1/reference-data/locations/hotels/by-city?cityCode=BJS&radius=300");
  EXPECT_EQ(list.body.find("90"), list.body.find("9087")) << "only in the latitude";
}

}  // namespace
}  // namespace mayday::hotel_tests
