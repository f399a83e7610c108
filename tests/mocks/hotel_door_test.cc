#include "hotel_drill.h"

namespace mayday::hotel_tests {
namespace {

TEST(HotelToken, LivesAlmostHalfAnHourInPlainJson) {
  HotelDrill drill;
  Response issued = drill.ask_token("drill-client");
  EXPECT_EQ(issued.status, 200);
  EXPECT_EQ(issued.headers.get("content-type"), "application/json");
  EXPECT_EQ(text_at(issued, "/expires_in"), "1799");
  EXPECT_EQ(text_at(issued, "/token_type"), "Bearer");
  EXPECT_EQ(text_at(issued, "/state"), "approved");
  // A second token does not end the first.
  EXPECT_EQ(drill.get("/v1/reference-data/locations/hotels/by-city?cityCode=BJS", at(1798s)).status,
            200);
  Response late = drill.get("/v1/reference-data/locations/hotels/by-city?cityCode=BJS", at(1799s));
  EXPECT_EQ(late.status, 401);
  EXPECT_EQ(code(late), 38192);
}

TEST(HotelToken, FailuresAreFlat) {
  HotelDrill drill;
  Response wrong = drill.ask_token("drill-client", "guess");
  EXPECT_EQ(wrong.status, 401);
  EXPECT_EQ(text_at(wrong, "/error"), "invalid_client");
  EXPECT_EQ(text_at(wrong, "/code"), "38187");
  EXPECT_EQ(drill.ask_token("nobody").status, 401);
  EXPECT_EQ(text_at(drill.ask_token("", ""), "/error"), "invalid_request");
  Response grant =
      drill.caller.call(Request("POST", "/v1/security/oauth2/token", "grant_type=password"));
  EXPECT_EQ(grant.status, 400);
  EXPECT_EQ(text_at(grant, "/error"), "unsupported_grant_type");
}

TEST(HotelToken, CanBeLookedAt) {
  HotelDrill drill;
  std::string target = "/v1/security/oauth2/token/" + drill.token;
  EXPECT_EQ(text_at(drill.caller.call(Request("GET", target), at(799s)), "/expires_in"), "1000");
  EXPECT_EQ(text_at(drill.caller.call(Request("GET", target), at(1h)), "/state"), "expired");
  EXPECT_EQ(drill.caller.call(Request("GET", "/v1/security/oauth2/token/none")).status, 404);
}

TEST(HotelToken, OldOnesAreForgotten) {
  HotelDrill drill;
  drill.ask_token("drill-client", "drill-secret", at(3h));
  EXPECT_EQ(code(drill.get("/v3/shopping/hotel-offers", at(3h))), 38190);
}

TEST(HotelHeaders, RouteComesBeforeTokenAndTokenBeforeTheRest) {
  HotelDrill drill;
  EXPECT_EQ(code(drill.caller.call(Request("GET", "/v9/nowhere"))), 38196);
  Request request("POST", "/v2/booking/hotel-orders", "{");
  EXPECT_EQ(code(drill.caller.call(request)), 38191);
  request.headers.set("Authorization", "Basic x");
  EXPECT_EQ(code(drill.caller.call(request)), 38191);
  request.headers.set("Authorization", "Bearer unknown");
  EXPECT_EQ(code(drill.caller.call(request)), 38190);
  request.headers.set("Authorization", "Bearer " + drill.token);
  EXPECT_EQ(code(drill.caller.call(request)), 477);
}

TEST(HotelHeaders, EveryAnswerBearsTheSuppliersFields) {
  HotelDrill drill;
  Request request =
      drill.request("GET", "/v1/reference-data/locations/hotels/by-city?cityCode=BJS");
  request.headers.add("Ama-Client-Ref", "mine");
  for (const Response& answer :
       {drill.caller.call(request), drill.caller.call(Request("GET", "/x"))}) {
    EXPECT_EQ(answer.headers.get("content-type"), "application/vnd.amadeus+json");
    EXPECT_THAT(std::string(answer.headers.get("ama-request-id")),
                testing::MatchesRegex("[A-Z0-9]{14}"));
    EXPECT_TRUE(answer.headers.get("ama-gateway-request-id").starts_with("rrt-"));
    EXPECT_EQ(answer.headers.get("server"), "Amadeus");
    EXPECT_FALSE(answer.headers.has("retry-after"));
  }
  EXPECT_EQ(drill.caller.call(request).headers.get("ama-client-ref"), "mine");
}

TEST(HotelHeaders, ClientsWithoutRightsAreToldSo) {
  HotelDrill drill;
  std::string body = drill.order_body(drill.offer_at("QABJS001"));
  drill.token = text_at(drill.ask_token("drill-client-readonly"), "/access_token");
  EXPECT_NE(drill.offer_at("QABJS001"), "");
  Response forbidden = drill.order(body);
  EXPECT_EQ(forbidden.status, 403);
  EXPECT_EQ(code(forbidden), 38197);
  drill.token = text_at(drill.ask_token("drill-client-revoked"), "/access_token");
  EXPECT_EQ(code(drill.search("QABJS001")), 39683);
}

TEST(HotelHeaders, RateLimitCountsPerSecond) {
  HotelSettings slow;
  slow.rate_limit = 2;
  HotelDrill drill(slow);  // asks for a token: one call
  EXPECT_EQ(drill.caller.call(Request("GET", "/x")).status, 404);
  Response limited = drill.caller.call(Request("GET", "/x"), at(999ms));
  EXPECT_EQ(limited.status, 429);
  EXPECT_EQ(code(limited), 38194);
  EXPECT_EQ(drill.caller.call(Request("GET", "/x"), at(1s)).status, 404);
}

TEST(HotelHeaders, ARetiredWayOfAuthorisingIsRefused) {
  HotelDrill drill;
  Request request =
      drill.request("GET", "/v1/reference-data/locations/hotels/by-city?cityCode=BJS");
  EXPECT_EQ(drill.caller.call(request, {}, {"v2"}).status, 401);
  EXPECT_TRUE(drill.caller.auth_refused);
  EXPECT_EQ(drill.caller.call(request, {}, {"v1"}).status, 200);
}

TEST(HotelOperations, AreNamedFromTheRequestAlone) {
  HotelDrill drill;
  const std::tuple<const char*, const char*, const char*, bool> cases[] = {
      {"POST", "/v1/security/oauth2/token", "createToken", false},
      {"GET", "/v3/shopping/hotel-offers?", "searchHotelOffers", false},
      {"GET", "/v3/shopping/hotel-offers/AB", "getHotelOffer", false},
      {"POST", "/v2/booking/hotel-orders", "createHotelOrder", true},
      {"GET", "/v2/booking/hotel-orders/by-reference?reference=A", "getHotelOrderByReference",
       false},
      {"GET", "/v2/booking/hotel-orders/by-reference/A", "getHotelOrderByReference", false},
      {"GET", "/v2/booking/hotel-orders/abc%3D", "getHotelOrder", false},
      {"GET", "/v1/reference-data/locations/hotels/by-city?", "listHotelsByCity", false},
      {"GET", "/v1/reference-data/locations/hotels/by-geocode?", "listHotelsByGeocode", false},
      {"GET", "/v1/reference-data/locations/hotels/by-hotels?", "listHotelsById", false},
      {"GET", "/v1/reference-data/locations/hotel?keyword=A", "autocompleteHotelName", false},
      {"GET", "/v1/security/oauth2/token/abc", "getTokenInfo", false},
      {"POST", "/v2/booking/hotel-orders/a/hotel-bookings/b/cancel", "cancelHotelBooking", true},
      {"PATCH", "/v2/booking/hotel-orders/a/hotel-bookings/b", "modifyHotelBooking", true},
      {"DELETE", "/v2/booking/hotel-orders/a/hotel-bookings/b?", "deleteHotelBooking", true},
      {"POST", "/v1/booking/hotel-bookings", "createHotelBookingV1", true},
  };
  for (const auto& [method, target, operation, write] : cases) {
    Exchange x = drill.caller.exchange(Request(method, target), {});
    EXPECT_EQ(x.operation, operation);
    EXPECT_EQ(x.write, write);
  }
}

TEST(HotelFailure, HasTheSuppliersForm) {
  HotelDrill drill;
  for (int status : {400, 401, 403, 404, 429, 500, 503}) {
    Response failed = drill.hotel.failure(drill.caller.exchange(Request("GET", "/"), {}), status);
    EXPECT_EQ(failed.status, status);
    EXPECT_EQ(text_at(failed, "/errors/0/status"), std::to_string(status));
    EXPECT_EQ(failed.headers.get("content-type"), "application/vnd.amadeus+json");
  }
}

TEST(HotelFailure, OfTheTokenServiceIsFlat) {
  HotelDrill drill;
  Request ask("POST", "/v1/security/oauth2/token", "");
  Response failed = drill.hotel.failure(drill.caller.exchange(ask, {}), 401);
  EXPECT_EQ(failed.headers.get("content-type"), "application/json");
  EXPECT_EQ(text_at(failed, "/error"), "invalid_client");
  EXPECT_EQ(text_at(drill.hotel.failure(drill.caller.exchange(ask, {}), 429), "/errors/0/code"),
            "38194");
}

}  // namespace
}  // namespace mayday::hotel_tests
