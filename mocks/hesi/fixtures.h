#pragma once

#include "tenant.h"

namespace mayday::hesi {

/// Puts in the contract's documents and business objects. Nobody is told of what was before the
/// drill.
void load_fixtures(Tenant& tenant);

inline constexpr Instant kLongAgo{-30 * 24h};

}  // namespace mayday::hesi
