#pragma once

#include "fault_context.h"
#include "fields.h"

namespace mayday::reader {

/// Reads how much a fault hits: its `share`, how its `strength` goes by time, and its `guard`. The
/// fault's operations and effect are read.
void read_strength(const Fields& fields, const FaultContext& context, FaultPlan& fault);

}  // namespace mayday::reader
