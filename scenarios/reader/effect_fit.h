#pragma once

#include "effect_reader.h"

namespace mayday::reader {

/// Throws when an effect makes no sense at the fault's member or operations.
void check_effect(const Node& node, const WrittenEffect& effect, const FaultPlan& fault);

}  // namespace mayday::reader
