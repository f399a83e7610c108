#pragma once

#include "directory.h"
#include "flow.h"
#include "flow_steps.h"
#include "mayday/faults/vendor.h"

namespace mayday::hesi {

/// The approval-event message (审批事件出站消息) of a step. Its fields are those that the fixture's
/// configuration has ticked; a failed delivery is not repeated.
Push approval_event(const Flow& flow, const Notice& notice, const Directory& people);

}  // namespace mayday::hesi
