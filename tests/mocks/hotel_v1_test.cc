#include "hotel_drill.h"

namespace mayday::hotel_tests {
namespace {

std::string body_v1(const std::string& offer) {
  return R"({"data":{"offerId":")" + offer +
         R"(","guests":[{"id":1,"name":{"title":"MS","firstName":"XIAOLI","lastName":"WANG"},"contact":{"phone":"+8613800000000","email":"wang@example.com"}}],"payments":[{"id":1,"method":"creditCard","card":{"vendorCode":"VI","cardNumber":"4111111111111111","expiryDate":"2028-08"}}]}})";
}

Response book_v1(HotelDrill& drill, std::string body, Instant now = {}) {
  Request request = drill.request("POST", "/v1/booking/hotel-bookings", std::move(body));
  request.headers.add("Ama-Client-Ref", "T-5");
  return drill.caller.call(request, now);
}

TEST(HotelBookingV1, AnswersWithAListAndIsReadLikeAnyOrder) {
  HotelDrill drill;
  Response made = book_v1(drill, body_v1(drill.offer_at("QABJS001")));
  ASSERT_EQ(made.status, 201) << made.body;
  EXPECT_EQ(text_at(made, "/data/0/type"), "hotel-booking");
  EXPECT_EQ(text_at(made, "/data/0/id"), "XD_66010001");
  EXPECT_EQ(text_at(made, "/data/0/providerConfirmationId"), "66010001");
  std::string reference = text_at(made, "/data/0/associatedRecords/0/reference");
  Response read = drill.get("/v2/booking/hotel-orders/by-reference?reference=" + reference);
  EXPECT_EQ(text_at(read, "/data/hotelBookings/0/bookingStatus"), "CONFIRMED");
  EXPECT_EQ(text_at(read, "/data/hotelBookings/0/payment/paymentCard/paymentCardInfo/holderName"),
            "WANG XIAOLI");
  EXPECT_EQ(text_at(read, "/data/hotelBookings/0/roomAssociations/0/guestReferences"),
            R"([{"guestReference":"1"}])");
  EXPECT_EQ(drill.hotel.books().at(0).key, "T-5");
}

TEST(HotelBookingV1, SpreadsTheGuestsOverTheRooms) {
  HotelDrill drill;
  std::string offer = text_at(drill.search("QABJS001", "&roomQuantity=2"), "/data/0/offers/0/id");
  EXPECT_EQ(code(book_v1(drill, body_v1(offer))), 1503);
  Response made = book_v1(
      drill,
      replaced(
          body_v1(offer), R"("guests":[)",
          R"("guests":[{"name":{"firstName":"LI","lastName":"LI"},"contact":{"phone":"+861","email":"a@b"}},)"));
  ASSERT_EQ(made.status, 201) << made.body;
  EXPECT_EQ(text_at(made, "/data/1/id"), "XD_66010002");
  EXPECT_EQ(text_at(made, "/data/1/associatedRecords"), text_at(made, "/data/0/associatedRecords"));
}

TEST(HotelBookingV1, HasItsOwnWordsForSomeRefusals) {
  HotelDrill drill;
  EXPECT_EQ(code(book_v1(drill, body_v1("NONE"))), 36803);
  EXPECT_EQ(code(book_v1(drill, body_v1(drill.offer_at("QABJS902")))), 33554);
  EXPECT_EQ(code(book_v1(drill, body_v1(drill.offer_at("QABJS001")), at(20min))), 36803);
  EXPECT_TRUE(drill.hotel.books().empty());
  EXPECT_EQ(code(book_v1(drill, body_v1(drill.offer_at("QABJS905")))), 25860);
  EXPECT_EQ(drill.hotel.books().size(), 1U);
}

TEST(HotelBookingV1, WrongMembersAreNamed) {
  struct Case {
    const char* from;
    const char* to;
    int code;
    const char* pointer;
  };
  const Case cases[] = {
      {R"("offerId":")", R"("offerId":"x)", 36801, "data/offerId"},
      {R"("guests":[)", R"("guest":[)", 477, "data/guests"},
      {R"("name":)", R"("names":)", 477, "data/guests"},
      {R"("email":)", R"("mail":)", 477, "data/guests"},
      {R"("payments":[)", R"("payment":[)", 477, "data/payments"},
      {"creditCard", "cash", 37576, "data/payments"},
      {R"("card":)", R"("cards":)", 477, "data/payments/card"},
      {R"("VI")", R"("XX")", 1205, "data/payments/card/vendorCode"},
      {"2028-08", "2026-10", 24550, "data/payments/card/expiryDate"},
  };
  for (const Case& wrong : cases) {
    HotelDrill drill;
    Response refused =
        book_v1(drill, replaced(body_v1(drill.offer_at("QABJS001")), wrong.from, wrong.to));
    EXPECT_EQ(code(refused), wrong.code) << wrong.to;
    EXPECT_EQ(text_at(refused, "/errors/0/source/pointer"), wrong.pointer) << wrong.to;
  }
}

}  // namespace
}  // namespace mayday::hotel_tests
