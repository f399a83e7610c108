#include "order_text.h"

#include "carriers.h"
#include "mayday/base/json_text.h"
#include "mayday/base/money.h"
#include "offer_text.h"
#include "schedule.h"
#include "wire.h"

namespace mayday::airline {
namespace {

std::string or_null(const Door& door, Instant at) {
  return at == kNever ? "null" : "\"" + door.wall(at) + "\"";
}

/// 13 digits; the first three name the airline.
std::string ticket_number(const Order& order, std::size_t passenger) {
  std::uint64_t number = (order.number * 16 + passenger) * 7'654'321 % 10'000'000'000;
  return "125" + std::to_string(10'000'000'000 + number).substr(1);
}

void append_documents(std::string& out, const Order& order) {
  out += '[';
  for (std::size_t i = 0; order.is_paid() && i < order.passengers.size(); ++i) {
    if (i > 0) out += ',';
    append(out, R"({"type":"electronic_ticket","unique_identifier":")", ticket_number(order, i),
           R"(","passenger_ids":[")", order.passengers[i].id, R"("]})");
  }
  out += ']';
}

void append_passengers(std::string& out, const Order& order) {
  out += '[';
  for (const Passenger& p : order.passengers) {
    if (out.back() != '[') out += ',';
    append(out, R"({"id":")", p.id, R"(","type":")", p.type, R"(","title":")", p.title,
           R"(","gender":")", p.gender, R"(","given_name":)", quoted(p.given_name),
           R"(,"family_name":)", quoted(p.family_name), R"(,"born_on":")", p.born_on,
           R"(","email":)", quoted(p.email), R"(,"phone_number":)", quoted(p.phone_number),
           R"(,"infant_passenger_id":null,"loyalty_programme_accounts":[]})");
  }
  out += ']';
}

void append_services(std::string& out, const Order& order, std::string_view currency) {
  out += '[';
  if (order.bags > 0)
    append(out, R"({"id":")", bag_id(order.offer), R"(","type":"baggage","quantity":)",
           std::to_string(order.bags), R"(,"passenger_ids":[")", order.trip.travellers.front().id,
           R"("],"segment_ids":[],"total_amount":")", decimal(kBagMinor * order.bags),
           R"(","total_currency":")", currency, R"(","metadata":{"type":"checked"}})");
  out += ']';
}

void append_metadata(std::string& out, const Order& order) {
  if (order.metadata.empty()) {
    out += "null";
    return;
  }
  out += '{';
  for (const auto& [key, value] : order.metadata) {
    if (out.back() != '{') out += ',';
    append(out, quoted(key), ":", quoted(value));
  }
  out += '}';
}

void append_payment_status(std::string& out, const Order& order, const Door& door) {
  Instant pay_by = order.hold ? order.searched + kHoldLives : kNever;
  Instant guaranteed = order.hold ? order.searched + kPriceStands : kNever;
  append(out, R"({"awaiting_payment":)", order.awaits_payment() ? "true" : "false",
         R"(,"payment_required_by":)", or_null(door, pay_by), R"(,"price_guarantee_expires_at":)",
         or_null(door, guaranteed), R"(,"paid_at":)", or_null(door, order.paid), "}");
}

std::string_view actions(const Order& order, const Door& door, Instant now) {
  if (order.is_cancelled()) return "[]";
  bool departed = has_departed(order, door.since_1970(now));
  return departed ? R"(["update"])" : R"(["cancel","change","update"])";
}

/// The cancellation that took effect, or null.
void append_cancellation(std::string& out, const Order& order, const Door& door,
                         std::string_view currency) {
  for (const Quote& quote : order.quotes)
    if (quote.stage == QuoteStage::confirmed)
      return append_quote(out, order, quote, door, currency);
  out += "null";
}

}  // namespace

void append_order(std::string& out, const Order& order, const Door& door, std::string_view currency,
                  Instant now) {
  append(out, R"({"id":")", order.id, R"(","live_mode":false,"type":")",
         order.hold ? "hold" : "instant", R"(","content":"managed","offer_id":")", order.offer.id,
         R"(","booking_reference":")", order.reference, R"(","created_at":")",
         door.wall(order.created), R"(","synced_at":")", door.wall(order.synced),
         R"(","void_window_ends_at":null,"cancelled_at":)", or_null(door, order.cancelled),
         R"(,"owner":)", carrier_text(seller(order.trip, order.offer)), ",");
  append_price(out, total_minor(order) - order.offer.tax_minor, order.offer.tax_minor, currency);
  out += R"(,"conditions":)";
  append_conditions(out, order.offer, currency);
  append(out, R"(,"available_actions":)", actions(order, door, now), R"(,"payment_status":)");
  append_payment_status(out, order, door);
  out += R"(,"documents":)";
  append_documents(out, order);
  out += R"(,"passengers":)";
  append_passengers(out, order);
  out += R"(,"services":)";
  append_services(out, order, currency);
  out += R"(,"slices":)";
  append_slices(out, order.trip, order.offer, order.itinerary);
  out += R"(,"metadata":)";
  append_metadata(out, order);
  out += R"(,"cancellation":)";
  append_cancellation(out, order, door, currency);
  out += R"(,"airline_initiated_changes":[)";
  for (const Change& change : order.changes) {
    if (out.back() == '}') out += ',';
    append_change(out, order, change, door);
  }
  out += R"(],"changes":[],"users":[]})";
}

}  // namespace mayday::airline
