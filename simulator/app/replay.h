#pragma once

#include <vector>

#include "mayday/ledger/reader.h"
#include "virtual_drill.h"

namespace mayday {

/// The plan of a drill that is over, once more in virtual time, with everybody doing what they do
/// in `acted`, at the times that stand there. InputError when the drill cannot be repeated: a
/// facilitator changed its faults by hand, or a real system was in it.
VirtualDrill replay(const StoredLedger& ledger, const std::vector<Event>& acted);

}  // namespace mayday
