#include "order_book.h"

#include <algorithm>

#include "wire.h"

namespace mayday::hotel {
namespace {

constexpr Duration kConfirmsAfter = 30s;

using Orders = std::unordered_map<std::string, Order*>;

bool is_left(const Booking& booking) { return booking.state != RoomState::deleted; }

Order* visible(const Orders& orders, const std::string& name) {
  auto found = orders.find(name);
  if (found == orders.end()) return nullptr;
  const auto& bookings = found->second->bookings;
  return std::any_of(bookings.begin(), bookings.end(), is_left) ? found->second : nullptr;
}

/// The last part is the supplier's own number: it is new with every change.
std::string booking_id(const std::string& confirmation, std::uint64_t number) {
  return base64("1/" + confirmation + "/" + std::to_string(77'010'000 + number));
}

BookEntry book_entry(const Order& order, const Booking& booking) {
  BookEntry entry;
  entry.what = "room";
  entry.key = order.key.empty() ? order.id : order.key;
  entry.id = booking.id;
  bool gone = booking.state == RoomState::cancelled || booking.state == RoomState::deleted;
  entry.state = gone ? "cancelled" : "booked";
  entry.amount =
      Money{booking.offer.total_minor(), std::string(booking.offer.property.city->currency)};
  return entry;
}

}  // namespace

Order& OrderBook::open(std::chrono::sys_days check_in, Instant now) {
  Order& order = orders_.emplace_back();
  order.reference = record_locator(orders_.size());
  order.id = base64(order.reference + "/" + date_text(check_in));
  order.created = now;
  by_id_[order.id] = &order;
  by_reference_[order.reference] = &order;
  return order;
}

void OrderBook::add(Order& order, Booking booking) {
  std::uint64_t number = ++rooms_;
  booking.confirmation = std::to_string(66'010'000 + number);
  booking.id = booking_id(booking.confirmation, number);
  bool first = order.bookings.empty();
  if (first && booking.state == RoomState::pending) pending_.push_back(&order);
  order.bookings.push_back(std::move(booking));
}

std::string OrderBook::next_id(const Booking& booking) {
  return booking_id(booking.confirmation, ++rooms_);
}

Order* OrderBook::find(const std::string& id) { return visible(by_id_, id); }

Order* OrderBook::find_by_reference(const std::string& reference) {
  return visible(by_reference_, reference);
}

Instant OrderBook::next_due() const {
  return pending_.empty() ? kNever : pending_.front()->created + kConfirmsAfter;
}

void OrderBook::confirm(Instant now) {
  while (!pending_.empty() && next_due() <= now) {
    for (Booking& booking : pending_.front()->bookings)
      booking.state = step(booking.state, RoomEvent::hotel_confirms).state;
    pending_.pop_front();
  }
}

std::vector<BookEntry> OrderBook::books() const {
  std::vector<BookEntry> entries;
  for (const Order& order : orders_)
    for (const Booking& booking : order.bookings) entries.push_back(book_entry(order, booking));
  return entries;
}

Booking* find_booking(Order& order, const std::string& id) {
  auto found =
      std::find_if(order.bookings.begin(), order.bookings.end(),
                   [&](const Booking& booking) { return is_left(booking) && booking.id == id; });
  return found == order.bookings.end() ? nullptr : &*found;
}

std::string cancellation_number(const Booking& booking) {
  if (booking.offer.property.oddity == Oddity::gives_no_number) return "NONE";
  return "C" + booking.confirmation;
}

}  // namespace mayday::hotel
