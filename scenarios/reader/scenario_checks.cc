#include "scenario_checks.h"

#include <algorithm>

#include "nearest.h"
#include "operations.h"

namespace mayday::reader {
namespace {

/// Whether the built-in desk calls one of the fault's operations for something that journeys need.
bool can_be_met(const FaultPlan& fault, const Plan& plan) {
  Names names(fault.operations.begin(), fault.operations.end());
  if (names.empty()) names = operation_names(fault.vendor);
  for (std::string_view name : names) {
    const Operation* operation = find_operation(fault.vendor, name);
    if (operation == nullptr) return true;  // a message of the vendor's own
    for (const JourneyPlan& journey : plan.journeys)
      if (std::find(journey.functions.begin(), journey.functions.end(), operation->function) !=
          journey.functions.end())
        return true;
  }
  return false;
}

bool same_time(const FaultPlan& a, const FaultPlan& b) {
  return a.at < b.at + b.at_most && b.at < a.at + a.at_most;
}

bool same_operation(const FaultPlan& a, const FaultPlan& b) {
  if (a.vendor != b.vendor) return false;
  if (a.operations.empty() || b.operations.empty()) return true;
  return std::any_of(a.operations.begin(), a.operations.end(), [&](const std::string& name) {
    return std::find(b.operations.begin(), b.operations.end(), name) != b.operations.end();
  });
}

bool has_fix_without_effect(const FaultPlan& fault, const Plan& plan) {
  for (const VendorPlan& vendor : plan.vendors)
    for (const FixPlan& fix : vendor.fixes)
      if (fix.fault == fault.id && fault.until.fix != to_text(vendor.vendor)) return true;
  return false;
}

std::string warning(const Node& node, const std::string& message) {
  return node.source->complaint(node.place, "warning: " + message);
}

}  // namespace

std::vector<std::string> find_warnings(const Plan& plan, const Node* faults) {
  std::vector<std::string> warnings;
  for (std::size_t i = 0; i < plan.faults.size(); ++i) {
    const FaultPlan& fault = plan.faults[i];
    const Node& node = faults->items[i];
    if (!can_be_met(fault, plan))
      warnings.push_back(
          warning(node, "no journey meets the fault " + quote(fault.id) +
                            "; a fault that never bites makes a drill inconclusive"));
    if (has_fix_without_effect(fault, plan))
      warnings.push_back(warning(node, "a vendor plans a fix for the fault " + quote(fault.id) +
                                           ", but no 'until' of it waits for that"));
    for (std::size_t j = 0; j < i; ++j)
      if (same_time(plan.faults[j], fault) && same_operation(plan.faults[j], fault))
        warnings.push_back(warning(node, "the faults " + quote(plan.faults[j].id) + " and " +
                                             quote(fault.id) +
                                             " can act on one operation at the same time"));
  }
  return warnings;
}

}  // namespace mayday::reader
