#include "airline_client.h"

#include <algorithm>
#include <array>
#include <boost/json/serialize.hpp>

#include "answers.h"
#include "company.h"
#include "mayday/world/router.h"

namespace mayday {
namespace {

constexpr std::array<std::string_view, 4> kGoneCodes = {
    "offer_no_longer_available", "offer_expired", "offer_request_already_booked", "price_changed"};

Request airline_request(std::string_view method, std::string target, const json::object* data) {
  json::object body;
  if (data) body["data"] = *data;
  Request request(method, std::move(target), data ? json::serialize(body) : std::string());
  request.headers.add("authorization", "Bearer " + std::string(company::kAirlineToken));
  request.headers.add("duffel-version", "v2");
  request.headers.add("accept", "application/json");
  request.headers.add("content-type", "application/json");
  return request;
}

Sale sale_of(const Answer& answer) {
  if (answer.status == 201) return answer.good() ? Sale::done : Sale::unknown;
  if (answer.status == 200 || answer.status == 202)
    return Sale::unknown;  // the airline tells later
  if (answer.maybe_done) return Sale::unknown;
  std::string_view code = text_in(first_of(member_of(answer.body(), "errors")), "code");
  if (code == "order_creation_already_attempted") return Sale::unknown;
  bool gone = std::find(kGoneCodes.begin(), kGoneCodes.end(), code) != kGoneCodes.end();
  return gone || answer.status == 404 ? Sale::gone : Sale::failed;
}

/// The airline takes Latin letters only, and two travellers must not be called the same.
std::string latin_name(std::string_view code) {
  std::string name = "Staff";
  for (char c : code.substr(0, 15)) {
    if (c >= '0' && c <= '9') name += static_cast<char>('a' + (c - '0'));
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) name += c;
  }
  return name;
}

json::object passenger(const FlightOffer& offer, std::string_view code) {
  json::object person;
  person["id"] = offer.passenger;
  person["title"] = "ms";
  person["gender"] = "f";
  person["given_name"] = latin_name(code);
  person["family_name"] = "Traveller";
  person["born_on"] = "1990-05-04";
  person["email"] = company::kDeskMail;
  person["phone_number"] = company::kDeskPhone;
  return person;
}

json::object balance_payment(const Money& price) {
  json::object payment;
  payment["type"] = "balance";
  payment["amount"] = decimal(price);
  payment["currency"] = price.currency;
  return payment;
}

json::object order_data(const FlightOffer& offer, const std::string& order, std::string_view code) {
  json::object data;
  data["type"] = offer.instant ? "instant" : "hold";
  data["selected_offers"] = json::array{json::string(offer.id)};
  data["passengers"] = json::array{passenger(offer, code)};
  if (offer.instant) data["payments"] = json::array{balance_payment(offer.price)};
  json::object metadata;
  metadata["order_number"] = order;
  data["metadata"] = std::move(metadata);
  return data;
}

}  // namespace

Task<Answer> AirlineClient::search(std::string from, std::string to, std::string date,
                                   Caller caller) {
  json::object slice;
  slice["origin"] = from;
  slice["destination"] = to;
  slice["departure_date"] = date;
  json::object adult;
  adult["type"] = "adult";
  json::object data;
  data["slices"] = json::array{std::move(slice)};
  data["passengers"] = json::array{std::move(adult)};
  data["cabin_class"] = "economy";
  VendorCall call(Operation::create_offer_request,
                  airline_request("POST", "/air/offer_requests?return_offers=true", &data),
                  caller.origin, caller.call_name(Operation::create_offer_request));
  Answer found = co_await calls_.call(std::move(call));
  co_return found;
}

Task<FlightOffer> AirlineClient::offer(std::string id, Caller caller) {
  VendorCall call(Operation::get_offer,
                  airline_request("GET", "/air/offers/" + encode(id), nullptr), caller.origin,
                  caller.call_name(Operation::get_offer));
  Answer read = co_await calls_.call(std::move(call));
  FlightOffer offer;
  offer.id = id;
  if (!read.good()) {
    offer.state = read.status == 404 || read.status == 422 ? Sale::gone : Sale::failed;
    co_return offer;
  }
  const json::value& data = member_of(read.body(), "data");
  const json::value& terms = member_of(data, "payment_requirements");
  const json::value& instant = member_of(terms, "requires_instant_payment");
  offer.passenger = text_in(first_of(member_of(data, "passengers")), "id");
  offer.price.minor = minor_units(std::string(text_in(data, "total_amount")));
  offer.price.currency = text_in(data, "total_currency");
  offer.instant = !instant.is_bool() || instant.get_bool();
  bool sound = !offer.passenger.empty() && offer.price.minor >= 0;
  offer.state = sound ? Sale::done : Sale::failed;
  co_return offer;
}

Task<FlightOrder> AirlineClient::book(FlightOffer offer, std::string order, std::string code,
                                      Caller caller) {
  json::object data = order_data(offer, order, code);
  VendorCall call(Operation::create_order, airline_request("POST", "/air/orders", &data),
                  caller.origin, caller.call_name(Operation::create_order));
  Answer made = co_await calls_.call(std::move(call));
  FlightOrder booked;
  booked.state = sale_of(made);
  booked.id = text_in(member_of(made.body(), "data"), "id");
  if (booked.state == Sale::done && booked.id.empty()) booked.state = Sale::unknown;
  co_return booked;
}

Task<bool> AirlineClient::cancel(std::string flight_order, Caller caller) {
  json::object data;
  data["order_id"] = flight_order;
  VendorCall ask(Operation::create_order_cancellation,
                 airline_request("POST", "/air/order_cancellations", &data), caller.origin,
                 caller.call_name(Operation::create_order_cancellation));
  Answer quoted = co_await calls_.call(std::move(ask));
  std::string quote(text_in(member_of(quoted.body(), "data"), "id"));
  if (!quoted.good() || quote.empty()) co_return false;
  std::string target = "/air/order_cancellations/" + encode(quote) + "/actions/confirm";
  VendorCall confirm(Operation::confirm_order_cancellation,
                     airline_request("POST", std::move(target), nullptr), caller.origin,
                     caller.call_name(Operation::confirm_order_cancellation));
  Answer confirmed = co_await calls_.call(std::move(confirm));
  co_return confirmed.good();
}

Task<FlightOrder> AirlineClient::find(std::string offer, std::string order, Caller caller) {
  VendorCall call(Operation::list_orders,
                  airline_request("GET", "/air/orders?limit=50&offer_id=" + encode(offer), nullptr),
                  caller.origin, caller.call_name(Operation::list_orders));
  Answer listed = co_await calls_.call(std::move(call));
  FlightOrder found;
  found.state = Sale::unknown;
  const json::array* orders = member_of(listed.body(), "data").if_array();
  if (!listed.good() || !orders) co_return found;
  found.state = Sale::failed;
  for (const json::value& row : *orders) {
    if (text_in(member_of(row, "metadata"), "order_number") != order) continue;
    found.state = Sale::done;
    found.id = text_in(row, "id");
  }
  co_return found;
}

}  // namespace mayday
