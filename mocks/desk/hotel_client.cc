#include "hotel_client.h"

#include <algorithm>
#include <array>
#include <boost/json/serialize.hpp>

#include "answers.h"
#include "company.h"
#include "mayday/world/router.h"

namespace mayday {
namespace {

constexpr std::size_t kHotelsAsked = 5;
constexpr std::array<std::int64_t, 6> kGoneCodes = {3664, 38420, 36801, 37200, 41344, 3289};
constexpr std::array<std::int64_t, 4> kUnknownCodes = {25860, 39283, 21934, 38660};

template <std::size_t N>
bool among(const std::array<std::int64_t, N>& codes, std::int64_t code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

std::int64_t error_code(const Answer& answer) {
  const json::value& code = member_of(first_of(member_of(answer.body(), "errors")), "code");
  return code.is_int64() ? code.get_int64() : 0;
}

Sale sale_of(const Answer& answer) {
  if (answer.status == 201) return answer.good() ? Sale::done : Sale::unknown;
  std::int64_t code = error_code(answer);
  if (among(kUnknownCodes, code)) return Sale::unknown;
  if (among(kGoneCodes, code)) return Sale::gone;
  if (code == 11 || code == 141) return Sale::failed;  // the supplier says that nothing was sold
  return answer.maybe_done || answer.status == 200 ? Sale::unknown : Sale::failed;
}

std::string hotel_ids(const json::value& list) {
  std::string ids;
  const json::array* hotels = list.if_array();
  if (!hotels) return ids;
  for (std::size_t i = 0; i < hotels->size() && i < kHotelsAsked; ++i)
    ids += (ids.empty() ? "" : ",") + std::string(text_in((*hotels)[i], "hotelId"));
  return ids;
}

json::object guest(const std::string& traveller) {
  json::object person;
  person["tid"] = 1;
  person["title"] = "MS";
  person["firstName"] = traveller;
  person["lastName"] = "TRAVELLER";
  person["phone"] = company::kDeskPhone;
  person["email"] = company::kDeskMail;
  return person;
}

json::object card_payment() {
  json::object info;
  info["vendorCode"] = company::kCardVendor;
  info["cardNumber"] = company::kCardNumber;
  info["expiryDate"] = company::kCardExpiry;
  info["holderName"] = company::kCardHolder;
  json::object card;
  card["paymentCardInfo"] = std::move(info);
  json::object payment;
  payment["method"] = "CREDIT_CARD";
  payment["paymentCard"] = std::move(card);
  return payment;
}

std::string order_body(const RoomOffer& offer, const std::string& order,
                       const std::string& traveller) {
  json::object reference;
  reference["guestReference"] = "1";
  json::object room;
  room["guestReferences"] = json::array{std::move(reference)};
  room["hotelOfferId"] = offer.id;
  room["specialRequest"] = "order " + order;
  json::object contact;
  contact["email"] = company::kDeskMail;
  json::object agent;
  agent["contact"] = std::move(contact);
  json::object data;
  data["type"] = "hotel-order";
  data["guests"] = json::array{guest(traveller)};
  data["travelAgent"] = std::move(agent);
  data["roomAssociations"] = json::array{std::move(room)};
  data["payment"] = card_payment();
  json::object body;
  body["data"] = std::move(data);
  return json::serialize(body);
}

}  // namespace

class HotelClient::HotelCall {
 public:
  HotelCall(Operation what, std::string_view method, std::string target, std::string body = {})
      : operation(what), request(method, std::move(target), std::move(body)) {
    request.headers.add("accept", "application/json, application/vnd.amadeus+json");
    request.headers.add("content-type", "application/vnd.amadeus+json");
  }

  Operation operation;
  Request request;
};

Task<Answer> HotelClient::search(Stay stay, Caller caller) {
  auto known = hotels_.find(stay.city);
  if (known == hotels_.end()) {
    HotelCall list(Operation::list_hotels_by_city, "GET",
                   "/v1/reference-data/locations/hotels/by-city?cityCode=" + encode(stay.city));
    Answer listed = co_await call(std::move(list), caller);
    std::string ids = hotel_ids(member_of(listed.body(), "data"));
    if (!listed.good() || ids.empty()) co_return listed;
    known = hotels_.insert_or_assign(stay.city, std::move(ids)).first;
  }
  HotelCall ask(Operation::search_hotel_offers, "GET",
                "/v3/shopping/hotel-offers?hotelIds=" + encode(known->second) +
                    "&adults=1&checkInDate=" + encode(stay.check_in) +
                    "&checkOutDate=" + encode(stay.check_out));
  Answer found = co_await call(std::move(ask), caller);
  co_return found;
}

Task<RoomOffer> HotelClient::offer(std::string id, Caller caller) {
  HotelCall ask(Operation::get_hotel_offer, "GET", "/v3/shopping/hotel-offers/" + encode(id));
  Answer read = co_await call(std::move(ask), caller);
  RoomOffer offer;
  offer.id = id;
  if (!read.good()) {
    bool gone = read.status == 404 || among(kGoneCodes, error_code(read));
    offer.state = gone ? Sale::gone : Sale::failed;
    co_return offer;
  }
  const json::value& price =
      member_of(first_of(member_of(member_of(read.body(), "data"), "offers")), "price");
  offer.price.minor = minor_units(std::string(text_in(price, "total")));
  offer.price.currency = text_in(price, "currency");
  offer.state = offer.price.minor >= 0 ? Sale::done : Sale::failed;
  co_return offer;
}

Task<RoomOrder> HotelClient::book(RoomOffer offer, std::string order, std::string traveller,
                                  Caller caller) {
  HotelCall ask(Operation::create_hotel_order, "POST", "/v2/booking/hotel-orders",
                order_body(offer, order, traveller));
  ask.request.headers.add("ama-client-ref", order);
  Answer made = co_await call(std::move(ask), caller);
  RoomOrder booked;
  booked.state = sale_of(made);
  const json::value& data = member_of(made.body(), "data");
  booked.id = text_in(data, "id");
  std::string_view status = text_in(first_of(member_of(data, "hotelBookings")), "bookingStatus");
  if (booked.state == Sale::done && status == "DENIED") booked.state = Sale::gone;
  if (booked.state == Sale::done && booked.id.empty()) booked.state = Sale::unknown;
  co_return booked;
}

Task<RoomOrder> HotelClient::find(std::string id, Caller caller) {
  HotelCall ask(Operation::get_hotel_order, "GET", "/v2/booking/hotel-orders/" + encode(id));
  Answer read = co_await call(std::move(ask), caller);
  RoomOrder found;
  found.id = std::move(id);
  found.state = read.status == 404 ? Sale::failed : Sale::unknown;
  if (!read.good()) co_return found;
  const json::value& room = first_of(member_of(member_of(read.body(), "data"), "hotelBookings"));
  found.state = text_in(room, "bookingStatus") == "CANCELLED" ? Sale::failed : Sale::done;
  co_return found;
}

Task<Answer> HotelClient::call(HotelCall call, Caller caller) {
  int attempts = 0;
  for (int round = 1;; ++round) {
    std::string token = settings_.plan.token_cache && usable(cache_, wall_ms()) ? cache_.token : "";
    if (token.empty()) {
      Answer issued = co_await new_token(caller, attempts);
      token = text_in(issued.body(), "access_token");
      if (!issued.good() || token.empty()) co_return issued;
    }
    VendorCall made(call.operation, call.request, caller.origin, caller.call_name(call.operation));
    made.request.headers.set("authorization", "Bearer " + token);
    made.attempts_before = attempts;
    Answer answer = co_await calls_.call(std::move(made));
    attempts = answer.attempts;
    if (answer.status != 401 || round == 2) co_return answer;
    cache_ = step(std::move(cache_), TokenEvent(TokenEvent::Kind::refused, token));
  }
}

Task<Answer> HotelClient::new_token(Caller caller, int attempts_before) {
  std::string form = "grant_type=client_credentials&client_id=" + encode(company::kHotelClient) +
                     "&client_secret=" + encode(company::kHotelSecret);
  Request request("POST", "/v1/security/oauth2/token", std::move(form));
  request.headers.add("content-type", "application/x-www-form-urlencoded");
  VendorCall ask(Operation::create_token, std::move(request), caller.origin,
                 caller.call_name(Operation::create_token));
  ask.attempts_before = attempts_before;
  Answer issued = co_await calls_.call(std::move(ask));
  issued.maybe_done = false;  // nothing was done with the token
  const json::value& lasts = member_of(issued.body(), "expires_in");
  std::string token(text_in(issued.body(), "access_token"));
  if (issued.good() && lasts.is_int64())
    cache_ = step(std::move(cache_), TokenEvent(TokenEvent::Kind::granted, std::move(token),
                                                wall_ms() + lasts.get_int64() * 1000));
  co_return issued;
}

void HotelClient::forget_token() {
  cache_ = step(std::move(cache_), TokenEvent(TokenEvent::Kind::cleared));
}

std::int64_t HotelClient::wall_ms() const {
  return starts_ * 1000 +
         std::chrono::duration_cast<std::chrono::milliseconds>(world_.now().since_start).count();
}

}  // namespace mayday
