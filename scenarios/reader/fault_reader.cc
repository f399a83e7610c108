#include "fault_reader.h"

#include "effect_fit.h"
#include "effect_reader.h"
#include "fault_context.h"
#include "fault_facts.h"
#include "fault_links.h"
#include "fault_people.h"
#include "fault_strength.h"
#include "fault_times.h"
#include "remedy_reader.h"
#include "scalars.h"
#include "vocabulary_file.h"
#include "where_reader.h"

namespace mayday::reader {
namespace {

constexpr std::size_t kMostFaults = 500;
constexpr std::int64_t kPriority = 100;

const Names kKeys = {"id",    "at",      "after",    "priority", "where", "share",        "like",
                     "stage", "effect",  "strength", "heal",     "for",   "until",        "at_most",
                     "grace", "relapse", "worse",    "guard",    "truth", "observable_at"};

/// `truth: none` is a passing disturbance that nobody must mend.
std::vector<TruthPlan> read_truths(const Node& node, const Vocabulary& vocabulary) {
  if (node.kind == Node::Kind::scalar && node.text == "none") return {};
  if (node.kind == Node::Kind::scalar)
    node.fail("a truth is a map of component, kind and party, a list of those, or none");
  std::vector<TruthPlan> truths;
  for (const Node* item : one_or_many(node)) {
    Fields fields(*item, "a truth", {"component", "kind", "party"});
    truths.push_back({read_component(fields.need("component"), vocabulary),
                      read_kind(fields.need("kind"), vocabulary),
                      read_party(fields.need("party"), vocabulary)});
  }
  if (truths.empty()) node.fail("a fault has at least one true cause; or write 'truth: none'");
  return truths;
}

/// Whom, where and what: `where`, `stage` and `effect`, which depend on each other.
void read_act(const Fields& fields, const FaultContext& context, FaultPlan& fault) {
  WrittenEffect effect = read_effect(fields.need("effect"));
  fault.effect = effect.effect;
  fault.stage = read_stage(fields, effect);
  read_where(fields.need("where"), context, fault);
  if (can_surround_a_write(effect) && writes(fault))
    fields.need("stage",
                "among its operations is a write, and whether that happens before or after the "
                "fault is the truth of the drill");
  check_effect(fields.need("effect"), effect, fault);
}

FaultPlan read_fault(const Node& node, const FaultContext& context) {
  Fields fields(node, "a fault", kKeys);
  FaultPlan fault;
  fault.id = read_name(fields.need("id"), "a fault's id");
  if (const Node* priority = fields.find("priority"))
    fault.priority = static_cast<int>(read_integer(*priority, "a priority", -kPriority, kPriority));
  if (const Node* like = fields.find("like"))
    fault.draw = read_choice(*like, "fault", context.faults);
  read_act(fields, context, fault);
  read_strength(fields, context, fault);
  if (const Node* heal = fields.find("heal")) fault.heal = read_enum<Sequel>(*heal, "way to heal");
  read_times(fields, context, fault);
  read_remedies(fields, context, fault);
  if (!context.now || fields.has("truth"))
    fault.truths = read_truths(fields.need("truth", "the cause that a team must find"),
                               context.plan.vocabulary);
  resolve_people(fault, context.plan.estate, context.plan.seed);
  if (fault.by == ShareBy::staff && fault.victims.empty())
    fields.need("share").fail("this share is less than one person");
  return fault;
}

/// The ids as they are written; whether each is a good one is found when its fault is read.
Names fault_ids(const Node& list) {
  Names ids;
  for (const Node& fault : list.items)
    for (const Entry& entry : fault.entries)
      if (entry.key == "id" && entry.value.kind == Node::Kind::scalar)
        ids.push_back(entry.value.text);
  return ids;
}

}  // namespace

FaultPlan read_added_fault(const Node& node, const Plan& plan, Instant now) {
  FaultContext context{plan, {}, now};
  for (const FaultPlan& fault : plan.faults) context.faults.push_back(fault.id);
  return read_fault(node, context);
}

std::vector<FaultPlan> read_faults(const Node& list, const Plan& plan) {
  expect_list(list, "the list of faults");
  if (list.items.size() > kMostFaults)
    list.items[kMostFaults].fail("a scenario has at most 500 faults");
  FaultContext context{plan, fault_ids(list), {}};
  std::vector<FaultPlan> faults;
  for (const Node& node : list.items) {
    FaultPlan fault = read_fault(node, context);
    for (const FaultPlan& earlier : faults)
      if (earlier.id == fault.id) node.fail("a second fault has the id " + quote(fault.id));
    faults.push_back(std::move(fault));
  }
  check_links(list, faults);
  return faults;
}

}  // namespace mayday::reader
