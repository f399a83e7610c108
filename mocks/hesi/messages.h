#pragma once

#include "directory.h"
#include "flow.h"
#include "flow_steps.h"
#include "object_shelf.h"
#include "outbox.h"

namespace mayday::hesi {

/// The approval-event message (审批事件) of a step, with the fields that the tenant has ticked.
Message approval_message(const Flow& flow, const Notice& notice, const Directory& people);

/// Asks the outside system behind a robot node (EBot).
Message robot_message(const Flow& flow, const Notice& notice);

/// A business object was put in or changed (业务对象数据变更).
Message object_message(const DataObject& object);

/// A loan was repaid by a finished document (核销). The vendor publishes neither fields nor codes.
Message repayment_message(const Flow& payer, const WriteOff& part);

}  // namespace mayday::hesi
