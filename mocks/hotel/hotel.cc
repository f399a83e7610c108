#include "mayday/hotel/hotel.h"

#include "booking.h"
#include "door.h"
#include "hotel_list.h"
#include "hotel_names.h"
#include "servicing.h"
#include "shopping.h"
#include "token_calls.h"

namespace mayday {

using hotel::Bookings;
using hotel::Door;
using hotel::OrderBook;
using hotel::Servicing;
using hotel::Shopping;
using hotel::Stamp;
using hotel::Tokens;

struct Hotel::Parts {
  Parts(std::int64_t starts, const HotelSettings& settings)
      : door(settings.rate_limit, starts, tokens),
        shopping(door),
        bookings(door, shopping, orders),
        servicing(door, shopping, orders) {}

  Tokens tokens;
  Door door;
  Shopping shopping;
  OrderBook orders;
  Bookings bookings;
  Servicing servicing;
};

namespace {

/// An operation of the contract. The index in the table is the exchange's route; an alias of a path
/// has its own row.
template <class Parts>
struct Operation {
  std::string_view id;
  std::string_view method;
  std::string_view path;
  bool write;
  bool open;  ///< Needs no token.
  Handled (*handle)(Parts& parts, const Exchange& x, Instant now);
};

template <class Parts>
constexpr Operation<Parts> kOperations[] = {
    {"createToken", "POST", "/v1/security/oauth2/token", false, true,
     [](Parts& p, const Exchange& x, Instant now) {
       return hotel::create_token(p.door, p.tokens, x, now);
     }},
    {"getTokenInfo", "GET", "/v1/security/oauth2/token/{accessToken}", false, true,
     [](Parts& p, const Exchange& x, Instant now) {
       return hotel::get_token_info(p.door, p.tokens, x, now);
     }},
    {"listHotelsByCity", "GET", "/v1/reference-data/locations/hotels/by-city", false, false,
     [](Parts& p, const Exchange& x, Instant) { return hotel::list_hotels_by_city(p.door, x); }},
    {"listHotelsByGeocode", "GET", "/v1/reference-data/locations/hotels/by-geocode", false, false,
     [](Parts& p, const Exchange& x, Instant) { return hotel::list_hotels_by_geocode(p.door, x); }},
    {"listHotelsById", "GET", "/v1/reference-data/locations/hotels/by-hotels", false, false,
     [](Parts& p, const Exchange& x, Instant) { return hotel::list_hotels_by_id(p.door, x); }},
    {"autocompleteHotelName", "GET", "/v1/reference-data/locations/hotel", false, false,
     [](Parts& p, const Exchange& x, Instant) {
       return hotel::autocomplete_hotel_name(p.door, x);
     }},
    {"searchHotelOffers", "GET", "/v3/shopping/hotel-offers", false, false,
     [](Parts& p, const Exchange& x, Instant now) {
       return p.shopping.search_hotel_offers(x, now);
     }},
    {"getHotelOffer", "GET", "/v3/shopping/hotel-offers/{offerId}", false, false,
     [](Parts& p, const Exchange& x, Instant now) { return p.shopping.get_hotel_offer(x, now); }},
    {"createHotelOrder", "POST", "/v2/booking/hotel-orders", true, false,
     [](Parts& p, const Exchange& x, Instant now) {
       return p.bookings.create_hotel_order(x, now);
     }},
    {"getHotelOrderByReference", "GET", "/v2/booking/hotel-orders/by-reference", false, false,
     [](Parts& p, const Exchange& x, Instant now) {
       return p.bookings.get_hotel_order_by_reference(x, now);
     }},
    {"getHotelOrderByReference", "GET", "/v2/booking/hotel-orders/by-reference/{reference}", false,
     false,
     [](Parts& p, const Exchange& x, Instant now) {
       return p.bookings.get_hotel_order_by_reference(x, now);
     }},
    {"getHotelOrder", "GET", "/v2/booking/hotel-orders/{hotelOrderId}", false, false,
     [](Parts& p, const Exchange& x, Instant now) { return p.bookings.get_hotel_order(x, now); }},
    {"cancelHotelBooking", "POST",
     "/v2/booking/hotel-orders/{hotelOrderId}/hotel-bookings/{hotelBookingId}/cancel", true, false,
     [](Parts& p, const Exchange& x, Instant now) {
       return p.servicing.cancel_hotel_booking(x, now);
     }},
    {"modifyHotelBooking", "PATCH",
     "/v2/booking/hotel-orders/{hotelOrderId}/hotel-bookings/{hotelBookingId}", true, false,
     [](Parts& p, const Exchange& x, Instant now) {
       return p.servicing.modify_hotel_booking(x, now);
     }},
    {"deleteHotelBooking", "DELETE",
     "/v2/booking/hotel-orders/{hotelOrderId}/hotel-bookings/{hotelBookingId}", true, false,
     [](Parts& p, const Exchange& x, Instant now) {
       return p.servicing.delete_hotel_booking(x, now);
     }},
    {"createHotelBookingV1", "POST", "/v1/booking/hotel-bookings", true, false,
     [](Parts& p, const Exchange& x, Instant now) {
       return p.bookings.create_hotel_booking_v1(x, now);
     }},
};

/// The row of the catalogue by which a failure with this status is usually reported.
hotel::Problem usual_problem(int status) {
  switch (status) {
    case 400:
      return {status, 784, "PROVIDER TIME OUT", {}, {}, {}};
    case 401:
      return {status, 38190, "Invalid access token", {}, {}, {}};
    case 403:
      return {status, 38197, "Forbidden", {}, {}, {}};
    case 404:
      return {status, 38196, "Resource not found", {}, {}, {}};
    case 429:
      return {status, 38194, "Too many requests", {}, {}, {}};
    case 500:
      return {status, 141, "SYSTEM ERROR HAS OCCURRED", {}, {}, {}};
    default:
      if (status < 500) return {status, 477, "INVALID FORMAT", {}, {}, {}};
      return {status, 38189, "Internal error", {}, {}, {}};
  }
}

}  // namespace

Hotel::Hotel(std::int64_t starts, HotelSettings settings)
    : operations_(kOperations<Parts>), parts_(std::make_unique<Parts>(starts, settings)) {}

Hotel::~Hotel() = default;

void Hotel::identify(Exchange& x) const { operations_.identify(x); }

std::optional<Response> Hotel::authenticate(Exchange& x, Instant now) {
  bool open = x.route >= 0 && kOperations<Parts>[x.route].open;
  return parts_->door.check(x, open, now);
}

Handled Hotel::handle(Exchange& x, Instant now) {
  if (x.route < 0) return parts_->door.refuse(Stamp(x), usual_problem(404));
  return kOperations<Parts>[x.route].handle(*parts_, x, now);
}

Response Hotel::failure(const Exchange& x, int status) const {
  bool of_tokens = x.operation == "createToken" && (status == 400 || status == 401);
  if (of_tokens) return hotel::token_failure(parts_->door, x, status);
  return parts_->door.refuse(Stamp(x), usual_problem(status));
}

Instant Hotel::next_due() const { return parts_->orders.next_due(); }

std::vector<Push> Hotel::advance(Instant now) {
  parts_->orders.confirm(now);
  return {};
}

std::vector<BookEntry> Hotel::books() const { return parts_->orders.books(); }

}  // namespace mayday
