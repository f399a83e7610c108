#pragma once

#include "mayday/base/plan.h"
#include "tree.h"

namespace mayday::reader {

/// Reads an effect: `close`, `reset`, {delay: 3s}, {hang: 30s, then: close}, {status: 503} with an
/// own `body` or without, {accept-auth: [v3]}.
EffectPlan read_effect(const Node& node);

}  // namespace mayday::reader
