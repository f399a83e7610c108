#pragma once

#include <string>
#include <vector>

#include "mayday/base/time.h"
#include "mayday/ledger/event.h"

namespace mayday {

/// One ticket at a vendor and how its clock ran. kNever: it did not happen.
struct VendorClock {
  std::string ticket;  ///< "T-1".
  std::string to;      ///< Member.
  Instant opened;
  Instant due = kNever;  ///< By when the vendor promises to answer; kNever: it promises nothing.
  Instant answered = kNever;
  Instant asked = kNever;      ///< First time it wanted more evidence.
  Instant escalated = kNever;  ///< First escalation to that vendor after the ticket.
  Instant fixed = kNever;
};

/// Every ticket of the ledger, in its order.
std::vector<VendorClock> vendor_clocks(const std::vector<Event>& events);

}  // namespace mayday
