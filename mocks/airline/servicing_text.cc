#include "mayday/base/json_text.h"
#include "mayday/base/money.h"
#include "offer_text.h"
#include "order_text.h"
#include "wire.h"

namespace mayday::airline {
namespace {

constexpr std::uint64_t kMostPassengers = 16;  // above the nine of a search

std::string time_or_null(const Door& door, Instant at) {
  return at == kNever ? "null" : "\"" + door.wall(at) + "\"";
}

/// The refund in credits of the airline: a share for every passenger, the odd cents to the first.
void append_credits(std::string& out, const Order& order, const Quote& quote, const Door& door,
                    std::string_view currency) {
  auto count = static_cast<std::int64_t>(order.passengers.size());
  std::int64_t share = *quote.refund_minor / count;
  std::int64_t rest = *quote.refund_minor % count;
  Instant issued = quote.confirmed == kNever ? quote.created : quote.confirmed;
  for (std::size_t i = 0; i < order.passengers.size(); ++i) {
    std::uint64_t number = quote.number * kMostPassengers + i;
    append(out, i > 0 ? "," : "", R"({"id":")", opaque_id("acd_", number),
           R"(","credit_name":"Duffel Airways Travel Credit","credit_code":)",
           quote.confirmed == kNever ? "null" : "\"" + booking_reference(number) + "\"",
           R"(,"credit_amount":")", decimal(share + (i == 0 ? rest : 0)),
           R"(","credit_currency":")", currency, R"(","issued_on":")",
           civil_date(std::chrono::floor<std::chrono::seconds>(door.since_1970(issued))),
           R"(","passenger_id":")", order.passengers[i].id, R"("})");
  }
}

std::string_view action_taken(ChangeStage stage) {
  if (stage == ChangeStage::accepted) return R"("accepted")";
  return stage == ChangeStage::cancelled ? R"("cancelled")" : "null";
}

}  // namespace

void append_quote(std::string& out, const Order& order, const Quote& quote, const Door& door,
                  std::string_view currency) {
  bool known = quote.refund_minor.has_value();
  append(out, R"({"id":")", quote.id, R"(","live_mode":false,"order_id":")", order.id,
         R"(","created_at":")", door.wall(quote.created), R"(","expires_at":")",
         door.wall(quote.expires()), R"(","confirmed_at":)", time_or_null(door, quote.confirmed),
         R"(,"refund_amount":)", known ? quoted(decimal(*quote.refund_minor)) : "null",
         R"(,"refund_currency":)", known ? quoted(currency) : "null", R"(,"refund_to":")",
         quote.refund_to, R"(","airline_credits":[)");
  if (known && quote.refund_to == "airline_credits")
    append_credits(out, order, quote, door, currency);
  out += "]}";
}

void append_change(std::string& out, const Order& order, const Change& change, const Door& door) {
  bool open = change.stage == ChangeStage::open;
  std::string_view taken = action_taken(change.stage);
  append(out, R"({"id":")", change.id, R"(","order_id":")", order.id, R"(","created_at":")",
         door.wall(change.created), R"(","updated_at":")", door.wall(change.updated),
         R"(","available_actions":)", open ? R"(["accept","cancel"])" : "[]", R"(,"action_taken":)",
         taken, R"(,"action_taken_at":)",
         time_or_null(door, taken == "null" ? kNever : change.updated), R"(,"added":)");
  append_slices(out, order.trip, order.offer, change.after);
  out += R"(,"removed":)";
  append_slices(out, order.trip, order.offer, change.before);
  out += R"(,"travel_agent_ticket":null})";
}

}  // namespace mayday::airline
