#include "hotel_drill.h"

namespace mayday::hotel_tests {
namespace {

constexpr const char* kBooking = "/included/hotelBookings/0/";

std::string at_booking(const Response& changed, const std::string& member) {
  return text_at(changed, kBooking + member);
}

/// A body that changes what the members say.
std::string change(const std::string& members) {
  return R"({"data":{"hotelBooking":{)" + members + "}}}";
}

std::string dates(const std::string& in, const std::string& out) {
  return change(R"("hotelOffer":{"product":{"checkInDate":")" + in + R"(","checkOutDate":")" + out +
                R"("}})");
}

TEST(HotelModify, OtherDatesArePricedAnewAndTheBookingHasANewId) {
  HotelDrill drill;
  Response made = drill.book("QABJS001");
  Response changed = drill.service("PATCH", made, "", dates("2027-03-20", "2027-03-21"));
  ASSERT_EQ(changed.status, 200) << changed.body;
  EXPECT_EQ(text_at(changed, "/data/type"), "hotel-booking");
  EXPECT_EQ(text_at(changed, "/data/id"), at_booking(changed, "id"));
  EXPECT_NE(text_at(changed, "/data/id"), text_at(made, "/data/hotelBookings/0/id"));
  EXPECT_EQ(text_at(changed, "/included/id"), text_at(made, "/data/id"));
  EXPECT_EQ(at_booking(changed, "hotelOffer/checkInDate"), "2027-03-20");
  EXPECT_EQ(at_booking(changed, "hotelProviderInformation/0/confirmationNumber"), "66010001");

  Response asked = drill.get(
      "/v3/shopping/hotel-offers?hotelIds=QABJS001&checkInDate=2027-03-20&checkOutDate=2027-03-21");
  std::string total = text_at(asked, "/data/0/offers/0/price/total");
  EXPECT_EQ(at_booking(changed, "hotelOffer/price/total"), total);
  EXPECT_EQ(decimal(drill.hotel.books().at(0).amount), total);
  EXPECT_EQ(drill.hotel.books().at(0).id, text_at(changed, "/data/id"));
  EXPECT_EQ(drill.service("POST", made, "/cancel").status, 404) << "the old id is gone";
}

TEST(HotelModify, AnotherOfferOfTheHotelMovesTheBooking) {
  HotelDrill drill;
  Response made = drill.book("QABJS001");
  Response found = drill.search("QABJS001", "&bestRateOnly=false");
  std::string offer = text_at(found, "/data/0/offers/2/id");
  Response changed =
      drill.service("PATCH", made, "", change(R"("hotelOffer":{"id":")" + offer + R"("})"));
  ASSERT_EQ(changed.status, 200) << changed.body;
  EXPECT_EQ(at_booking(changed, "hotelOffer/id"), offer);
  EXPECT_EQ(at_booking(changed, "hotelOffer/room/type"), "C1K");
  EXPECT_EQ(at_booking(changed, "roomAssociations/0/hotelOfferId"), offer);
  EXPECT_EQ(at_booking(changed, "roomAssociations/0/specialRequest"), "order T-1");
}

TEST(HotelModify, RequestsAndCardChangeWithoutANewId) {
  HotelDrill drill;
  Response made = drill.book("QABJS001");
  std::string offer = text_at(made, "/data/hotelBookings/0/hotelOffer/id");
  Response changed = drill.service(
      "PATCH", made, "",
      change(
          R"("roomAssociation":{"guestReferences":[{"guestReference":"1"}],"specialRequest":"High floor","hotelOfferId":")" +
          offer +
          R"("},"payment":{"method":"CREDIT_CARD","paymentCard":{"paymentCardInfo":{"vendorCode":"CA","cardNumber":"5555555555554444","expiryDate":"0930","holderName":"LI"}}})"),
      at(1h - 31min));
  ASSERT_EQ(changed.status, 200) << changed.body;
  EXPECT_EQ(text_at(changed, "/data/id"), text_at(made, "/data/hotelBookings/0/id"));
  EXPECT_EQ(at_booking(changed, "roomAssociations/0/specialRequest"), "High floor");
  EXPECT_EQ(at_booking(changed, "payment/paymentCard/paymentCardInfo/cardNumber"),
            "555555XXXXXX4444");
  EXPECT_EQ(at_booking(changed, "hotelOffer/price/total"),
            text_at(made, "/data/hotelBookings/0/hotelOffer/price/total"));
  EXPECT_EQ(drill.hotel.books().at(0).key, "T-1");
}

TEST(HotelModify, OfNothingChangesNothing) {
  HotelDrill drill;
  Response made = drill.book("QABJS001");
  EXPECT_EQ(drill.service("PATCH", made, "", change("")).status, 200);
  EXPECT_EQ(drill.get(drill.order_target(made)).body, made.body);
}

TEST(HotelModify, WrongMembersAreNamed) {
  struct Case {
    std::string body;
    int code;
    const char* pointer;
  };
  HotelDrill drill;
  Response made = drill.book("QABJS001");
  auto to_offer = [&](const std::string& id, const std::string& more = "") {
    return change(R"("hotelOffer":{"id":")" + id + "\"" + more + "}");
  };
  std::string two_rooms =
      text_at(drill.search("QABJS001", "&roomQuantity=2"), "/data/0/offers/0/id");
  std::string two_adults = text_at(drill.search("QABJS001", "&adults=2"), "/data/0/offers/0/id");
  const Case cases[] = {
      {"[", 477, "data"},
      {R"({"data":{}})", 477, "data/hotelBooking"},
      {change(R"("hotelOffer":7)"), 477, "data/hotelBooking/hotelOffer"},
      {dates("soon", "2027-03-21"), 477, "data/hotelBooking/hotelOffer/product"},
      {dates("2026-01-01", "2027-03-21"), 381, "data/hotelBooking/hotelOffer/product/checkInDate"},
      {dates("2027-03-21", "2027-03-21"), 404, "data/hotelBooking/hotelOffer/product/checkOutDate"},
      {to_offer("low"), 36801, "data/hotelBooking/hotelOffer/id"},
      {to_offer("NONE"), 38420, "data/hotelBooking/hotelOffer/id"},
      {to_offer(drill.offer_at("QBBJS002")), 25859, "data/hotelBooking/hotelOffer/id"},
      {to_offer(two_rooms), 33555, "data/hotelBooking/hotelOffer/id"},
      {to_offer(two_adults), 1503, "data/guests"},
      {to_offer(drill.offer_at("QABJS001"), R"(,"product":{"checkInDate":"2027-03-14"})"), 145,
       "data/hotelBooking/hotelOffer/product"},
      {change(R"("payment":{"method":"CASH"})"), 37576, "data/hotelBooking/payment"},
  };
  for (const Case& wrong : cases) {
    Response refused = drill.service("PATCH", made, "", wrong.body);
    EXPECT_EQ(refused.status, 400) << wrong.body;
    EXPECT_EQ(code(refused), wrong.code) << wrong.body;
    EXPECT_EQ(text_at(refused, "/errors/0/source/pointer"), wrong.pointer) << wrong.body;
  }
  EXPECT_EQ(drill.get(drill.order_target(made)).body, made.body);
}

TEST(HotelModify, CannotTakeAnotherRoomsGuest) {
  HotelDrill drill;
  Response made = drill.book_two("QABJS001");
  std::string offer = text_at(made, "/data/hotelBookings/0/hotelOffer/id");
  Response refused = drill.service(
      "PATCH", made, "",
      change(R"("roomAssociation":{"guestReferences":[{"guestReference":"1"}],"hotelOfferId":")" +
             offer + R"("})"));
  EXPECT_EQ(code(refused), 4725);
}

TEST(HotelModify, NeedsAConfirmedRoom) {
  HotelDrill drill;
  Response pending = drill.book("QABJS903");
  EXPECT_EQ(code(drill.service("PATCH", pending, "", change(""))), 8622);
  EXPECT_EQ(drill.service("PATCH", pending, "", change(""), at(30s)).status, 200);
  Response made = drill.book("QABJS001");
  drill.service("POST", made, "/cancel");
  EXPECT_EQ(code(drill.service("PATCH", made, "", change(""))), 8622);
}

TEST(HotelModify, NeedsALivingOfferAlsoWhenItIsWritten) {
  HotelDrill drill;
  Response made = drill.book("QABJS001");
  std::string body = change(R"("hotelOffer":{"id":")" + drill.offer_at("QABJS001") + R"("})");
  Handled held_up =
      drill.caller.hold(drill.request("PATCH", drill.booking_target(made), body), at(19min));
  EXPECT_EQ(code(held_up.write(at(20min), Commit::whole)), 38420);
}

}  // namespace
}  // namespace mayday::hotel_tests
