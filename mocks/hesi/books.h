#pragma once

#include <vector>

#include "flow_shelf.h"
#include "mayday/faults/vendor.h"

namespace mayday::hesi {

/// The tenant's documents for reconciliation: those of the drill that have not been deleted.
std::vector<BookEntry> books_of(const FlowShelf& flows);

}  // namespace mayday::hesi
