#pragma once

#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

#include "mayday/faults/vendor.h"
#include "order.h"

namespace mayday::airline {

/// The account's orders and what is left to spend. Orders are never forgotten: they are the
/// airline's books.
class Books {
 public:
  Books(std::string currency, std::int64_t balance_minor)
      : currency_(std::move(currency)), balance_minor_(balance_minor) {}

  /// Numbers and names the order and keeps it; the reference holds.
  Order& add(Order order);

  Order* find(const std::string& id);
  /// Null also while the supplier's clients cannot see the order yet.
  Order* find_readable(const std::string& id, Instant now);
  /// Oldest first.
  const std::deque<Order>& orders() const { return orders_; }

  const std::string& currency() const { return currency_; }
  std::int64_t balance_minor() const { return balance_minor_; }
  /// Negative: gives back.
  void spend(std::int64_t minor) { balance_minor_ -= minor; }

  std::vector<BookEntry> entries() const;

 private:
  std::string currency_;
  std::int64_t balance_minor_;
  std::deque<Order> orders_;
  std::unordered_map<std::string, Order*> by_id_;
};

}  // namespace mayday::airline
