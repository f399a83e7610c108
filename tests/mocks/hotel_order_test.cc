#include <set>

#include "hotel_drill.h"
#include "mayday/world/router.h"

namespace mayday::hotel_tests {
namespace {

TEST(HotelOrder, IsBookedReadableAndInTheBooks) {
  HotelDrill drill;
  Response made = drill.book("QABJS001");
  ASSERT_EQ(made.status, 201) << made.body;
  EXPECT_EQ(text_at(made, "/data/hotelBookings/0/bookingStatus"), "CONFIRMED");
  EXPECT_EQ(text_at(made, "/data/hotelBookings/0/hotelProviderInformation/0/confirmationNumber"),
            "66010001");
  EXPECT_EQ(text_at(made, "/data/hotelBookings/0/id"), "MS82NjAxMDAwMS83NzAxMDAwMQ==");
  EXPECT_EQ(text_at(made, "/data/hotelBookings/0/payment/paymentCard/paymentCardInfo/cardNumber"),
            "411111XXXXXX1111");
  EXPECT_EQ(text_at(made, "/data/hotelBookings/0/payment/paymentCard/paymentCardInfo/expiryDate"),
            "0828");
  EXPECT_EQ(text_at(made, "/data/guests/0/firstName"), "晓丽");
  EXPECT_TRUE(body_of(made)
                  .at("data")
                  .at("hotelBookings")
                  .at(0)
                  .at("hotelOffer")
                  .at("roomQuantity")
                  .is_int64());

  std::string id = text_at(made, "/data/id");
  std::string reference = text_at(made, "/data/associatedRecords/0/reference");
  for (const std::string& target :
       {"/v2/booking/hotel-orders/" + id, "/v2/booking/hotel-orders/" + encode(id),
        "/v2/booking/hotel-orders/by-reference?reference=" + reference,
        "/v2/booking/hotel-orders/by-reference/" + reference}) {
    Response read = drill.get(target);
    EXPECT_EQ(read.status, 200) << target;
    EXPECT_EQ(read.body, made.body) << target;
  }
  EXPECT_EQ(code(drill.get("/v2/booking/hotel-orders/bm9uZQ==")), 38196);
  EXPECT_EQ(code(drill.get("/v2/booking/hotel-orders/by-reference?reference=AAAAAA")), 38196);
  EXPECT_EQ(code(drill.get("/v2/booking/hotel-orders/by-reference?reference=a")), 477);

  std::vector<BookEntry> books = drill.hotel.books();
  ASSERT_EQ(books.size(), 1U);
  EXPECT_EQ(books[0].what, "room");
  EXPECT_EQ(books[0].key, "T-1");
  EXPECT_EQ(books[0].state, "booked");
  EXPECT_EQ(decimal(books[0].amount),
            text_at(made, "/data/hotelBookings/0/hotelOffer/price/total"));
}

TEST(HotelOrder, BookedTwiceIsTwoRooms) {
  HotelDrill drill;
  std::string body = drill.order_body(drill.offer_at("QABJS001"));
  std::string first = text_at(drill.order(body), "/data/id");
  EXPECT_NE(text_at(drill.order(body), "/data/id"), first);
  EXPECT_EQ(drill.hotel.books().size(), 2U);
}

TEST(HotelOrder, IsKnownByTheClientReferenceToo) {
  HotelDrill drill;
  std::string body =
      replaced(drill.order_body(drill.offer_at("QABJS001")), "order T-1", "Quiet room");
  Request request = drill.request("POST", "/v2/booking/hotel-orders", body);
  request.headers.add("Ama-Client-Ref", "T-9");
  drill.caller.call(request);
  drill.order(body);
  std::vector<BookEntry> books = drill.hotel.books();
  EXPECT_EQ(books[0].key, "T-9");
  EXPECT_NE(books[1].key, "") << "without either, the supplier's own id";
}

TEST(HotelOrder, TakesSeveralRoomsOfOneOffer) {
  HotelDrill drill;
  Response found = drill.search("QABJS001", "&roomQuantity=2");
  EXPECT_EQ(text_at(found, "/data/0/offers/0/roomQuantity"), "2");
  EXPECT_EQ(code(drill.order(drill.order_body(text_at(found, "/data/0/offers/0/id")))), 33555);
  Response made = drill.book_two("QABJS001");
  ASSERT_EQ(made.status, 201) << made.body;
  EXPECT_EQ(body_of(made).at("data").at("hotelBookings").as_array().size(), 2U);
  std::vector<BookEntry> books = drill.hotel.books();
  ASSERT_EQ(books.size(), 2U);
  EXPECT_EQ(books[0].amount.minor * 2, minor_units(text_at(found, "/data/0/offers/0/price/total")));
}

TEST(HotelOrder, KeepsChildrenAndTheFlightOfArrival) {
  HotelDrill drill;
  Response found = drill.search("QABJS001", "&childAges=7");
  std::string body = drill.order_body(text_at(found, "/data/0/offers/0/id"));
  body = replaced(
      body, R"("guests":[)",
      R"("arrivalInformation":{"carrier":"CA"},"guests":[{"tid":2,"firstName":"LI","lastName":"LI","phone":"+861","email":"a@b","childAge":7},)");
  EXPECT_EQ(code(drill.order(body)), 1503) << "the child has no bed yet";
  body = replaced(body, R"({"guestReference":"1"})",
                  R"({"guestReference":"1"},{"guestReference":"2"})");
  Response made = drill.order(body);
  ASSERT_EQ(made.status, 201) << made.body;
  EXPECT_EQ(text_at(made, "/data/guests/0/childAge"), "7");
  EXPECT_EQ(text_at(made, "/data/hotelBookings/0/hotelOffer/guests/childAges"), "[7]");
  EXPECT_EQ(text_at(made, "/data/arrivalInformation/carrier"), "CA");
}

TEST(HotelOrder, CountsCharactersNotBytes) {
  HotelDrill drill;
  std::string body = drill.order_body(drill.offer_at("QABJS001"));
  auto named = [&](int length) {
    std::string name;
    for (int i = 0; i < length; ++i) name += "晓";
    return drill.order(replaced(body, "晓丽", name));
  };
  EXPECT_EQ(named(56).status, 201);
  EXPECT_EQ(code(named(57)), 477);
}

TEST(HotelOrder, WrongMembersAreNamed) {
  struct Case {
    const char* from;
    const char* to;
    int code;
    const char* pointer;
  };
  const char* const kCard = "data/payment/paymentCard/paymentCardInfo/";
  const std::string vendor = std::string(kCard) + "vendorCode";
  const std::string number = std::string(kCard) + "cardNumber";
  const std::string expiry = std::string(kCard) + "expiryDate";
  const Case cases[] = {
      {"{\"data\"", "{\"date\"", 477, "data"},
      {"hotel-order", "hotel", 8612, "data/type"},
      {R"("guests":[)", R"("visitors":[)", 477, "data/guests"},
      {R"("tid":1)", R"("tid":"1")", 477, "data/guests"},
      {R"("lastName":"WANG")", R"("lastName":"")", 477, "data/guests"},
      {R"("title":"MS")", R"("title":"M5")", 477, "data/guests"},
      {R"("title":"MS")", R"("childAge":18)", 477, "data/guests"},
      {R"("guestReference":"1")", R"("guestReference":"1","hotelLoyaltyId":"a b")", 477,
       "data/roomAssociations"},
      {R"("type":"hotel-order")", R"("type":"hotel-order","arrivalInformation":7)", 477,
       "data/arrivalInformation"},
      {R"("travelAgent")", R"("agent")", 477, "data/travelAgent"},
      {R"("guestReference":"1")", R"("guestReference":"7")", 4725, "data/roomAssociations"},
      {R"({"guestReference":"1"})", R"({"guestReference":"1"},{"guestReference":"1"})", 4725,
       "data/roomAssociations"},
      {R"("hotelOfferId":")", R"("hotelOfferId":"x)", 36801, "data/roomAssociations/hotelOfferId"},
      {R"("hotelOfferId":")", R"("hotelOfferId":"X)", 38420, "data/roomAssociations/hotelOfferId"},
      {R"("payment":{)", R"("paid":{)", 1427, "data/payment"},
      {"CREDIT_CARD", "CASH", 37576, "data/payment"},
      {R"("VI")", R"("XX")", 1205, vendor.c_str()},
      {R"("VI")", R"("DC")", 3682, vendor.c_str()},
      {"4111111111111111", "4111111111111112", 8517, number.c_str()},
      {"2028-08", "2026-10", 24550, expiry.c_str()},
      {"2028-08", "soon", 24550, expiry.c_str()},
  };
  for (const Case& wrong : cases) {
    HotelDrill drill;
    Response answer =
        drill.order(replaced(drill.order_body(drill.offer_at("QABJS001")), wrong.from, wrong.to));
    EXPECT_EQ(answer.status, 400) << wrong.to;
    EXPECT_EQ(code(answer), wrong.code) << wrong.to;
    EXPECT_EQ(text_at(answer, "/errors/0/source/pointer"), wrong.pointer) << wrong.to;
    EXPECT_TRUE(drill.hotel.books().empty());
  }
}

TEST(HotelOrder, NeedsAsManyGuestsAsTheOffer) {
  HotelDrill drill;
  Response found = drill.search("QABJS001", "&adults=2");
  EXPECT_EQ(code(drill.order(drill.order_body(text_at(found, "/data/0/offers/0/id")))), 1503);
}

TEST(HotelOrder, NeedsALivingOfferAlsoWhenItIsWritten) {
  HotelDrill drill;
  std::string body = drill.order_body(drill.offer_at("QABJS001"));
  Handled held_up =
      drill.caller.hold(drill.request("POST", "/v2/booking/hotel-orders", body), at(19min));
  EXPECT_EQ(code(held_up.write(at(20min), Commit::whole)), 38420);
  EXPECT_EQ(code(drill.order(body, at(20min))), 38420);
}

TEST(HotelIds, AreAllDifferentAndSafeInPaths) {
  HotelDrill drill;
  std::string body = drill.order_body(drill.offer_at("QABJS001"));
  std::set<std::string> ids;
  for (int i = 0; i < 300; ++i) {
    std::string id = text_at(drill.order(body), "/data/id");
    EXPECT_EQ(id.find_first_of("/+"), std::string::npos);
    ids.insert(id);
  }
  EXPECT_EQ(ids.size(), 300U);
}

}  // namespace
}  // namespace mayday::hotel_tests
