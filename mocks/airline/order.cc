#include "order.h"

#include "mayday/base/time.h"
#include "places.h"
#include "wire.h"

namespace mayday::airline {

std::int64_t total_minor(const Order& order) {
  return order.offer.total_minor() + kBagMinor * order.bags;
}

const Change* open_change(const Order& order) {
  bool open = !order.changes.empty() && order.changes.back().stage == ChangeStage::open;
  return open ? &order.changes.back() : nullptr;
}

bool has_departed(const Order& order, std::chrono::nanoseconds wall) {
  const SliceAsked& first = order.trip.slices.front();
  int local = legs(first, order.offer.variant).front().departs + order.itinerary.minutes_later;
  std::chrono::minutes midnight = parse_date(first.date)->time_since_epoch();
  std::chrono::minutes leaves{local - place(first.origin).utc_minutes};
  // Whole minutes: a date centuries away does not fit nanoseconds.
  return std::chrono::floor<std::chrono::minutes>(wall) >= midnight + leaves;
}

}  // namespace mayday::airline
