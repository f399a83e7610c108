#pragma once

#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

#include "mayday/faults/vendor.h"
#include "order.h"

namespace mayday::hotel {

/// All orders. They are never forgotten: they are the hotel's books.
class OrderBook {
 public:
  /// A new order, with its id and its reference.
  Order& open(std::chrono::sys_days check_in, Instant now);
  /// Adds a room, with its id and the hotel's number, to an order.
  void add(Order& order, Booking booking);
  /// What a booking is called once it has been changed: its hotel's number stays.
  std::string next_id(const Booking& booking);

  /// Null: there is no such order, or no booking is left in it.
  Order* find(const std::string& id);
  Order* find_by_reference(const std::string& reference);

  /// When the next pending room is confirmed.
  Instant next_due() const;
  void confirm(Instant now);

  std::vector<BookEntry> books() const;

 private:
  std::uint64_t rooms_ = 0;
  std::deque<Order> orders_;  // oldest first; references hold
  std::unordered_map<std::string, Order*> by_id_;
  std::unordered_map<std::string, Order*> by_reference_;
  std::deque<Order*> pending_;
};

/// Null: the order has no such booking.
Booking* find_booking(Order& order, const std::string& id);

}  // namespace mayday::hotel
