#pragma once

#include "door.h"
#include "mayday/faults/vendor.h"
#include "tokens.h"

namespace mayday::hotel {

/// The token service. It has its own content type and, for failures, its own flat form.
Handled create_token(const Door& door, Tokens& tokens, const Exchange& x, Instant now);
Handled get_token_info(const Door& door, const Tokens& tokens, const Exchange& x, Instant now);

/// The service's own form of a failure with status 400 or 401.
Response token_failure(const Door& door, const Exchange& x, int status);

}  // namespace mayday::hotel
