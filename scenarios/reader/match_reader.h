#pragma once

#include "fault_context.h"
#include "fields.h"

namespace mayday::reader {

/// Reads which calls a fault hits, out of `where`: `clients`, `departments`, `staff`, `header`,
/// `body`, `every` and `first`. The fault's id and draw are read.
void read_match(const Fields& where, const FaultContext& context, FaultPlan& fault);

}  // namespace mayday::reader
