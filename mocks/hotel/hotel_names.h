#pragma once

#include "door.h"
#include "mayday/faults/vendor.h"

namespace mayday::hotel {

/// Names of hotels for somebody who is typing one.
Handled autocomplete_hotel_name(const Door& door, const Exchange& x);

}  // namespace mayday::hotel
