#pragma once

#include <vector>

#include "mayday/faults/vendor.h"
#include "mayday/ledger/events.h"

namespace mayday {

/// A vendor's entry and whose it is.
struct VendorEntry {
  Member vendor = Member::hesi;
  BookEntry entry;
};

/// Compares what the desk has told its users with what the vendors have, order by order. Rows come in
/// the order of the order numbers.
events::Books compare_books(const std::vector<BookEntry>& desk,
                            const std::vector<VendorEntry>& vendors);

}  // namespace mayday
