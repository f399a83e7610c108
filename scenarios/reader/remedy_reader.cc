#include "remedy_reader.h"

#include "durations.h"
#include "fault_people.h"
#include "names.h"
#include "occasion_reader.h"
#include "scalars.h"

namespace mayday::reader {
namespace {

constexpr std::int64_t kMostPasses = 1'000'000;
constexpr std::int64_t kMostRelapses = 100;

/// The fixes that a vendor's desk knows.
Names fixes_of(Member vendor, const std::vector<VendorPlan>& vendors) {
  Names names;
  for (const VendorPlan& plan : vendors)
    if (plan.vendor == vendor)
      for (const FixPlan& fix : plan.fixes) names.push_back(fix.fault);
  return names;
}

/// The member that is to mend it. The fix must be one that its desk has, for this very fault.
std::string read_fix(const Fields& fields, const std::string& fault,
                     const std::vector<VendorPlan>& vendors) {
  Member vendor = read_vendor(fields.need("vendor"));
  const Node& fix = fields.need("fixes");
  Names known = fixes_of(vendor, vendors);
  std::string member(to_text(vendor));
  if (known.empty())
    fix.fail("no fix is planned at " + quote(member) + "; add it under vendors." + member +
             ".fixes");
  read_choice(fix, "fix of " + member, known);
  if (fix.text != fault)
    fix.fail("a fix bears the id of the fault that it ends: this fault is " + quote(fault) +
             ", not " + quote(fix.text));
  return member;
}

/// Calls that pass show something only where the fault decides who may call.
std::int64_t read_passes(const Node& node, const FaultPlan& fault) {
  bool decides = fault.effect.as<effects::AcceptAuth>() != nullptr ||
                 fault.effect.as<effects::Revoke>() != nullptr ||
                 fault.effect.as<effects::Quota>() != nullptr;
  if (!decides)
    node.fail("only accept-auth, revoke and quota let calls pass, not " +
              quote(fault.effect.name()) + "; leave 'passes' out");
  return read_integer(node, "passes", 1, kMostPasses);
}

UntilPlan read_until(const Node& node, const FaultContext& context, const FaultPlan& fault) {
  Fields fields(node, "'until'", {"vendor", "fixes", "desk", "becomes", "action", "passes"});
  if (node.entries.empty()) node.fail("'until' says nothing");
  UntilPlan until;
  if (fields.has("vendor") || fields.has("fixes"))
    until.fix = read_fix(fields, fault.id, context.plan.vendors);
  if (fields.has("desk") || fields.has("becomes")) {
    SettingReached reached = read_becomes(fields);
    until.setting = std::move(reached.setting);
    until.values = std::move(reached.values);
  }
  if (const Node* action = fields.find("action"))
    until.action = read_choice(*action, "desk action", kDeskActions);
  if (const Node* passes = fields.find("passes")) until.passes = read_passes(*passes, fault);
  return until;
}

GracePlan read_grace(const Node& node, const FaultContext& context, const FaultPlan& fault) {
  Fields fields(node, "a grace", {"on", "for", "share"});
  GracePlan grace;
  grace.on = read_choice(fields.need("on"), "desk action", kDeskActions);
  grace.lasts = read_length(fields.need("for"));
  const Node& share = fields.need("share");
  Fields parts(share, "the share of a grace", {"percent", "by"});
  read_choice(parts.need("by"), "way to share a grace", {"staff"});
  if (context.plan.estate.staff.empty())
    share.fail("a share by staff needs people: give 'staff' under estate.hesi");
  grace.spared = spared_people(fault.id, context.plan.estate, context.plan.seed,
                               read_share(parts.need("percent")));
  return grace;
}

RelapsePlan read_relapse(const Node& node) {
  Fields fields(node, "a relapse", {"after", "times", "unless"});
  RelapsePlan relapse;
  relapse.after = read_positive_time(fields.need("after"));
  if (const Node* times = fields.find("times"))
    relapse.times = read_integer(*times, "times", 1, kMostRelapses);
  if (const Node* unless = fields.find("unless")) {
    SettingReached reached = read_becomes(Fields(*unless, "'unless'", {"desk", "becomes"}));
    relapse.setting = std::move(reached.setting);
    relapse.values = std::move(reached.values);
  }
  return relapse;
}

WorsePlan read_worse(const Node& node, const FaultContext& context, const FaultPlan& fault) {
  Fields fields(node, "'worse'", {"on", "share"});
  WorsePlan worse;
  worse.on = read_event(fields.need("on"), context);
  const Node& share = fields.need("share");
  worse.per_mille = read_share(share);
  if (worse.per_mille <= fault.per_mille)
    share.fail("this is no worse: the fault's own share is as large already");
  return worse;
}

}  // namespace

void read_remedies(const Fields& fields, const FaultContext& context, FaultPlan& fault) {
  if (const Node* until = fields.find("until")) fault.until = read_until(*until, context, fault);
  if (const Node* grace = fields.find("grace")) fault.grace = read_grace(*grace, context, fault);
  if (const Node* relapse = fields.find("relapse")) fault.relapse = read_relapse(*relapse);
  if (const Node* worse = fields.find("worse")) fault.worse = read_worse(*worse, context, fault);
}

}  // namespace mayday::reader
