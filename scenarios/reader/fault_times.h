#pragma once

#include "fault_context.h"
#include "fields.h"

namespace mayday::reader {

/// Reads when a fault begins, `at` a time or `after` an occasion, and how long it lasts: `for`, and
/// `at_most`.
void read_times(const Fields& fields, const FaultContext& context, FaultPlan& fault);

}  // namespace mayday::reader
