#include "order_input.h"

#include <algorithm>

#include "mayday/base/money.h"
#include "mayday/base/time.h"
#include "wire.h"

namespace mayday::airline {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Characters of a name that the airline can print, or 0: Latin letters, also with accents (U+00C0
/// to U+024F, two bytes each in UTF-8), space, dash, apostrophe.
std::size_t latin_length(std::string_view name) {
  std::size_t length = 0;
  for (std::size_t i = 0; i < name.size(); ++i, ++length) {
    auto byte = static_cast<unsigned char>(name[i]);
    if (byte >= 0xC3 && byte <= 0xC9 && i + 1 < name.size())
      ++i;
    else if (!is_letter(name[i]) && name[i] != ' ' && name[i] != '-' && name[i] != '\'')
      return 0;
  }
  return length;
}

std::string read_name(const json::object& from, std::string_view name, const std::string& at,
                      Review& review) {
  std::string text = review.text(from, name, at);
  if (text.empty()) return text;
  std::string pointer = at + "/" + std::string(name);
  std::size_t length = latin_length(text);
  if (length == 0)
    review.refuse("validation_format", pointer, std::string(name) + " must be in Latin letters");
  else if (length > 20)
    review.refuse("validation_length", pointer,
                  std::string(name) + " must have at most 20 letters");
  return text;
}

bool is_phone_number(std::string_view text) {
  return text.size() >= 8 && text.size() <= 16 && text[0] == '+' && text[1] != '0' &&
         std::all_of(text.begin() + 1, text.end(), is_digit);
}

bool is_email_address(std::string_view text) {
  std::size_t at = text.find('@');
  return at != 0 && at != text.npos && at + 1 < text.size() &&
         text.find('@', at + 1) == text.npos && text.find(' ') == text.npos;
}

Passenger read_passenger(const json::object& from, const std::string& at, Review& review) {
  Passenger passenger;
  passenger.id = review.text(from, "id", at);
  passenger.title = review.choice(from, "title", at, {"mr", "ms", "mrs", "miss", "dr"});
  passenger.gender = review.choice(from, "gender", at, {"m", "f"});
  passenger.given_name = read_name(from, "given_name", at, review);
  passenger.family_name = read_name(from, "family_name", at, review);
  passenger.born_on = review.text(from, "born_on", at);
  if (!passenger.born_on.empty() && !parse_date(passenger.born_on))
    review.refuse("validation_format", at + "/born_on", "born_on must be a date");
  passenger.email = review.text(from, "email", at);
  if (!passenger.email.empty() && !is_email_address(passenger.email))
    review.refuse("invalid_email_address", at + "/email");
  passenger.phone_number = review.text(from, "phone_number", at);
  if (!passenger.phone_number.empty() && !is_phone_number(passenger.phone_number))
    review.refuse("invalid_phone_number", at + "/phone_number");
  return passenger;
}

void read_payments(const json::object& data, OrderInput& order, Review& review) {
  const json::array& payments = review.list(data, "payments", order.hold ? 0 : 1, 1);
  if (payments.empty()) return;
  if (order.hold)
    review.refuse("payments_not_allowed_for_order_type", "/payments");
  else
    order.payment = read_payment(review.object(payments[0], "/payments/0"), "/payments/0", review);
}

void refuse_namesakes(const std::vector<Passenger>& passengers, Review& review) {
  for (std::size_t i = 0; i < passengers.size(); ++i)
    for (std::size_t k = 0; k < i; ++k)
      if (passengers[i].given_name == passengers[k].given_name &&
          passengers[i].family_name == passengers[k].family_name)
        review.refuse("duplicate_passenger_name",
                      "/passengers/" + std::to_string(i) + "/given_name");
}

std::string type_of(const Traveller& traveller) {
  if (!traveller.type.empty()) return traveller.type;
  if (traveller.age < 2) return "infant_without_seat";
  return traveller.age < 18 ? "child" : "adult";
}

std::string read_offer_id(const json::value& from, Review& review) {
  if (from.is_string()) return std::string(from.get_string());
  review.refuse("validation_type", "/selected_offers/0", "an offer id is expected here");
  return {};
}

}  // namespace

Services read_services(const json::object& data, std::string_view name, Review& review) {
  Services services;
  std::size_t i = 0;
  for (const json::value& entry : review.list(data, name, 0, 50)) {
    std::string at = "/" + std::string(name) + "/" + std::to_string(i++);
    const json::object& service = review.object(entry, at);
    std::string id = review.text(service, "id", at);
    const json::value* quantity = member(service, "quantity");
    bool counted = quantity != nullptr && quantity->is_int64() && quantity->get_int64() >= 1;
    if (!counted)
      review.refuse(quantity == nullptr ? "validation_required" : "validation_inclusion",
                    at + "/quantity", "quantity must be at least 1");
    else
      services.emplace_back(std::move(id), quantity->get_int64());
  }
  return services;
}

PaymentInput read_payment(const json::object& from, const std::string& at, Review& review) {
  PaymentInput payment;
  payment.type = review.choice(from, "type", at, {"balance", "arc_bsp_cash", "card"});
  std::string amount = review.text(from, "amount", at);
  payment.minor = minor_units(amount);
  bool exact = amount.size() > 3 && amount[amount.size() - 3] == '.';
  if (!amount.empty() && (payment.minor < 0 || !exact))
    review.refuse("validation_format", at + "/amount", "amount must have two decimals");
  payment.currency = review.text(from, "currency", at);
  if (payment.type == "card") review.refuse("unavailable_feature", {});
  return payment;
}

OrderInput read_order(const json::object& data, Review& review) {
  OrderInput order;
  if (member(data, "type") != nullptr) {
    std::string type = review.choice(data, "type", "", {"instant", "hold", "pay_later"});
    order.hold = type == "hold" || type == "pay_later";
  }
  const json::array& offers = review.list(data, "selected_offers", 1, 1);
  if (!offers.empty()) order.offer = read_offer_id(offers[0], review);
  read_payments(data, order, review);
  order.services = read_services(data, "services", review);
  std::size_t i = 0;
  for (const json::value& entry : review.list(data, "passengers", 1, 9)) {
    std::string at = "/passengers/" + std::to_string(i++);
    order.passengers.push_back(read_passenger(review.object(entry, at), at, review));
  }
  refuse_namesakes(order.passengers, review);
  if (const json::value* metadata = member(data, "metadata"))
    order.metadata = read_metadata(*metadata, "/metadata", review);
  return order;
}

void match_passengers(OrderInput& order, const Trip& trip, Review& review) {
  if (order.passengers.size() != trip.travellers.size())
    review.refuse("validation_length", "/passengers", "give exactly the passengers of the offer");
  std::vector<std::string> seen;
  for (std::size_t i = 0; i < order.passengers.size(); ++i) {
    Passenger& passenger = order.passengers[i];
    auto found = std::find_if(trip.travellers.begin(), trip.travellers.end(),
                              [&](const Traveller& t) { return t.id == passenger.id; });
    if (found == trip.travellers.end() ||
        std::find(seen.begin(), seen.end(), passenger.id) != seen.end())
      review.refuse("validation_inclusion", "/passengers/" + std::to_string(i) + "/id",
                    "id is not one of the offer's passengers");
    else
      passenger.type = type_of(*found);
    seen.push_back(passenger.id);
  }
}

}  // namespace mayday::airline
