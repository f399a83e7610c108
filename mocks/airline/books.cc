#include "books.h"

#include "wire.h"

namespace mayday::airline {
Order& Books::add(Order order) {
  Order& kept = orders_.emplace_back(std::move(order));
  kept.number = orders_.size();
  kept.id = opaque_id("ord_", kept.number);
  kept.reference = booking_reference(kept.number);
  by_id_[kept.id] = &kept;
  return kept;
}

Order* Books::find(const std::string& id) {
  auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second;
}

Order* Books::find_readable(const std::string& id, Instant now) {
  Order* found = find(id);
  return found != nullptr && found->readable <= now ? found : nullptr;
}

std::vector<BookEntry> Books::entries() const {
  std::vector<BookEntry> entries;
  for (const Order& order : orders_) {
    BookEntry entry;
    entry.what = "flight";
    entry.key = order_number(order.metadata);
    if (entry.key.empty()) entry.key = order.id;
    entry.id = order.id;
    entry.state = order.is_cancelled() ? "cancelled" : "booked";
    entry.amount = Money{total_minor(order), currency_};
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace mayday::airline
