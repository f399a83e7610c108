#pragma once

#include "flow.h"

namespace mayday::hesi {

/// How far a document has come, as sums over documents see it.
enum class Phase : unsigned char { idle, under_way, finished };

/// Deleted documents are idle.
Phase phase_of(const Flow& flow);

}  // namespace mayday::hesi
