#include "scenario_checks.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "nearest.h"
#include "operations.h"

namespace mayday::reader {
namespace {

/// Functions that some journeys need.
using Needed = std::set<std::string_view>;

Needed functions_of(const Plan& plan, const std::vector<std::string>* kinds = nullptr) {
  Needed needed;
  for (const JourneyPlan& journey : plan.journeys)
    if (kinds == nullptr || std::find(kinds->begin(), kinds->end(), journey.kind) != kinds->end())
      needed.insert(journey.functions.begin(), journey.functions.end());
  return needed;
}

/// Whether a journey may meet an operation, a point inside the desk or a message. What nobody can
/// tell counts as met.
bool can_be_met(Member vendor, std::string_view name, const Needed& needed) {
  if (name == "outboundApprovalEvent") return needed.contains("approval");
  const Operation* operation = find_operation(vendor, name);
  if (operation == nullptr) return true;  // a message of the vendor's own
  if (vendor == Member::desk && operation->function.empty()) return true;
  return needed.contains(operation->function);
}

bool can_be_met(const FaultPlan& fault, const Needed& needed) {
  Names names(fault.operations.begin(), fault.operations.end());
  if (names.empty())
    names =
        fault.stage == Stage::webhook ? message_names(fault.vendor) : operation_names(fault.vendor);
  return std::any_of(names.begin(), names.end(),
                     [&](std::string_view name) { return can_be_met(fault.vendor, name, needed); });
}

/// A fault that a team must find, and that no canary shows.
bool is_unseen(const FaultPlan& fault, const Plan& plan) {
  const std::vector<std::string>& canary = plan.brief.canary;
  return !canary.empty() && !fault.truths.empty() &&
         !can_be_met(fault, functions_of(plan, &canary));
}

/// When a fault is over at the latest, unless it comes back.
Instant end_of(const FaultPlan& fault) { return fault.at + std::min(fault.lasts, fault.at_most); }

/// Of a fault that waits for an occasion nobody can tell.
bool same_time(const FaultPlan& a, const FaultPlan& b) {
  if (a.at == kNever || b.at == kNever) return false;
  return a.at < end_of(b) && b.at < end_of(a);
}

/// Two lists of which an empty one stands for everything.
bool overlap(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() || b.empty()) return true;
  return std::any_of(a.begin(), a.end(), [&](const std::string& name) {
    return std::find(b.begin(), b.end(), name) != b.end();
  });
}

bool same_operation(const FaultPlan& a, const FaultPlan& b) {
  bool same_way = (a.stage == Stage::webhook) == (b.stage == Stage::webhook);
  return a.vendor == b.vendor && same_way && overlap(a.operations, b.operations) &&
         overlap(a.match.clients, b.match.clients) &&
         overlap(a.match.departments, b.match.departments) && overlap(a.match.staff, b.match.staff);
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
    if (!can_be_met(fault, functions_of(plan)))
      warnings.push_back(
          warning(node, "no journey meets the fault " + quote(fault.id) +
                            "; a fault that never bites makes a drill inconclusive"));
    else if (is_unseen(fault, plan))
      warnings.push_back(warning(node, "no journey of the canary meets the fault " +
                                           quote(fault.id) + "; add one that does"));
    if (fault.lasts != kForever && fault.lasts > fault.at_most)
      warnings.push_back(warning(node, "the fault " + quote(fault.id) + " is to last " +
                                           to_text(fault.lasts) + ", but 'at_most' ends it after " +
                                           to_text(fault.at_most)));
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
