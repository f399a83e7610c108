#pragma once

#include "fault_context.h"
#include "fields.h"

namespace mayday::reader {

/// Reads what remedies do to a fault: `until` they end it, `grace` and `relapse` say what they are
/// good for, `worse` what a wrong one makes of it. The fault's vendor, effect and share are read.
void read_remedies(const Fields& fields, const FaultContext& context, FaultPlan& fault);

}  // namespace mayday::reader
