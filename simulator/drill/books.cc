#include "mayday/drill/books.h"

#include <map>
#include <optional>
#include <string>
#include <utility>

namespace mayday {
namespace {

using Key = std::pair<std::string, std::string>;  // order number, what

struct Sides {
  std::vector<const BookEntry*> desk;
  std::vector<const VendorEntry*> vendor;
};

/// States in which a vendor really holds something for the user.
bool holds(const BookEntry& entry) {
  return entry.state == "approved" || entry.state == "open" || entry.state == "booked" ||
         entry.state == "captured";
}

/// A user was told that it is done.
bool promised(const BookEntry& entry) {
  return entry.state == "approved" || entry.state == "booked" || entry.state == "captured";
}

/// How one desk record and the vendor's one differ; nothing when they agree.
std::optional<std::string> difference(const BookEntry& desk, const BookEntry& vendor) {
  if (desk.amount.minor != vendor.amount.minor && desk.amount.minor != 0 && vendor.amount.minor != 0)
    return "mismatch";
  if (desk.state == vendor.state) return std::nullopt;
  // "unknown": the user was told that nobody knows, and nobody has looked since.
  if (desk.state == "open" || desk.state == "unknown" || vendor.state == "open") return "stuck";
  return "mismatch";
}

std::optional<std::string> judge(const Sides& sides) {
  std::vector<const VendorEntry*> held;
  for (const VendorEntry* entry : sides.vendor)
    if (holds(entry->entry)) held.push_back(entry);
  if (held.size() > 1)
    return held.front()->entry.what == "payment" ? "duplicate-payment" : "duplicate";
  if (sides.desk.empty()) return held.empty() ? std::nullopt : std::optional<std::string>("mismatch");
  const BookEntry& desk = *sides.desk.front();
  if (sides.vendor.empty()) {
    if (promised(desk)) return "lost";
    return desk.state == "open" ? std::optional<std::string>("stuck") : std::nullopt;
  }
  const VendorEntry* counterpart = held.empty() ? sides.vendor.front() : held.front();
  return difference(desk, counterpart->entry);
}

}  // namespace

events::Books compare_books(const std::vector<BookEntry>& desk,
                            const std::vector<VendorEntry>& vendors) {
  std::map<Key, Sides> all;
  for (const BookEntry& entry : desk) all[{entry.key, entry.what}].desk.push_back(&entry);
  for (const VendorEntry& entry : vendors)
    all[{entry.entry.key, entry.entry.what}].vendor.push_back(&entry);
  events::Books books;
  books.operations = static_cast<std::int64_t>(desk.size());
  for (const auto& [key, sides] : all) {
    std::optional<std::string> what = judge(sides);
    if (!what) continue;
    events::BookRow row;
    row.what = *what;
    row.id = key.first;
    row.vendor = sides.vendor.empty() ? "" : to_text(sides.vendor.front()->vendor);
    row.desk_state = sides.desk.empty() ? "" : sides.desk.front()->state;
    row.vendor_state = sides.vendor.empty() ? "" : sides.vendor.front()->entry.state;
    books.rows.push_back(std::move(row));
  }
  return books;
}

}  // namespace mayday
