#include "fault_reader.h"

#include <algorithm>

#include "durations.h"
#include "effect_reader.h"
#include "fault_people.h"
#include "names.h"
#include "operations.h"
#include "scalars.h"
#include "until_reader.h"
#include "vocabulary_file.h"

namespace mayday::reader {
namespace {

constexpr Duration kBaseline = 5min;
constexpr std::size_t kMostFaults = 500;

const Names kKeys = {"id",   "at",    "where",   "share", "stage", "effect",
                     "heal", "until", "at_most", "grace", "truth"};

/// An operation or a message by its name; one of another vendor's is the likeliest mistake.
const std::string& read_operation(const Node& node, Stage stage, Member vendor) {
  const std::string& name = read_scalar(node, "an operation");
  bool message = stage == Stage::webhook;
  for (Member other : {Member::hesi, Member::airline, Member::hotel, Member::payment})
    if (!message && find_operation(vendor, name) == nullptr &&
        find_operation(other, name) != nullptr)
      node.fail("the operation " + quote(name) + " belongs to " + std::string(to_text(other)) +
                ", not to " + std::string(to_text(vendor)));
  std::string what = (message ? "message of " : "operation of ") + std::string(to_text(vendor));
  return read_choice(node, what, message ? message_names(vendor) : operation_names(vendor));
}

void read_where(const Node& node, Stage stage, FaultPlan& fault) {
  Fields fields(node, "'where'", {"vendor", "operations"});
  fault.vendor = read_vendor(fields.need("vendor"));
  const Node* operations = fields.find("operations");
  if (operations == nullptr) return;
  if (stage == Stage::connect || stage == Stage::tls)
    operations->fail(
        "before the request is read nobody knows its operation; leave 'operations' out");
  for (const Node* named : one_or_many(*operations)) {
    const std::string& name = read_operation(*named, stage, fault.vendor);
    if (std::find(fault.operations.begin(), fault.operations.end(), name) != fault.operations.end())
      named->fail("the operation " + quote(name) + " stands here a second time");
    fault.operations.push_back(name);
  }
  if (fault.operations.empty())
    operations->fail("name at least one operation, or leave the key out");
}

bool writes(const FaultPlan& fault) {
  if (fault.operations.empty()) return true;
  return std::any_of(fault.operations.begin(), fault.operations.end(),
                     [&](const std::string& name) {
                       const Operation* operation = find_operation(fault.vendor, name);
                       return operation != nullptr && operation->write;
                     });
}

/// A share by request, or {percent: 80%, by: staff}.
void read_fault_share(const Node& node, const EstatePlan& estate, FaultPlan& fault) {
  const Node* percent = &node;
  if (node.kind == Node::Kind::map) {
    Fields fields(node, "a share", {"percent", "by"});
    percent = &fields.need("percent");
    const Node& by = fields.need("by");
    fault.by_staff = read_choice(by, "way to share", {"staff", "request"}) == "staff";
    if (fault.by_staff && estate.staff.empty())
      by.fail("a share by staff needs people: give 'staff' under estate.hesi");
  }
  fault.per_mille = read_share(*percent);
  if (fault.per_mille == 0)
    percent->fail("a fault that hits nothing is no fault; write more than 0%");
}

void read_grace(const Node& node, const FaultContext& context, FaultPlan& fault) {
  Fields fields(node, "a grace", {"on", "for", "share"});
  fault.grace.on = read_choice(fields.need("on"), "desk action", kDeskActions);
  fault.grace.lasts = read_length(fields.need("for"));
  const Node& share = fields.need("share");
  Fields parts(share, "the share of a grace", {"percent", "by"});
  read_choice(parts.need("by"), "way to share a grace", {"staff"});
  if (context.estate.staff.empty())
    share.fail("a share by staff needs people: give 'staff' under estate.hesi");
  fault.grace.spared =
      spared_people(fault.id, context.estate, context.seed, read_share(parts.need("percent")));
}

std::vector<TruthPlan> read_truths(const Node& node, const Vocabulary& vocabulary) {
  std::vector<TruthPlan> truths;
  for (const Node* item : one_or_many(node)) {
    Fields fields(*item, "a truth", {"component", "kind", "party"});
    truths.push_back({read_component(fields.need("component"), vocabulary),
                      read_kind(fields.need("kind"), vocabulary),
                      read_party(fields.need("party"), vocabulary)});
  }
  if (truths.empty()) node.fail("a fault has at least one true cause");
  return truths;
}

/// Effects that only make sense at some stages.
void check_effect(const Node& node, const FaultPlan& fault) {
  bool accept = fault.effect.kind == EffectKind::accept_auth;
  if (accept && fault.stage != Stage::auth)
    node.fail("accept-auth is decided where a vendor checks who calls: write 'stage: auth'");
  if (accept && fault.vendor != Member::hesi)
    node.fail("accept-auth is about versions of Hesi's tokens; " + quote(to_text(fault.vendor)) +
              " has none");
  bool early = fault.stage == Stage::connect || fault.stage == Stage::tls;
  if (early && fault.effect.kind == EffectKind::status)
    node.fail("there is no status before the request is read; use close, reset or hang");
  if (early && fault.by_staff)
    node.fail("before the request is read nobody knows whose it is; share this fault by request");
}

void read_times(const Fields& fields, const FaultContext& context, FaultPlan& fault) {
  const Node& at = fields.need("at");
  Duration begins = read_duration(at);
  fault.at = Instant{begins};
  if (begins < kBaseline)
    at.fail(
        "no fault begins before 5m: the first five minutes are what the rest is measured against");
  if (begins >= context.length)
    at.fail("this fault begins at " + to_text(begins) + ", but the drill ends at " +
            to_text(context.length));
  const Node& most = fields.need("at_most", "the longest it may last, even if nobody mends it");
  fault.at_most = read_length(most);
  if (begins + fault.at_most > context.length)
    most.fail("at " + to_text(begins) + " and at most " + to_text(fault.at_most) +
              " long, this fault could outlast the drill of " + to_text(context.length));
}

Stage read_stage(const Fields& fields) {
  const Node* stage = fields.find("stage");
  return stage == nullptr ? Stage::respond_head : read_enum<Stage>(*stage, "stage");
}

FaultPlan read_fault(const Node& node, const FaultContext& context) {
  Fields fields(node, "a fault", kKeys);
  FaultPlan fault;
  fault.id = read_name(fields.need("id"), "a fault's id");
  fault.stage = read_stage(fields);
  read_where(fields.need("where"), fault.stage, fault);
  if (writes(fault))
    fields.need("stage",
                "among its operations is a write, and whether that happens before or after the "
                "fault is the truth of the drill");
  if (const Node* share = fields.find("share")) read_fault_share(*share, context.estate, fault);
  fault.effect = read_effect(fields.need("effect"));
  check_effect(fields.need("effect"), fault);
  if (const Node* heal = fields.find("heal")) fault.heal = read_enum<Sequel>(*heal, "way to heal");
  read_times(fields, context, fault);
  if (const Node* until = fields.find("until"))
    fault.until = read_until(*until, fault.id, context.vendors);
  if (const Node* grace = fields.find("grace")) read_grace(*grace, context, fault);
  fault.truths =
      read_truths(fields.need("truth", "the cause that a team must find"), context.vocabulary);
  resolve_people(fault, context.estate, context.seed);
  if (fault.by_staff && fault.victims.empty())
    fields.need("share").fail("this share is less than one person");
  return fault;
}

}  // namespace

std::vector<FaultPlan> read_faults(const Node& list, const FaultContext& context) {
  expect_list(list, "the list of faults");
  if (list.items.size() > kMostFaults)
    list.items[kMostFaults].fail("a scenario has at most 500 faults");
  std::vector<FaultPlan> faults;
  for (const Node& node : list.items) {
    FaultPlan fault = read_fault(node, context);
    for (const FaultPlan& earlier : faults)
      if (earlier.id == fault.id) node.fail("a second fault has the id " + quote(fault.id));
    faults.push_back(std::move(fault));
  }
  return faults;
}

}  // namespace mayday::reader
