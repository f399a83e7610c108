#include "cancellations.h"

#include <algorithm>

#include "changes.h"
#include "order_text.h"
#include "paging.h"
#include "wire.h"

namespace mayday::airline {
namespace {

/// What the fare's conditions give back; nothing when they say nothing. Of an order that nobody has
/// paid it is nothing to give back.
std::optional<std::int64_t> refund_minor(const Order& order) {
  if (!order.is_paid()) return 0;
  RefundTerms terms = refund_terms(order.offer);
  if (!terms.known) return std::nullopt;
  return terms.allowed ? total_minor(order) - terms.penalty_minor : 0;
}

std::string refund_to(const Order& order) {
  if (!order.is_paid()) return "awaiting_payment";
  return oddities(order.trip).refunds_as_credits ? "airline_credits" : order.paid_from;
}

bool is_being_cancelled(const Order& order) {
  return std::any_of(order.quotes.begin(), order.quotes.end(),
                     [](const Quote& quote) { return quote.stage == QuoteStage::confirming; });
}

std::optional<Refusal> refusal_of(std::string_view code) {
  if (code.empty()) return std::nullopt;
  return Refusal{.code = code};
}

}  // namespace

Handled Cancellations::list(const Exchange& x, Instant now) {
  Review review;
  std::vector<Place> rows;
  for (auto place = places_.rbegin(); place != places_.rend(); ++place)
    if (!x.target.has("order_id") || place->order->id == x.target.query("order_id"))
      rows.push_back(*place);
  std::vector<std::string_view> ids;
  for (const Place& row : rows) ids.emplace_back(row.quote().id);
  Page page = read_page(x.target, ids, review);
  if (!review.passed()) return door_.refuse(Stamp(x), review.first(), now);
  std::string body =
      list_body(page, [&](std::string& out, std::size_t i) { out += text(rows[i]); });
  return door_.answer(Stamp(x), 200, std::move(body), now);
}

Handled Cancellations::create(const Exchange& x, Instant now) {
  Stamp stamp(x);
  Review review;
  std::string order = review.text(review.data(x.request.body), "order_id", "");
  if (!review.passed()) return door_.refuse(stamp, review.first(), now);
  if (auto refusal = quote_objection(order, now)) return door_.refuse(stamp, *refusal, now);
  return Handled::writing([this, order, stamp](Instant at) { return quote(order, stamp, at); });
}

std::optional<Refusal> Cancellations::quote_objection(const std::string& order_id, Instant now) {
  const Order* order = books_.find_readable(order_id, now);
  if (order == nullptr) return Refusal{.code = "not_found"};
  if (is_being_cancelled(*order)) return Refusal{.code = "already_cancelled"};
  if (auto refusal = refusal_of(step(order->stage, OrderEvent::cancel).refusal)) return refusal;
  return refusal_of(has_departed(*order, door_.since_1970(now)) ? "order_not_cancellable" : "");
}

Response Cancellations::quote(const std::string& order_id, const Stamp& stamp, Instant now) {
  if (auto refusal = quote_objection(order_id, now)) return door_.refuse(stamp, *refusal, now);
  Order& order = *books_.find(order_id);
  for (Quote& older : order.quotes) older.stage = step(older.stage, QuoteEvent::newer_quote).next;
  Quote& made = order.quotes.emplace_back();
  made.number = places_.size() + 1;
  made.id = opaque_id("ore_", made.number);
  made.refund_minor = refund_minor(order);
  made.refund_to = refund_to(order);
  made.created = now;
  Place place{&order, order.quotes.size() - 1};
  places_.push_back(place);
  by_id_.emplace(made.id, place);
  webhooks_.tell({"order_cancellation.created", made.id, text(place), order_number(order.metadata)},
                 now);
  return door_.answer(stamp, 201, R"({"data":)" + text(place) + "}", now);
}

Handled Cancellations::get(const Exchange& x, Instant now) {
  auto found = by_id_.find(x.values.at(0));
  if (found == by_id_.end()) return door_.refuse(Stamp(x), {.code = "not_found"}, now);
  return door_.answer(Stamp(x), 200, R"({"data":)" + text(found->second) + "}", now);
}

Handled Cancellations::confirm(const Exchange& x, Instant now) {
  Stamp stamp(x);
  std::string id = x.values.at(0);
  if (auto refusal = confirm_objection(id, now)) return door_.refuse(stamp, *refusal, now);
  return Handled::writing([this, id, stamp](Instant at) { return confirm(id, stamp, at); });
}

std::optional<Refusal> Cancellations::confirm_objection(const std::string& id, Instant now) const {
  auto found = by_id_.find(id);
  if (found == by_id_.end()) return Refusal{.code = "not_found"};
  const Order& order = *found->second.order;
  const Quote& quote = found->second.quote();
  if (auto refusal = refusal_of(step(order.stage, OrderEvent::cancel).refusal)) return refusal;
  bool late = now >= quote.expires() || has_departed(order, door_.since_1970(now));
  QuoteEvent event = late ? QuoteEvent::confirm_late : QuoteEvent::confirm;
  return refusal_of(step(quote.stage, event).refusal);
}

Response Cancellations::confirm(const std::string& id, const Stamp& stamp, Instant now) {
  if (auto refusal = confirm_objection(id, now)) return door_.refuse(stamp, *refusal, now);
  Place place = by_id_.at(id);
  place.quote().stage = step(place.quote().stage, QuoteEvent::confirm).next;
  if (takes_ > Duration{0})
    agenda_.plan(now + takes_, [this, place](Instant at) { take_effect(place, at); });
  else
    take_effect(place, now);
  return door_.answer(stamp, 200, R"({"data":)" + text(place) + "}", now);
}

void Cancellations::take_effect(Place place, Instant now) {
  Order& order = *place.order;
  Quote& quote = place.quote();
  quote.stage = step(quote.stage, QuoteEvent::take_effect).next;
  quote.confirmed = now;
  if (step(order.stage, OrderEvent::cancel).refusal.empty()) {
    order.stage = step(order.stage, OrderEvent::cancel).next;
    order.cancelled = now;
    order.synced = now;
    close_changes(order, now);
  }
  if (quote.refund_to == "balance") books_.spend(-quote.refund_minor.value_or(0));
  webhooks_.tell(
      {"order_cancellation.confirmed", quote.id, text(place), order_number(order.metadata)}, now);
}

std::string Cancellations::text(Place place) const {
  std::string out;
  append_quote(out, *place.order, place.quote(), door_, books_.currency());
  return out;
}

}  // namespace mayday::airline
