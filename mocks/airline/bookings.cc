#include "bookings.h"

#include <algorithm>

#include "order_text.h"
#include "paging.h"
#include "schedule.h"
#include "wire.h"

namespace mayday::airline {
namespace {

/// How long an order that was asked for and neither made nor refused is in doubt: the supplier
/// tells its clients that creating one can take two minutes.
constexpr Duration kInDoubt = 120s;

bool contains(std::string_view name, std::string_view part) { return name.find(part) != name.npos; }

bool has_passenger(const Order& order, std::string_view part) {
  return std::any_of(order.passengers.begin(), order.passengers.end(), [&](const Passenger& p) {
    return contains(p.given_name, part) || contains(p.family_name, part);
  });
}

bool matches(const Order& order, const Target& target) {
  if (target.has("offer_id") && order.offer.id != target.query("offer_id")) return false;
  if (target.has("booking_reference") && order.reference != target.query("booking_reference"))
    return false;
  if (target.has("passenger_name[]") && !has_passenger(order, target.query("passenger_name[]")))
    return false;
  std::string_view awaiting = target.query("awaiting_payment");
  return awaiting.empty() || order.awaits_payment() == (awaiting == "true");
}

std::string_view order_number(const Order& order) {
  for (const auto& [key, value] : order.metadata)
    if (key == "order_number") return value;
  return order.id;
}

/// What the booked extras are worth; only the one bag is on sale.
std::optional<Refusal> service_objection(const OrderInput& input, const Trip& trip,
                                         const Offer& offer) {
  std::int64_t bags = 0;
  for (const auto& [id, quantity] : input.services) {
    if (id != bag_id(offer) || oddities(trip).no_services)
      return Refusal{.code = "ancillary_service_not_available"};
    bags += quantity;
  }
  if (bags <= 1) return std::nullopt;
  return Refusal{"validation_inclusion", "/services/0/quantity", "quantity is above the maximum"};
}

}  // namespace

Handled Bookings::create_order(const Exchange& x, Instant now) {
  Stamp stamp(x);
  Review review;
  OrderInput input = read_order(review.data(x.request.body), review);
  if (!review.passed()) return door_.refuse(stamp, review.first(), now);
  std::uint64_t attempt = ++attempts_;
  if (auto refusal = objection(input, attempt, now)) return door_.refuse(stamp, *refusal, now);
  // From here until it is made or refused the order is in doubt: asking again is answered so.
  Search& search = *shop_.find(input.offer).search;
  search.attempt = attempt;
  search.attempted = now;
  return Handled::writing(
      [this, input, attempt, stamp](Instant at) { return book(input, attempt, stamp, at); });
}

std::optional<Refusal> Bookings::objection(OrderInput& input, std::uint64_t attempt, Instant now) {
  auto [search, offer] = shop_.find(input.offer);
  if (offer == nullptr)
    return Refusal{"validation_inclusion", "/selected_offers/0", "there is no such offer"};
  Review review;
  match_passengers(input, search->trip, review);
  if (!review.passed()) return review.first();
  if (search->booked)
    return Refusal{.code = "offer_request_already_booked", .pointer = "/selected_offers"};
  bool other = search->attempt != 0 && search->attempt != attempt;
  if (other && now < search->attempted + kInDoubt)
    return Refusal{.code = "order_creation_already_attempted"};
  if (now >= search->created + kOfferLives) return Refusal{.code = "offer_expired"};
  if (oddities(search->trip).sold_out) return Refusal{.code = "offer_no_longer_available"};
  if (auto refusal = service_objection(input, search->trip, *offer)) return refusal;
  return price_objection(input, *search, *offer);
}

std::optional<Refusal> Bookings::price_objection(const OrderInput& input, const Search& search,
                                                 const Offer& offer) const {
  if (input.hold && !can_be_held(search.trip, offer))
    return Refusal{.code = "invalid_order_create_type"};
  if (!input.payment) return std::nullopt;
  if (input.payment->currency != shop_.currency())
    return Refusal{"payment_currency_does_not_match_order_currency", "/payments/0/currency"};
  std::int64_t extras = kBagMinor * static_cast<std::int64_t>(input.services.size());
  std::int64_t due = offer.total_minor() + extras;
  std::int64_t paid = input.payment->minor;
  bool was_due = paid < due && paid >= due - offer.raised_minor && (due - paid) % 1000 == 0;
  if (was_due) return Refusal{.code = "price_changed"};
  if (paid != due)
    return Refusal{"payment_amount_does_not_match_order_amount", "/payments/0/amount"};
  if (paid > balance_) return Refusal{.code = "insufficient_balance"};
  // The sandbox airline takes a second booking of one traveller on one flight, so nothing here is a
  // duplicate booking.
  return std::nullopt;
}

Response Bookings::book(OrderInput input, std::uint64_t attempt, const Stamp& stamp, Instant now) {
  auto refusal = objection(input, attempt, now);
  auto [search, offer] = shop_.find(input.offer);
  if (search != nullptr && search->attempt == attempt) search->attempt = 0;
  if (refusal) return door_.refuse(stamp, *refusal, now);

  search->booked = true;
  Order& order = orders_.emplace_back();
  order.number = orders_.size();
  order.id = opaque_id("ord_", order.number);
  order.reference = booking_reference(order.number);
  order.hold = input.hold;
  order.trip = search->trip;
  order.offer = *offer;
  order.bags = static_cast<std::int64_t>(input.services.size());
  order.passengers = std::move(input.passengers);
  order.metadata = std::move(input.metadata);
  order.searched = search->created;
  order.created = now;
  if (order.hold) {
    // Searches age in order, but they may be booked in another: the deque stays sorted by lapse.
    auto later = std::upper_bound(held_.begin(), held_.end(), order.searched,
                                  [](Instant at, const Order* o) { return at < o->searched; });
    held_.insert(later, &order);
  } else {
    order.paid = now;
    balance_ -= input.payment->minor;
  }
  by_id_[order.id] = &order;
  return door_.answer(stamp, 201, R"({"data":)" + text(order) + "}", now);
}

Handled Bookings::get_order(const Exchange& x, Instant now) {
  release(now);
  const Order* order = find(x.values.at(0));
  if (order == nullptr) return door_.refuse(Stamp(x), {.code = "not_found"}, now);
  return door_.answer(Stamp(x), 200, R"({"data":)" + text(*order) + "}", now);
}

Handled Bookings::list_orders(const Exchange& x, Instant now) {
  release(now);
  Stamp stamp(x);
  Review review;
  std::string_view order = x.target.query("sort");
  std::string_view key = order.starts_with('-') ? order.substr(1) : order;
  if (!order.empty() && key != "created_at" && key != "payment_required_by")
    review.refuse("validation_inclusion", "/sort", "sort is not an allowed value");
  std::vector<const Order*> orders = matching(x.target);
  if (key == "payment_required_by")
    std::stable_sort(orders.begin(), orders.end(),
                     [](const Order* a, const Order* b) { return a->searched < b->searched; });
  if (order.empty() || order.starts_with('-')) std::reverse(orders.begin(), orders.end());
  std::vector<std::string_view> ids;
  for (const Order* o : orders) ids.emplace_back(o->id);
  Page page = read_page(x.target, ids, review);
  if (!review.passed()) return door_.refuse(stamp, review.first(), now);
  std::string body = R"({"data":[)";
  for (std::size_t i = page.from; i < page.to; ++i)
    append(body, i > page.from ? "," : "", text(*orders[i]));
  append(body, R"(],"meta":)", page.meta, "}");
  return door_.answer(stamp, 200, std::move(body), now);
}

Handled Bookings::create_payment(const Exchange& x, Instant now) {
  release(now);
  Stamp stamp(x);
  Review review;
  const json::object& data = review.data(x.request.body);
  PaymentRequest request;
  request.order = review.text(data, "order_id", "");
  const json::value* payment = member(data, "payment");
  if (payment == nullptr)
    review.refuse("validation_required", "/payment", "payment is required");
  else
    request.payment = read_payment(review.object(*payment, "/payment"), "/payment", review);
  if (!review.passed()) return door_.refuse(stamp, review.first(), now);
  if (auto refusal = objection(request, now)) return door_.refuse(stamp, *refusal, now);
  return Handled::writing([this, request, stamp](Instant at) { return pay(request, stamp, at); });
}

std::optional<Refusal> Bookings::objection(const PaymentRequest& request, Instant now) const {
  const Order* order = find(request.order);
  if (order == nullptr) return Refusal{.code = "not_found"};
  if (order->is_paid()) return Refusal{.code = "already_paid"};
  if (now >= order->searched + kHoldLives) return Refusal{.code = "past_payment_required_by_date"};
  if (order->is_cancelled()) return Refusal{.code = "already_cancelled"};
  if (request.payment.currency != shop_.currency())
    return Refusal{"payment_currency_does_not_match_order_currency", "/payment/currency"};
  if (request.payment.minor != total_minor(*order))
    return Refusal{"payment_amount_does_not_match_order_amount", "/payment/amount"};
  if (request.payment.minor > balance_) return Refusal{.code = "insufficient_balance"};
  return std::nullopt;
}

Response Bookings::pay(const PaymentRequest& request, const Stamp& stamp, Instant now) {
  release(now);
  if (auto refusal = objection(request, now)) return door_.refuse(stamp, *refusal, now);
  Order& order = *find(request.order);
  order.paid = now;
  balance_ -= request.payment.minor;
  held_.erase(std::find(held_.begin(), held_.end(), &order));
  std::string body;
  append(body, R"({"data":{"id":")", opaque_id("pay_", ++payments_),
         R"(","live_mode":false,"type":")", request.payment.type,
         R"(","status":"succeeded","amount":")", amount_text(request.payment.minor),
         R"(","currency":")", request.payment.currency, R"(","order_id":")", order.id,
         R"(","created_at":")", door_.wall(now), R"("}})");
  return door_.answer(stamp, 201, std::move(body), now);
}

Instant Bookings::next_due() const {
  return held_.empty() ? kNever : held_.front()->searched + kHoldLives;
}

void Bookings::release(Instant now) {
  while (next_due() <= now && !held_.empty()) {
    held_.front()->cancelled = next_due();
    held_.pop_front();
  }
}

std::vector<BookEntry> Bookings::books() const {
  std::vector<BookEntry> entries;
  for (const Order& order : orders_) {
    BookEntry entry;
    entry.what = "flight";
    entry.key = std::string(order_number(order));
    entry.id = order.id;
    entry.state = order.is_cancelled() ? "cancelled" : "booked";
    entry.amount = Money{total_minor(order), shop_.currency()};
    entries.push_back(std::move(entry));
  }
  return entries;
}

std::vector<const Order*> Bookings::matching(const Target& target) const {
  std::vector<const Order*> orders;
  for (const Order& order : orders_)
    if (matches(order, target)) orders.push_back(&order);
  return orders;
}

std::string Bookings::text(const Order& order) const {
  OrderTimes times;
  times.created = door_.wall(order.created);
  if (order.is_paid()) times.paid = door_.wall(order.paid);
  if (order.is_cancelled()) times.cancelled = door_.wall(order.cancelled);
  if (order.hold) {
    times.pay_by = door_.wall(order.searched + kHoldLives);
    times.guaranteed = door_.wall(order.searched + kPriceStands);
  }
  std::string out;
  append_order(out, order, times, shop_.currency());
  return out;
}

Order* Bookings::find(const std::string& id) {
  auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second;
}

const Order* Bookings::find(const std::string& id) const {
  auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second;
}

}  // namespace mayday::airline
