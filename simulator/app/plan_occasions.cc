#include "plan_occasions.h"

#include <fmt/format.h>

#include "fault_words.h"
#include "plan_timeline.h"

namespace mayday {
namespace {

std::string later(Duration by) { return by == Duration{0} ? "" : "+" + to_text(by); }

std::string times(std::int64_t count) {
  return count == 1 ? "once" : fmt::format("at most {} times", count);
}

void tell_beginning(const FaultPlan& fault, TextTable& rows) {
  std::string text = fmt::format("{} begins at {}; {}", fault.id, act_of(fault), whom(fault));
  std::string strength = strength_of(fault.strength);
  if (!strength.empty()) text += "; it " + strength;
  text += fault.lasts < fault.at_most
              ? "; it lasts " + to_text(fault.lasts)
              : "; it ends after " + to_text(fault.at_most) + " at the latest";
  rows.push_back({occasion_words(fault.after), later(fault.later), text});
}

/// What ends it. A vendor's fix stands with the vendor.
void tell_ends(const FaultPlan& fault, TextTable& rows) {
  std::string ends = fault.id + " ends";
  const UntilPlan& until = fault.until;
  if (!until.setting.empty()) rows.push_back({becomes(until.setting, until.values), "", ends});
  if (!until.action.empty()) rows.push_back({"desk action " + until.action, "", ends});
  if (until.passes > 0)
    rows.push_back({fmt::format("{} calls in a row pass {}", until.passes, fault.id), "", ends});
  if (fault.most_calls > 0)
    rows.push_back({fmt::format("{} has hit {} calls", fault.id, fault.most_calls), "", ends});
}

void tell_remedies(const FaultPlan& fault, TextTable& rows) {
  const GracePlan& grace = fault.grace;
  if (!grace.on.empty())
    rows.push_back({"desk action " + grace.on, "",
                    fmt::format("{} spares {} people for {}", fault.id, grace.spared.size(),
                                to_text(grace.lasts))});
  if (fault.worse.per_mille > 0)
    rows.push_back({occasion_words(fault.worse.on), "",
                    fault.id + " grows to " + share_words(fault.worse.per_mille)});
  const RelapsePlan& relapse = fault.relapse;
  if (relapse.after == Duration{0}) return;
  std::string text = fault.id + " comes back, " + times(relapse.times);
  if (!relapse.setting.empty())
    text += ", unless " + relapse.setting + " is " + listed(relapse.values, "or");
  rows.push_back({fault.id + " has been ended", later(relapse.after), text});
}

bool waits_for_fix(const Plan& plan, const FixPlan& fix, std::string_view vendor) {
  for (const FaultPlan& fault : plan.faults)
    if (fault.id == fix.fault) return fault.until.fix == vendor;
  return false;
}

void tell_vendor(const VendorPlan& vendor, const Plan& plan, TextTable& rows) {
  std::string name(to_text(vendor.vendor));
  rows.push_back({"a ticket to " + name, later(vendor.acknowledges), name + " acknowledges it"});
  for (const FixPlan& fix : vendor.fixes) {
    std::string needs = fix.needs.empty() ? "a ticket" : listed(fix.needs, "and");
    rows.push_back({fmt::format("{} has {}", name, needs), later(fix.after),
                    fmt::format("{} mends {}{}", name, fix.fault,
                                waits_for_fix(plan, fix, name) ? ", which ends" : "")});
  }
  rows.push_back({"a fault of " + name + "'s bites, or ends", later(vendor.status_lags),
                  name + "'s status page says so"});
}

void tell_safety(const SafetyPlan& safety, TextTable& rows) {
  if (safety.most_active > 0)
    rows.push_back({fmt::format("{} faults are active", safety.most_active), "",
                    "a further one waits until one of them has ended"});
  const AbortPlan& abort = safety.abort;
  if (!abort.journey.empty())
    rows.push_back({fmt::format("less than {} of {} done", share_words(abort.below), abort.journey),
                    later(abort.over), "the drill is called off"});
}

void tell_hints(const Plan& plan, TextTable& rows) {
  if (plan.hints.empty()) return;
  std::vector<std::string> costs;
  for (const HintPlan& hint : plan.hints) costs.push_back(std::to_string(hint.cost));
  rows.push_back({"the team asks for a hint", "",
                  "it gets the next one, for " + listed(costs, "and then") + " points"});
}

}  // namespace

TextTable occasions(const Plan& plan) {
  TextTable rows;
  for (const FaultPlan& fault : plan.faults) {
    if (begins_at(fault, plan) == kNever) tell_beginning(fault, rows);
    tell_ends(fault, rows);
    tell_remedies(fault, rows);
  }
  for (const VendorPlan& vendor : plan.vendors) tell_vendor(vendor, plan, rows);
  tell_safety(plan.safety, rows);
  tell_hints(plan, rows);
  return rows;
}

}  // namespace mayday
