#pragma once

#include "door.h"
#include "mayday/faults/vendor.h"
#include "tokens.h"

namespace mayday::hotel {

/// The token service. It has its own content type and, for failures, its own flat form.
Handled create_token(const Door& door, Tokens& tokens, const Exchange& x, Instant now);
Handled get_token_info(const Door& door, const Tokens& tokens, const Exchange& x, Instant now);

}  // namespace mayday::hotel
