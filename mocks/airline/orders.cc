#include "orders.h"

#include <algorithm>

#include "order_text.h"
#include "paging.h"
#include "query.h"

namespace mayday::airline {
namespace {

/// Has a passenger with a name that holds one of the parts; any will do when none is asked for.
bool has_passenger(const Order& order, const std::vector<std::string>& parts) {
  auto named = [&](const std::string& part) {
    return std::any_of(order.passengers.begin(), order.passengers.end(), [&](const Passenger& p) {
      return p.given_name.find(part) != std::string::npos ||
             p.family_name.find(part) != std::string::npos;
    });
  };
  return parts.empty() || std::any_of(parts.begin(), parts.end(), named);
}

void sort_orders(std::vector<const Order*>& orders, std::string_view order) {
  if (order.ends_with("payment_required_by"))
    std::stable_sort(orders.begin(), orders.end(),
                     [](const Order* a, const Order* b) { return a->searched < b->searched; });
  if (order.empty() || order.starts_with('-')) std::reverse(orders.begin(), orders.end());
}

}  // namespace

Handled Orders::list(const Exchange& x, Instant now) {
  Review review;
  std::string_view order = x.target.query("sort");
  std::string_view key = order.starts_with('-') ? order.substr(1) : order;
  if (!order.empty() && key != "created_at" && key != "payment_required_by")
    review.refuse("validation_inclusion", "/sort", "sort is not an allowed value");
  std::vector<const Order*> orders = matching(x, review, now);
  sort_orders(orders, order);
  std::vector<std::string_view> ids;
  for (const Order* o : orders) ids.emplace_back(o->id);
  Page page = read_page(x.target, ids, review);
  if (!review.passed()) return door_.refuse(Stamp(x), review.first(), now);
  std::string body = list_body(page, [&](std::string& out, std::size_t i) {
    append_order(out, *orders[i], door_, books_.currency(), now);
  });
  return door_.answer(Stamp(x), 200, std::move(body), now);
}

std::vector<const Order*> Orders::matching(const Exchange& x, Review& review, Instant now) const {
  std::string_view offer = x.target.query("offer_id");
  std::string_view reference = x.target.query("booking_reference");
  std::vector<std::string> names = values_of(x.request.target, "passenger_name[]");
  std::optional<bool> awaiting = read_flag(x.target, "awaiting_payment", review);
  std::vector<const Order*> orders;
  for (const Order& order : books_.orders()) {
    if (order.readable > now) continue;
    if (x.target.has("offer_id") && order.offer.id != offer) continue;
    if (x.target.has("booking_reference") && order.reference != reference) continue;
    if (awaiting && order.awaits_payment() != *awaiting) continue;
    if (has_passenger(order, names)) orders.push_back(&order);
  }
  return orders;
}

Handled Orders::get(const Exchange& x, Instant now) { return show(x.values.at(0), Stamp(x), now); }

Response Orders::show(const std::string& id, const Stamp& stamp, Instant now) {
  const Order* order = books_.find_readable(id, now);
  if (order == nullptr) return door_.refuse(stamp, {.code = "not_found"}, now);
  std::string body = R"({"data":)";
  append_order(body, *order, door_, books_.currency(), now);
  return door_.answer(stamp, 200, std::move(body) + "}", now);
}

Handled Orders::update(const Exchange& x, Instant now) {
  Stamp stamp(x);
  std::string id = x.values.at(0);
  if (books_.find_readable(id, now) == nullptr)
    return door_.refuse(stamp, {.code = "not_found"}, now);
  Review review;
  Metadata metadata = read_update(review.data(x.request.body), review);
  if (!review.passed()) return door_.refuse(stamp, review.first(), now);
  return Handled::writing([this, id, metadata, stamp](Instant at) {
    books_.find(id)->metadata = metadata;
    return show(id, stamp, at);
  });
}

}  // namespace mayday::airline
