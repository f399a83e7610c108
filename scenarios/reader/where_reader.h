#pragma once

#include "fault_context.h"
#include "tree.h"

namespace mayday::reader {

/// Reads `where`: the member, its operations, and which of their calls. The fault's id, draw,
/// effect and stage are read.
void read_where(const Node& node, const FaultContext& context, FaultPlan& fault);

}  // namespace mayday::reader
