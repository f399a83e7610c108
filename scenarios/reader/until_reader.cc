#include "until_reader.h"

#include "names.h"
#include "scalars.h"

namespace mayday::reader {
namespace {

/// The fixes that a vendor's desk knows.
Names fixes_of(Member vendor, const std::vector<VendorPlan>& vendors) {
  Names names;
  for (const VendorPlan& plan : vendors)
    if (plan.vendor == vendor)
      for (const FixPlan& fix : plan.fixes) names.push_back(fix.fault);
  return names;
}

void read_fix(const Fields& fields, const std::string& fault,
              const std::vector<VendorPlan>& vendors, UntilPlan& until) {
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
  until.fix = member;
}

void read_becomes(const Fields& fields, UntilPlan& until) {
  until.setting = read_choice(fields.need("desk"), "setting of the desk", closed_setting_names());
  const Node& values = fields.need("becomes");
  for (const Node* value : one_or_many(values))
    until.values.push_back(read_setting(until.setting, *value).value);
  if (until.values.empty()) values.fail("name at least one value of the setting");
}

}  // namespace

UntilPlan read_until(const Node& node, const std::string& fault,
                     const std::vector<VendorPlan>& vendors) {
  Fields fields(node, "'until'", {"vendor", "fixes", "desk", "becomes"});
  UntilPlan until;
  if (fields.has("vendor") || fields.has("fixes")) read_fix(fields, fault, vendors, until);
  if (fields.has("desk") || fields.has("becomes")) read_becomes(fields, until);
  if (until.fix.empty() && until.setting.empty()) node.fail("'until' says nothing");
  return until;
}

}  // namespace mayday::reader
