#include "fault_strength.h"

#include "durations.h"
#include "fault_facts.h"
#include "scalars.h"

namespace mayday::reader {
namespace {

constexpr std::int64_t kMostCalls = 1'000'000;

/// A share by request, or {percent: 80%, by: staff}.
void read_fault_share(const Node& node, const EstatePlan& estate, FaultPlan& fault) {
  const Node* percent = &node;
  if (node.kind == Node::Kind::map) {
    Fields fields(node, "a share", {"percent", "by"});
    percent = &fields.need("percent");
    const Node& by = fields.need("by");
    fault.by = read_enum<ShareBy>(by, "way to share");
    if (fault.by == ShareBy::staff && estate.staff.empty())
      by.fail("a share by staff needs people: give 'staff' under estate.hesi");
  }
  fault.per_mille = read_share(*percent);
  if (fault.per_mille == 0)
    percent->fail("a fault that hits nothing is no fault; write more than 0%");
}

EnvelopePlan read_ramp(const Node& node) {
  Fields fields(node, "a ramp", {"from", "over"});
  EnvelopePlan ramp;
  ramp.shape = EnvelopeShape::ramp;
  if (const Node* from = fields.find("from")) {
    ramp.from = read_share(*from);
    if (ramp.from == 1000) from->fail("from 100% there is nothing to rise to");
  }
  ramp.over = read_positive_time(fields.need("over"));
  return ramp;
}

EnvelopePlan read_steps(const Node& node) {
  expect_list(node, "the list of steps");
  EnvelopePlan envelope;
  envelope.shape = EnvelopeShape::steps;
  for (const Node& item : node.items) {
    Fields fields(item, "a step", {"after", "share"});
    const Node& after = fields.need("after");
    StepPlan step{read_time(after), read_share(fields.need("share"))};
    if (envelope.steps.empty() && step.after != Duration{0})
      after.fail("the first step is where the fault begins; write 'after: 0s'");
    if (!envelope.steps.empty() && step.after <= envelope.steps.back().after)
      after.fail("each step is later than the one before it");
    envelope.steps.push_back(step);
  }
  if (envelope.steps.empty()) node.fail("name at least one step");
  return envelope;
}

EnvelopePlan read_flap(const Node& node) {
  Fields fields(node, "a flap", {"period", "duty"});
  EnvelopePlan flap;
  flap.shape = EnvelopeShape::flap;
  flap.period = read_positive_time(fields.need("period"));
  const Node& duty = fields.need("duty");
  flap.duty = read_share(duty);
  if (flap.duty == 0 || flap.duty == 1000)
    duty.fail("a fault that flaps is on for more than 0% and less than 100% of the time");
  return flap;
}

EnvelopePlan read_envelope(const Node& node) {
  Fields fields(node, "a strength", {"ramp", "steps", "flap"});
  if (node.entries.size() != 1) node.fail("a strength is one of ramp, steps or flap");
  const Entry& shape = node.entries.front();
  if (shape.key == "ramp") return read_ramp(shape.value);
  return shape.key == "steps" ? read_steps(shape.value) : read_flap(shape.value);
}

/// A door stands open or shut for everybody.
void check_door(const Fields& fields, const FaultPlan& fault) {
  if (!at_door(fault)) return;
  for (std::string_view key : {"share", "like"})
    if (const Node* node = fields.find(key))
      node->fail("before the request is read nobody knows whose it is; leave " + quote(key) +
                 " out");
  if (fault.strength.shape == EnvelopeShape::ramp || fault.strength.shape == EnvelopeShape::steps)
    fields.need("strength").fail("a door is open or shut; write a flap, or leave 'strength' out");
}

}  // namespace

void read_strength(const Fields& fields, const FaultContext& context, FaultPlan& fault) {
  if (const Node* share = fields.find("share"))
    read_fault_share(*share, context.plan.estate, fault);
  if (const Node* strength = fields.find("strength")) fault.strength = read_envelope(*strength);
  if (const Node* guard = fields.find("guard"))
    fault.most_calls = read_integer(Fields(*guard, "a guard", {"most_calls"}).need("most_calls"),
                                    "most_calls", 1, kMostCalls);
  check_door(fields, fault);
}

}  // namespace mayday::reader
