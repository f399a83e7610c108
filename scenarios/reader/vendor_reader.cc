#include "vendor_reader.h"

#include <algorithm>

#include "durations.h"
#include "names.h"
#include "scalars.h"

namespace mayday::reader {
namespace {

std::vector<FixPlan> read_fixes(const Node& node) {
  expect_map(node, "the list of fixes");
  std::vector<FixPlan> fixes;
  for (const Entry& entry : node.entries) {
    Fields fields(entry.value, "a fix", {"after", "needs"});
    FixPlan fix;
    fix.fault = entry.key;
    fix.after = read_duration(fields.need("after"));
    if (const Node* needs = fields.find("needs"))
      for (const Node* need : one_or_many(*needs))
        fix.needs.push_back(read_choice(*need, "kind of evidence", kNeeds));
    fixes.push_back(std::move(fix));
  }
  return fixes;
}

VendorPlan read_vendor_desk(const Entry& entry) {
  Node name = entry.value;
  name.kind = Node::Kind::scalar;
  name.place = entry.place;
  name.text = entry.key;
  Fields fields(entry.value, "a vendor's desk", {"acknowledges", "fixes", "status_page"});
  VendorPlan plan;
  plan.vendor = read_vendor(name);
  plan.acknowledges = read_duration(fields.need("acknowledges"));
  if (const Node* fixes = fields.find("fixes")) plan.fixes = read_fixes(*fixes);
  if (const Node* page = fields.find("status_page"))
    plan.status_lags = read_duration(Fields(*page, "a status page", {"lags"}).need("lags"));
  return plan;
}

}  // namespace

std::vector<VendorPlan> read_vendors(const Node& node) {
  expect_map(node, "the list of vendors");
  std::vector<VendorPlan> vendors;
  for (const Entry& entry : node.entries) vendors.push_back(read_vendor_desk(entry));
  return vendors;
}

void check_fixes(const Node& vendors, const std::vector<FaultPlan>& faults) {
  Names known;
  for (const FaultPlan& fault : faults) known.push_back(fault.id);
  for (const Entry& vendor : vendors.entries) {
    const Node* fixes =
        Fields(vendor.value, "a vendor's desk", {"acknowledges", "fixes", "status_page"})
            .find("fixes");
    if (fixes == nullptr) continue;
    for (const Entry& fix : fixes->entries)
      if (std::find(known.begin(), known.end(), fix.key) == known.end())
        fixes->source->fail(fix.place, "a fix for the unknown fault " + quote(fix.key) +
                                           suggestion(fix.key, known));
  }
}

std::vector<InjectPlan> read_injects(const Node& list, Duration length) {
  expect_list(list, "the list of injects");
  std::vector<InjectPlan> injects;
  for (const Node& node : list.items) {
    Fields fields(node, "an inject", {"at", "to", "from", "text"});
    InjectPlan inject;
    const Node& at = fields.need("at");
    inject.at = Instant{read_duration(at)};
    if (inject.at >= Instant{length})
      at.fail("this inject comes at " + to_text(inject.at.since_start) +
              ", but the drill ends at " + to_text(length));
    inject.to = read_name(fields.need("to"), "a recipient");
    inject.from = read_text(fields.need("from"), "the sender");
    inject.text = read_text(fields.need("text"), "the text");
    injects.push_back(std::move(inject));
  }
  std::stable_sort(injects.begin(), injects.end(),
                   [](const InjectPlan& a, const InjectPlan& b) { return a.at < b.at; });
  return injects;
}

}  // namespace mayday::reader
