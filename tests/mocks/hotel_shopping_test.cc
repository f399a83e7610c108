#include "hotel_drill.h"

namespace mayday::hotel_tests {
namespace {

TEST(HotelOffers, AreOneAHotelCheapestFirst) {
  HotelDrill drill;
  Response found = drill.search("QABJS001,QBBJS002,QCBJS003", "&adults=1");
  ASSERT_EQ(found.status, 200) << found.body;
  std::int64_t last = 0;
  json::value body = body_of(found);
  for (const json::value& hotel : body.at("data").as_array()) {
    ASSERT_EQ(hotel.at("offers").as_array().size(), 1U);
    std::int64_t total =
        minor_units(std::string(hotel.at("offers").at(0).at("price").at("total").as_string()));
    EXPECT_GE(total, last);
    last = total;
    EXPECT_TRUE(hotel.at("hotel").at("dupeId").is_string());
  }
  EXPECT_EQ(text_at(found, "/data/0/offers/0/policies/paymentType"), "guarantee");
  EXPECT_EQ(text_at(found, "/data/0/offers/0/policies/cancellations/0/deadline"),
            "2027-03-14T18:00:00+08:00");
  EXPECT_EQ(text_at(found, "/data/0/offers/0/price/currency"), "CNY");
  Response all = drill.search("QABJS001", "&bestRateOnly=false");
  EXPECT_EQ(body_of(all).at("data").at(0).at("offers").as_array().size(), 3U);
}

TEST(HotelOffers, DefaultToTonightOnTheHotelsCalendar) {
  HotelDrill drill;  // 06:00 UTC on the 23rd; at 17:00 UTC it is the 24th in Beijing
  std::string target = "/v3/shopping/hotel-offers?hotelIds=QABJS001";
  EXPECT_EQ(text_at(drill.get(target), "/data/0/offers/0/checkInDate"), "2026-11-23");
  drill.token = text_at(drill.ask_token("drill-client", "drill-secret", at(11h)), "/access_token");
  Response evening = drill.get(target, at(11h));
  EXPECT_EQ(text_at(evening, "/data/0/offers/0/checkInDate"), "2026-11-24");
  EXPECT_EQ(text_at(evening, "/data/0/offers/0/checkOutDate"), "2026-11-25");
}

TEST(HotelOffers, RefuseWrongParameters) {
  HotelDrill drill;
  auto answer = [&](const std::string& query) {
    return code(drill.get("/v3/shopping/hotel-offers?" + query));
  };
  const std::string one = "hotelIds=QABJS001";
  EXPECT_EQ(answer(""), 477);
  EXPECT_EQ(answer("hotelIds[0]=QABJS001"), 477);
  EXPECT_EQ(answer("hotelIds=qabjs001"), 1257);
  EXPECT_EQ(answer("hotelIds=QABJS777"), 3237);
  EXPECT_EQ(answer(one + "&adults=0"), 477);
  EXPECT_EQ(answer(one + "&childAges=18"), 477);
  EXPECT_EQ(answer(one + "&roomQuantity=10"), 477);
  EXPECT_EQ(answer(one + "&checkInDate=soon"), 477);
  EXPECT_EQ(answer(one + "&checkInDate=2026-11-22"), 381);
  EXPECT_EQ(answer(one + "&checkInDate=2026-12-01&checkOutDate=2026-12-01"), 404);
  EXPECT_EQ(answer(one + "&checkInDate=2026-12-01&checkOutDate=2027-06-01"), 377);
  EXPECT_EQ(answer(one + "&checkInDate=2027-11-18"), 3273);
  EXPECT_EQ(answer(one + "&currency=yuan"), 61);
  EXPECT_EQ(answer(one + "&priceRange=100-900"), 477);
  EXPECT_EQ(answer(one + "&priceRange=900-100&currency=CNY"), 477);
  EXPECT_EQ(answer(one + "&paymentPolicy=LATER"), 477);
  EXPECT_EQ(answer(one + "&boardType=SNACK"), 477);
  EXPECT_EQ(answer(one + "&bestRateOnly=maybe"), 477);
  EXPECT_EQ(answer(one + "&rateCodes=XYZ"), 533);
  EXPECT_EQ(answer(one + "&rateCodes=COR"), 562);
  EXPECT_EQ(answer("hotelIds=QABJS777&adults=0"), 477) << "the form of all comes first";
  EXPECT_EQ(answer(one + "&rateCodes=XYZ&adults=0"), 477);
  std::string many = "hotelIds=";
  for (int i = 0; i < 21; ++i) many += "QABJS001,";
  EXPECT_EQ(answer(many), 477);
}

TEST(HotelOffers, FitTheWish) {
  HotelDrill drill;
  EXPECT_EQ(text_at(drill.search("QABJS001", "&boardType=ROOM_ONLY"), "/data/0/offers/0/boardType"),
            "ROOM_ONLY");
  EXPECT_EQ(code(drill.search("QABJS001", "&boardType=FULL_BOARD")), 424);
  EXPECT_EQ(code(drill.search("QABJS001", "&paymentPolicy=DEPOSIT")), 424);
  EXPECT_EQ(
      text_at(drill.search("QABJS001,QABJS904", "&paymentPolicy=DEPOSIT"), "/data/0/hotel/hotelId"),
      "QABJS904");
  EXPECT_EQ(text_at(drill.search("QABJS001", "&rateCodes=PRO"), "/data/0/offers/0/rateCode"),
            "PRO");
  EXPECT_EQ(code(drill.search("QABJS001", "&priceRange=-1&currency=CNY")), 424);
  EXPECT_EQ(drill.search("QABJS001", "&priceRange=1-9999&currency=USD").status, 200);
  Response unknown = drill.search("QABJS001,QABJS777");
  EXPECT_EQ(text_at(unknown, "/warnings/0/code"), "3237");
}

TEST(HotelOffer, IsOneObjectAtTheSamePriceForTwentyMinutes) {
  HotelDrill drill;
  Response found = drill.search("QABJS001");
  std::string target = "/v3/shopping/hotel-offers/" + text_at(found, "/data/0/offers/0/id");
  Response read = drill.get(target, at(20min - 1s));
  EXPECT_EQ(text_at(read, "/data/offers/0/price/total"),
            text_at(found, "/data/0/offers/0/price/total"));
  EXPECT_EQ(text_at(read, "/data/offers/0/policies/checkInOut/checkIn"), "14:00:00");
  EXPECT_EQ(text_at(read, "/data/offers/0/self"), "http://hotel.example:8103" + target);
  Response gone = drill.get(target, at(20min));
  EXPECT_EQ(gone.status, 404);
  EXPECT_EQ(code(gone), 1797);
  EXPECT_EQ(code(drill.get("/v3/shopping/hotel-offers/lower")), 36801);
}

}  // namespace
}  // namespace mayday::hotel_tests
