#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "mayday/hotel/hotel.h"
#include "vendor_caller.h"

namespace mayday::hotel_tests {

inline constexpr const char* kDates = "&checkInDate=2027-03-15&checkOutDate=2027-03-17";

inline int code(const Response& response) {
  std::string text = text_at(response, "/errors/0/code");
  return text.empty() ? 0 : std::stoi(text);
}

inline std::string replaced(std::string text, std::string_view from, std::string_view to) {
  std::size_t found = text.find(from);
  EXPECT_NE(found, std::string::npos) << from;
  return text.replace(found, from.size(), to);
}

/// A hotel supplier and what a desk does with it.
class HotelDrill {
 public:
  explicit HotelDrill(HotelSettings settings = {}) : hotel(kStarts, settings), caller(hotel) {
    token = text_at(ask_token("drill-client"), "/access_token");
  }

  Response ask_token(const std::string& client, const std::string& secret = "drill-secret",
                     Instant now = {}) {
    Request request(
        "POST", "/v1/security/oauth2/token",
        "grant_type=client_credentials&client_id=" + client + "&client_secret=" + secret);
    return caller.call(request, now);
  }
  Request request(std::string_view method, std::string target, std::string body = {}) {
    Request made(method, std::move(target), std::move(body));
    made.headers.add("Authorization", "Bearer " + token);
    made.headers.add("Content-Type", "application/vnd.amadeus+json");
    made.headers.add("Host", "hotel.example:8103");
    return made;
  }
  Response get(std::string target, Instant now = {}) {
    return caller.call(request("GET", std::move(target)), now);
  }
  Response search(const std::string& hotels, const std::string& more = "", Instant now = {}) {
    return get("/v3/shopping/hotel-offers?hotelIds=" + hotels + kDates + more, now);
  }
  std::string offer_at(const std::string& hotel_id, Instant now = {}) {
    return text_at(search(hotel_id, "", now), "/data/0/offers/0/id");
  }
  std::string order_body(const std::string& offer) {
    return R"({"data":{"type":"hotel-order","guests":[{"tid":1,"title":"MS","firstName":"晓丽","lastName":"WANG","phone":"+8613800000000","email":"wang@example.com"}],"travelAgent":{"contact":{"email":"desk@example.com"}},"roomAssociations":[{"guestReferences":[{"guestReference":"1"}],"hotelOfferId":")" +
           offer +
           R"(","specialRequest":"order T-1"}],"payment":{"method":"CREDIT_CARD","paymentCard":{"paymentCardInfo":{"vendorCode":"VI","cardNumber":"4111111111111111","expiryDate":"2028-08","holderName":"WANG XIAOLI"}}}}})";
  }
  Response order(std::string body, Instant now = {}) {
    return caller.call(request("POST", "/v2/booking/hotel-orders", std::move(body)), now);
  }
  Response book(const std::string& hotel_id) { return order(order_body(offer_at(hotel_id))); }
  /// Two rooms, the first for guest 2.
  Response book_two(const std::string& hotel_id) {
    std::string offer = text_at(search(hotel_id, "&roomQuantity=2"), "/data/0/offers/0/id");
    std::string body = replaced(
        order_body(offer), R"("guests":[)",
        R"("guests":[{"tid":2,"firstName":"LI","lastName":"LI","phone":"+861","email":"a@b"},)");
    return order(replaced(
        body, R"("roomAssociations":[)",
        R"("roomAssociations":[{"guestReferences":[{"guestReference":"2"}],"hotelOfferId":")" +
            offer + R"("},)"));
  }
  /// Does something to the first booking of an order.
  Response service(std::string_view method, const Response& made, const std::string& action = "",
                   std::string body = {}, Instant now = {}) {
    return caller.call(request(method, booking_target(made) + action, std::move(body)), now);
  }
  static std::string order_target(const Response& made) {
    return "/v2/booking/hotel-orders/" + text_at(made, "/data/id");
  }
  static std::string booking_target(const Response& made) {
    return order_target(made) + "/hotel-bookings/" + text_at(made, "/data/hotelBookings/0/id");
  }

  Hotel hotel;
  VendorCaller caller;
  std::string token;
};

}  // namespace mayday::hotel_tests
