#pragma once

#include <string>

#include "mayday/base/fault_plan.h"

/// What follows from a fault's vendor, operations and effect.
namespace mayday::reader {

/// It is about the member's door: nobody knows yet which call comes, or whose it is.
bool at_door(const FaultPlan& fault);

/// It may meet a call that changes something.
bool writes(const FaultPlan& fault);

/// Nobody but managers, who approve, makes the calls that it meets.
bool only_approvers_act(const FaultPlan& fault);

/// What its draws are made under; `purpose` keeps different draws apart: "fault", "departments".
std::string draw_name(const FaultPlan& fault, const std::string& purpose);

}  // namespace mayday::reader
