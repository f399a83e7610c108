#include "hotel_drill.h"

namespace mayday::hotel_tests {
namespace {

TEST(HotelList, HasFiveHotelsInEveryCity) {
  HotelDrill drill;
  for (const char* city : {"PAR", "LON", "NYC", "FRA", "TYO", "SIN", "HKG", "BJS", "SHA", "CAN",
                           "SZX", "CTU", "HGH"}) {
    Response list =
        drill.get("/v1/reference-data/locations/hotels/by-city?cityCode=" + std::string(city));
    ASSERT_EQ(list.status, 200) << list.body;
    EXPECT_EQ(text_at(list, "/meta/count"), "5");
    EXPECT_EQ(text_at(list, "/data/0/hotelId"), "QA" + std::string(city) + "001");
  }
  Response list = drill.get("/v1/reference-data/locations/hotels/by-city?cityCode=BJS");
  EXPECT_TRUE(body_of(list).at("data").at(0).at("dupeId").is_int64());
  EXPECT_EQ(text_at(list, "/data/0/dupeId"), "700100001");
  EXPECT_EQ(text_at(list, "/data/0/name"), "QUARTZ CAPITAL HOTEL BEIJING");
  EXPECT_EQ(text_at(list, "/meta/links/self"),
            "http://hotel.example:8103/v1/reference-data/locations/hotels/by-city?cityCode=BJS");
}

TEST(HotelList, IsFilteredByRadiusChainStarsAndAmenities) {
  HotelDrill drill;
  auto count = [&](const std::string& more) {
    Response list = drill.get("/v1/reference-data/locations/hotels/by-city?cityCode=BJS" + more);
    return list.status == 200 ? std::stoi(text_at(list, "/meta/count")) : -code(list);
  };
  EXPECT_EQ(count("&radius=2"), 2);
  EXPECT_EQ(count("&radius=2&radiusUnit=MILE"), 3);
  EXPECT_EQ(count("&chainCodes=QB%2CQC"), 2);
  EXPECT_EQ(count("&ratings=4"), 2);
  EXPECT_EQ(count("&amenities=WIFI,RESTAURANT"), 3);
  EXPECT_EQ(count("&chainCodes=ZZ"), -895);
  EXPECT_EQ(count("&radius=301"), -477);
  EXPECT_EQ(count("&radiusUnit=LI"), -477);
  EXPECT_EQ(count("&ratings=6"), -477);
  EXPECT_EQ(count("&amenities=A,B,C,D"), -477);
}

TEST(HotelList, NeedsACityThatExists) {
  HotelDrill drill;
  Response none = drill.get("/v1/reference-data/locations/hotels/by-city?");
  EXPECT_EQ(code(none), 477);
  EXPECT_EQ(text_at(none, "/errors/0/source/parameter"), "cityCode");
  EXPECT_EQ(code(drill.get("/v1/reference-data/locations/hotels/by-city?cityCode=XXX")), 1157);
  EXPECT_EQ(code(drill.get("/v1/reference-data/locations/hotels/by-city?cityCode=XXX&radius=0")),
            477);
}

TEST(HotelList, ByIdNamesUnknownHotelsInWarnings) {
  HotelDrill drill;
  std::string target = "/v1/reference-data/locations/hotels/by-hotels?hotelIds=";
  Response list = drill.get(target + "QABJS001%2CQABJS777,QCLON907");
  EXPECT_EQ(text_at(list, "/meta/count"), "2");
  EXPECT_EQ(text_at(list, "/data/1/hotelId"), "QCLON907");
  EXPECT_EQ(text_at(list, "/data/0/distance"), "");
  EXPECT_EQ(text_at(list, "/warnings/0/source/parameter"), "hotelIds=QABJS777");
  EXPECT_EQ(code(drill.get(target + "QABJS777")), 3237);
  EXPECT_EQ(code(drill.get(target + "bad")), 1257);
  EXPECT_EQ(code(drill.get("/v1/reference-data/locations/hotels/by-hotels?hotelIds[0]=QABJS001")),
            477);
}

TEST(HotelListAround, APointIsNearestFirst) {
  HotelDrill drill;
  const std::string target = "/v1/reference-data/locations/hotels/by-geocode?";
  Response list = drill.get(target + "latitude=39.9087&longitude=116.3975");
  ASSERT_EQ(list.status, 200) << list.body;
  EXPECT_EQ(text_at(list, "/meta/count"), "5");
  EXPECT_EQ(text_at(list, "/data/0/hotelId"), "QABJS001");
  EXPECT_EQ(text_at(list, "/data/0/distance/unit"), "KM");
  EXPECT_NE(list.body.find(R"("distance":{"value":0.0,"unit":"KM"})"), std::string::npos);
  EXPECT_EQ(text_at(list, "/data/4/hotelId"), "QEBJS005");
  Response reversed = drill.get(target + "latitude=39.9327&longitude=116.4275&chainCodes=QA,QE");
  EXPECT_EQ(text_at(reversed, "/data/0/hotelId"), "QEBJS005");
  EXPECT_EQ(text_at(reversed, "/meta/count"), "2");
  EXPECT_EQ(code(drill.get(target + "latitude=-45&longitude=179.99")), 895);
}

TEST(HotelListAround, APointMeasuresTheRealDistance) {
  // From the middle of Paris to that of London it is 344 km, from Hong Kong to Shenzhen 36.
  HotelDrill drill;
  auto first = [&](const std::string& query) {
    return drill.get("/v1/reference-data/locations/hotels/by-geocode?" + query);
  };
  Response miles = first("latitude=48.8566&longitude=2.3522&radius=230&radiusUnit=MILE");
  EXPECT_EQ(text_at(miles, "/meta/count"), "10");
  EXPECT_NE(miles.body.find(R"("distance":{"value":213.)"), std::string::npos) << miles.body;
  Response near = first("latitude=22.3193&longitude=114.1694&radius=60");
  EXPECT_NE(near.body.find("QESZX005"), std::string::npos);
  EXPECT_EQ(text_at(near, "/data/0/hotelId"), "QAHKG001");
}

TEST(HotelListAround, APointNeedsDegrees) {
  HotelDrill drill;
  auto refusal = [&](const std::string& query) {
    Response answer = drill.get("/v1/reference-data/locations/hotels/by-geocode?" + query);
    return std::to_string(code(answer)) + " " + text_at(answer, "/errors/0/source/parameter");
  };
  EXPECT_EQ(refusal("longitude=2"), "477 latitude");
  EXPECT_EQ(refusal("latitude=2"), "477 longitude");
  for (const char* wrong : {"91", "90.0001", "-91", "1e1", "north", "--1", "1.", ".5", "1.2.3"})
    EXPECT_EQ(refusal("longitude=2&latitude=" + std::string(wrong)), "477 latitude") << wrong;
  EXPECT_EQ(refusal("latitude=2&longitude=180.1"), "477 longitude");
  EXPECT_EQ(refusal("latitude=2&longitude=2&radius=0"), "477 radius");
}

TEST(HotelName, IsFoundByItsBeginningFirst) {
  HotelDrill drill;
  const std::string target = "/v1/reference-data/locations/hotel?subType=HOTEL_GDS&keyword=";
  Response found = drill.get(target + "quartz%20capital%20hotel%20bei");
  ASSERT_EQ(found.status, 200) << found.body;
  ASSERT_EQ(body_of(found).at("data").as_array().size(), 1U);
  EXPECT_EQ(text_at(found, "/data/0/hotelIds/0"), "QABJS001");
  EXPECT_EQ(text_at(found, "/data/0/relevance"), "90");
  EXPECT_EQ(text_at(found, "/data/0/subType"), "HOTEL_GDS");
  EXPECT_EQ(text_at(found, "/data/0/address/cityName"), "BEIJING");
  Response city = drill.get(target + "PARIS");
  EXPECT_EQ(body_of(city).at("data").as_array().size(), 4U);
  EXPECT_EQ(text_at(city, "/data/0/relevance"), "70");
  EXPECT_EQ(text_at(drill.get(target + "qu*paris&max=1"), "/data/0/hotelIds/0"), "QAPAR001");
  EXPECT_EQ(drill.get(target + "XYZZY").body, R"({"data":[]})");
}

TEST(HotelName, IsOfTheKindsAskedFor) {
  HotelDrill drill;
  auto count = [&](const std::string& query) {
    Response found = drill.get("/v1/reference-data/locations/hotel?keyword=HOTEL&" + query);
    return body_of(found).at("data").as_array().size();
  };
  EXPECT_EQ(count("subType=HOTEL_LEISURE"), 13U) << "one in each city";
  EXPECT_EQ(count("subType=HOTEL_LEISURE&countryCode=cn"), 6U);
  EXPECT_EQ(count("subType=HOTEL_LEISURE&subType=HOTEL_GDS&countryCode=FR"), 3U);
  EXPECT_EQ(count("subType=HOTEL_LEISURE&subType=HOTEL_GDS"), 20U) << "never more than twenty";
}

TEST(HotelName, WrongParametersAreNamed) {
  HotelDrill drill;
  auto refusal = [&](const std::string& query) {
    Response answer = drill.get("/v1/reference-data/locations/hotel?" + query);
    return std::to_string(code(answer)) + " " + text_at(answer, "/errors/0/source/parameter");
  };
  EXPECT_EQ(refusal("subType=HOTEL_GDS"), "477 keyword");
  EXPECT_EQ(refusal("subType=HOTEL_GDS&keyword=PAR"), "477 keyword");
  EXPECT_EQ(refusal("subType=HOTEL_GDS&keyword=%E5%8C%97%E4%BA%AC%E9%A5%AD%E5%BA%97"),
            "477 keyword");
  EXPECT_EQ(refusal("keyword=PARIS"), "477 subType");
  EXPECT_EQ(refusal("keyword=PARIS&subType[0]=HOTEL_GDS"), "477 subType")
      << "as the SDK sends a list";
  EXPECT_EQ(refusal("keyword=PARIS&subType=HOTEL_GDS&subType=MOTEL"), "477 subType");
  EXPECT_EQ(refusal("keyword=PARIS&subType=HOTEL_GDS&countryCode=FRA"), "477 countryCode");
  EXPECT_EQ(refusal("keyword=PARIS&subType=HOTEL_GDS&max=21"), "477 max");
}

}  // namespace
}  // namespace mayday::hotel_tests
