#include "fault_facts.h"

#include <algorithm>

#include "operations.h"

namespace mayday::reader {

bool at_door(const FaultPlan& fault) {
  if (fault.effect.as<effects::Door>() == nullptr) return false;
  bool way_out = fault.vendor == Member::desk && fault.operations.size() == 1 &&
                 fault.operations.front() == kEgress;
  return !way_out;
}

bool writes(const FaultPlan& fault) {
  if (fault.operations.empty()) return true;
  return std::any_of(fault.operations.begin(), fault.operations.end(),
                     [&](const std::string& name) {
                       const Operation* operation = find_operation(fault.vendor, name);
                       return operation != nullptr && operation->write;
                     });
}

bool only_approvers_act(const FaultPlan& fault) {
  return !fault.operations.empty() &&
         std::all_of(fault.operations.begin(), fault.operations.end(),
                     [&](const std::string& name) {
                       const Operation* operation = find_operation(fault.vendor, name);
                       return operation != nullptr && operation->actor == Actor::approver;
                     });
}

std::string draw_name(const FaultPlan& fault, const std::string& purpose) {
  return purpose + "/" + (fault.draw.empty() ? fault.id : fault.draw);
}

}  // namespace mayday::reader
