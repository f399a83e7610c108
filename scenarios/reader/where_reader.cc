#include "where_reader.h"

#include <algorithm>

#include "calls_reader.h"
#include "fault_facts.h"
#include "fault_people.h"
#include "match_reader.h"
#include "names.h"
#include "operations.h"
#include "scalars.h"

namespace mayday::reader {
namespace {

const Names kKeys = {"vendor", "operations", "calls", "clients", "departments",
                     "staff",  "header",     "body",  "every",   "first"};

Member read_allowed_target(const Node& node, const Plan& plan) {
  Member vendor = read_target(node);
  if (vendor == Member::desk && !plan.estate.desk.url.empty())
    node.fail("a desk of your own has no faults of ours; leave 'url' out of estate.desk");
  const std::vector<Member>& targets = plan.safety.targets;
  if (targets.empty() || std::find(targets.begin(), targets.end(), vendor) != targets.end())
    return vendor;
  Names names;
  for (Member target : targets) names.push_back(to_text(target));
  node.fail("safety.targets lets faults touch " + enumerate(names) + ", not " + node.text);
}

/// An operation or a message by its name; one of another vendor's is the likeliest mistake.
const std::string& read_operation(const Node& node, Stage stage, Member vendor) {
  const std::string& name = read_scalar(node, "an operation");
  bool message = stage == Stage::webhook;
  for (Member other : {Member::hesi, Member::airline, Member::hotel, Member::payment, Member::desk})
    if (!message && find_operation(vendor, name) == nullptr &&
        find_operation(other, name) != nullptr)
      node.fail("the operation " + quote(name) + " belongs to " + std::string(to_text(other)) +
                ", not to " + std::string(to_text(vendor)));
  std::string what = (message ? "message of " : "operation of ") + std::string(to_text(vendor));
  return read_choice(node, what, message ? message_names(vendor) : operation_names(vendor));
}

void read_operations(const Node& node, FaultPlan& fault) {
  for (const Node* named : one_or_many(node)) {
    const std::string& name = read_operation(*named, fault.stage, fault.vendor);
    if (std::find(fault.operations.begin(), fault.operations.end(), name) != fault.operations.end())
      named->fail("the operation " + quote(name) + " stands here a second time");
    fault.operations.push_back(name);
  }
  if (fault.operations.empty()) node.fail("name at least one operation, or leave the key out");
}

/// Calls, by method and path, are another way to name operations.
void read_calls(const Node& node, const Fields& fields, FaultPlan& fault) {
  if (fields.has("operations"))
    node.fail("name operations by their ids or by their calls, not both");
  if (fault.stage == Stage::webhook)
    node.fail("a message that a vendor sends is no call; name it under 'operations'");
  fault.operations = reader::read_calls(node, fault.vendor);
}

/// All that the desk serves. The points inside it are no operations: they must be named.
std::vector<std::string> served_by_desk() {
  std::vector<std::string> served;
  for (std::string_view name : operation_names(Member::desk))
    if (point_effects(Member::desk, name).empty()) served.emplace_back(name);
  return served;
}

/// At a door nothing is known of a call but whom it is for.
void check_door(const Fields& fields, const FaultPlan& fault) {
  if (!at_door(fault)) return;
  std::string other = fault.vendor == Member::desk ? ", or name 'egress' alone" : "";
  for (const Entry& entry : fields.node().entries)
    if (entry.key != "vendor")
      entry.value.fail("before the request is read nobody knows what it is about; leave " +
                       quote(entry.key) + " out" + other);
}

}  // namespace

void read_where(const Node& node, const FaultContext& context, FaultPlan& fault) {
  Fields fields(node, "'where'", kKeys);
  fault.vendor = read_allowed_target(fields.need("vendor"), context.plan);
  if (fault.stage == Stage::webhook && message_names(fault.vendor).empty())
    fields.need("vendor").fail(std::string(to_text(fault.vendor)) +
                               " sends no messages of its own accord, so nothing happens at the "
                               "stage 'webhook'");
  if (const Node* calls = fields.find("calls"))
    read_calls(*calls, fields, fault);
  else if (const Node* operations = fields.find("operations"))
    read_operations(*operations, fault);
  else if (fault.vendor == Member::desk && !at_door(fault))
    fault.operations = served_by_desk();
  check_door(fields, fault);
  read_match(fields, context, fault);
  if (is_about_people(fault.match) && people_met(fault, context.plan.estate).empty())
    node.fail("nobody whom this chooses makes such calls" +
              std::string(only_approvers_act(fault) ? ": only managers approve" : ""));
}

}  // namespace mayday::reader
