#pragma once

#include "mayday/faults/exchange.h"

namespace mayday {

/// Appends an exchange to this test's record, one JSON object a line, which `tests/contracts` holds
/// against the vendor's contract afterwards. It is marked `altered`, which no contract binds, when
/// a fault had a say in it: other rules of authentication than the vendor's own.
void record(const Exchange& x, const Response& answer);

}  // namespace mayday
