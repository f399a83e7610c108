#pragma once

#include "flow.h"
#include "object_shelf.h"

namespace mayday::hesi {

/// Puts the trips that a requisition plans (u_行程规划) among the trip objects: they appear once it
/// is approved. After a change the same trips are brought up to date.
void put_trips(ObjectShelf& objects, const Flow& requisition, Instant at);

}  // namespace mayday::hesi
