#pragma once

#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

#include "door.h"
#include "mayday/faults/vendor.h"
#include "order.h"
#include "shop.h"

namespace mayday::airline {

/// Orders and their payments. Orders are never forgotten: they are the airline's books.
class Bookings {
 public:
  Bookings(Door& door, Shop& shop, std::int64_t balance)
      : door_(door), shop_(shop), balance_(balance) {}

  Handled create_order(const Exchange& x, Instant now);
  Handled get_order(const Exchange& x, Instant now);
  Handled list_orders(const Exchange& x, Instant now);
  Handled create_payment(const Exchange& x, Instant now);

  /// When the next held order lapses unpaid.
  Instant next_due() const;
  /// Releases held orders whose time to pay is over.
  void release(Instant now);

  std::vector<BookEntry> books() const;

 private:
  struct PaymentRequest {
    std::string order;
    PaymentInput payment;
  };

  std::optional<Refusal> objection(OrderInput& input, std::uint64_t attempt, Instant now);
  std::optional<Refusal> price_objection(const OrderInput& input, const Search& search,
                                         const Offer& offer) const;
  Response book(OrderInput input, std::uint64_t attempt, const Stamp& stamp, Instant now);
  std::optional<Refusal> objection(const PaymentRequest& request, Instant now) const;
  Response pay(const PaymentRequest& request, const Stamp& stamp, Instant now);
  std::vector<const Order*> matching(const Target& target) const;
  std::string text(const Order& order) const;
  Order* find(const std::string& id);
  const Order* find(const std::string& id) const;

  Door& door_;
  Shop& shop_;
  std::int64_t balance_;
  std::uint64_t attempts_ = 0;
  std::uint64_t payments_ = 0;
  std::deque<Order> orders_;  // oldest first; references hold
  std::unordered_map<std::string, Order*> by_id_;
  std::deque<Order*> held_;  // in the order in which they lapse
};

}  // namespace mayday::airline
