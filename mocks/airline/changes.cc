#include "changes.h"

#include "order_text.h"
#include "wire.h"

namespace mayday::airline {
namespace {

void happen(Change& change, ChangeEvent event, Instant now) {
  ChangeStage next = step(change.stage, event).next;
  if (next != change.stage) change.updated = now;
  change.stage = next;
}

}  // namespace

bool Changes::start(Order& order, int minutes, Instant now) {
  if (order.is_cancelled()) return false;
  Change change;
  change.id = opaque_id("aic_", places_.size() + 1);
  change.before = order.itinerary;
  change.after = order.changes.empty() ? order.itinerary : order.changes.back().after;
  change.after.revision += 1;
  change.after.minutes_later += minutes;
  change.created = change.updated = now;
  for (Change& older : order.changes) happen(older, ChangeEvent::newer_change, now);
  places_.push_back(Place{&order, order.changes.size()});
  by_id_[change.id] = places_.back();
  order.synced = now;
  std::string object = R"({"id":")" + order.id + R"(","aic_id":")" + change.id + R"("})";
  webhooks_.tell(
      {"order.airline_initiated_change_detected", change.id, object, order_number(order.metadata)},
      now);
  order.changes.push_back(std::move(change));
  return true;
}

Handled Changes::list(const Exchange& x, Instant now) {
  std::string_view wanted = x.target.query("order_id");
  std::string body = R"({"data":[)";
  for (const Place& place : places_) {
    if (place.order->readable > now) continue;
    if (x.target.has("order_id") && place.order->id != wanted) continue;
    if (body.back() == '}') body += ',';
    append_change(body, *place.order, place.change(), door_);
  }
  return door_.answer(Stamp(x), 200, std::move(body) + "]}", now);
}

Handled Changes::accept(const Exchange& x, Instant now) {
  Stamp stamp(x);
  std::string id = x.values.at(0);
  if (auto refusal = objection(id)) return door_.refuse(stamp, *refusal, now);
  return Handled::writing([this, id, stamp](Instant at) { return settle(id, stamp, at); });
}

std::optional<Refusal> Changes::objection(const std::string& id) const {
  auto found = by_id_.find(id);
  if (found == by_id_.end()) return Refusal{.code = "not_found"};
  ChangeStage stage = found->second.change().stage;
  std::string_view code = step(stage, ChangeEvent::accept).refusal;
  if (code.empty()) return std::nullopt;
  return Refusal{.code = code};
}

Response Changes::settle(const std::string& id, const Stamp& stamp, Instant now) {
  if (auto refusal = objection(id)) return door_.refuse(stamp, *refusal, now);
  auto [order, index] = by_id_.at(id);
  Change& change = order->changes[index];
  happen(change, ChangeEvent::accept, now);
  order->itinerary = change.after;
  order->synced = now;
  std::string body = R"({"data":)";
  append_change(body, *order, change, door_);
  return door_.answer(stamp, 200, std::move(body) + "}", now);
}

void close_changes(Order& order, Instant now) {
  for (Change& change : order.changes) happen(change, ChangeEvent::cancel_order, now);
}

}  // namespace mayday::airline
