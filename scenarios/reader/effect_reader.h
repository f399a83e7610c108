#pragma once

#include <span>
#include <string_view>

#include "fields.h"
#include "mayday/base/fault_plan.h"

namespace mayday::reader {

/// An effect as a scenario has it: `lose-answer` is written so, and is a close.
struct WrittenEffect {
  std::string_view name;
  EffectPlan effect;
  std::span<const Stage> stages;  ///< Where it makes sense.
};

/// Reads an effect: a word such as `close`, or a map such as {hang: 30s, then: close}, whose first
/// key names it.
WrittenEffect read_effect(const Node& node);

/// Reads the stage of a fault with this effect; without one, the only stage that makes sense, or
/// `respond-head`.
Stage read_stage(const Fields& fault, const WrittenEffect& effect);

/// Whether it may act before, at or after a write, so that a fault on writes must say which.
bool can_surround_a_write(const WrittenEffect& effect);

}  // namespace mayday::reader
