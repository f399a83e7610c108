#pragma once

#include "door.h"
#include "mayday/faults/vendor.h"

namespace mayday::hotel {

/// Static content: which hotels there are.
Handled list_hotels_by_city(const Door& door, const Exchange& x);
Handled list_hotels_by_geocode(const Door& door, const Exchange& x);
Handled list_hotels_by_id(const Door& door, const Exchange& x);

}  // namespace mayday::hotel
