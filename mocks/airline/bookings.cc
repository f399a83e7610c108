#include "bookings.h"

#include "extras.h"
#include "offer_text.h"
#include "order_text.h"
#include "wire.h"

namespace mayday::airline {
namespace {

/// By how much the airline moves the flights of the sandbox route on which it always does.
constexpr int kMinutesLater = 95;
/// What a held order gets dearer by when its price is no longer promised, on the sandbox route
/// whose prices rise.
constexpr std::int64_t kRiseMinor = 1000;

/// The answer for an order without one: nothing in it says how it will end.
std::string pending_body(const std::string& offer) {
  return R"({"data":{"offer_id":")" + offer + R"(","live_mode":false}})";
}

}  // namespace

Handled Bookings::create_order(const Exchange& x, Instant now) {
  Stamp stamp(x);
  Review review;
  Attempt attempt{read_order(review.data(x.request.body), review), 0};
  if (!review.passed()) return door_.refuse(stamp, review.first(), now);
  attempt.number = ++attempts_;
  if (auto refusal = objection(attempt, now)) return door_.refuse(stamp, *refusal, now);
  // From here until it is made or refused the order is in doubt: asking again is answered so.
  Search& search = *shop_.find(attempt.input.offer).search;
  search.attempt = attempt.number;
  search.attempted = now;
  Handled handled =
      Handled::writing([this, attempt, stamp](Instant at) { return book(attempt, stamp, at); });
  handled.order = order_number(attempt.input.metadata);
  return handled;
}

std::optional<Refusal> Bookings::objection(Attempt& attempt, Instant now) {
  OrderInput& input = attempt.input;
  auto [search, offer] = shop_.find(input.offer);
  if (offer == nullptr)
    return Refusal{"validation_inclusion", "/selected_offers/0", "there is no such offer"};
  Review review;
  match_passengers(input, search->trip, review);
  if (!review.passed()) return review.first();
  std::string_view code = offer_refusal(*search, attempt.number, now);
  if (search->booked) return Refusal{.code = code, .pointer = "/selected_offers"};
  if (!code.empty()) return Refusal{.code = code};
  if (auto refusal = extras_refusal(input.services, search->trip, *offer, "/services"))
    return refusal;
  return price_objection(input, *search, *offer);
}

std::optional<Refusal> Bookings::price_objection(const OrderInput& input, const Search& search,
                                                 const Offer& offer) const {
  if (input.hold && !can_be_held(search.trip, offer))
    return Refusal{.code = "invalid_order_create_type"};
  if (!input.payment) return std::nullopt;
  if (input.payment->currency != books_.currency())
    return Refusal{"payment_currency_does_not_match_order_currency", "/payments/0/currency"};
  std::int64_t due = offer.total_minor() + extras_minor(input.services);
  std::int64_t paid = input.payment->minor;
  bool was_due = paid < due && paid >= due - offer.raised_minor && (due - paid) % 1000 == 0;
  if (was_due) return Refusal{.code = "price_changed"};
  if (paid != due)
    return Refusal{"payment_amount_does_not_match_order_amount", "/payments/0/amount"};
  if (paid > books_.balance_minor()) return Refusal{.code = "insufficient_balance"};
  // The sandbox airline takes a second booking of one traveller on one flight, so nothing here is a
  // duplicate booking.
  return std::nullopt;
}

Response Bookings::book(Attempt attempt, const Stamp& stamp, Instant now) {
  if (pace_.order_answer > Duration{0} && !objection(attempt, now)) {
    agenda_.plan(now + pace_.order_answer, [this, attempt](Instant at) { book_late(attempt, at); });
    return door_.answer(stamp, 202, pending_body(attempt.input.offer), now);
  }
  if (auto refusal = settle(attempt, now)) return door_.refuse(stamp, *refusal, now);
  Order& order = make(std::move(attempt), now);
  announce(order, now);
  if (order.readable > now) return door_.answer(stamp, 200, pending_body(order.offer.id), now);
  std::string body = R"({"data":)";
  append_order(body, order, door_, books_.currency(), now);
  return door_.answer(stamp, 201, std::move(body) + "}", now);
}

void Bookings::book_late(Attempt attempt, Instant now) {
  const std::string& offer = attempt.input.offer;
  if (settle(attempt, now))
    webhooks_.tell({"order.creation_failed", offer, R"({"offer_id":")" + offer + R"("})",
                    order_number(attempt.input.metadata)},
                   now);
  else
    announce(make(std::move(attempt), now), now);
}

/// Ends the doubt: refused, or about to be made.
std::optional<Refusal> Bookings::settle(Attempt& attempt, Instant now) {
  std::optional<Refusal> refusal = objection(attempt, now);
  Search* search = shop_.find(attempt.input.offer).search;
  if (search != nullptr && search->attempt == attempt.number) search->attempt = 0;
  return refusal;
}

Order& Bookings::make(Attempt attempt, Instant now) {
  OrderInput& input = attempt.input;
  auto [search, offer] = shop_.find(input.offer);
  search->booked = true;
  Order order;
  order.hold = input.hold;
  order.trip = search->trip;
  order.offer = *offer;
  order.bags = static_cast<std::int64_t>(input.services.size());
  order.agreed_minor = total_minor(order);
  order.passengers = std::move(input.passengers);
  order.metadata = std::move(input.metadata);
  order.searched = search->created;
  order.created = order.synced = now;
  order.readable = now + pace_.order_readable;
  if (input.payment) {
    order.stage = step(order.stage, OrderEvent::pay).next;
    order.paid = now;
    order.paid_from = input.payment->type;
    books_.spend(input.payment->minor);
  }
  return books_.add(std::move(order));
}

/// Tells who wants to know of it, and puts down what will come of it.
void Bookings::announce(Order& order, Instant now) {
  if (order.hold) hold(order);
  Order* kept = &order;  // orders stay where they are
  if (oddities(order.trip).changes_later)
    agenda_.plan(now + pace_.schedule_change,
                 [this, kept](Instant at) { changes_.start(*kept, kMinutesLater, at); });
  auto tell = [this, kept](Instant at) {
    webhooks_.tell({"order.created", kept->id, R"({"id":")" + kept->id + R"("})",
                    order_number(kept->metadata)},
                   at);
  };
  if (order.readable > now)
    agenda_.plan(order.readable, tell);
  else
    tell(now);
}

void Bookings::hold(Order& order) {
  Order* kept = &order;
  if (oddities(order.trip).dearer_on_each_read)
    agenda_.plan(order.searched + kPriceStands, [kept](Instant) {
      if (kept->awaits_payment()) kept->offer.raised_minor += kRiseMinor;
    });
  agenda_.plan(order.searched + kHoldLives, [kept](Instant at) {
    Step<OrderStage> next = step(kept->stage, OrderEvent::lapse);
    if (next.next == kept->stage) return;
    kept->stage = next.next;
    kept->cancelled = kept->synced = at;
    close_changes(*kept, at);
  });
}

}  // namespace mayday::airline
