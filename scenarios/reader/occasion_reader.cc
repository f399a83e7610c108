#include "occasion_reader.h"

#include <algorithm>

#include "durations.h"
#include "names.h"
#include "scalars.h"

namespace mayday::reader {
namespace {

/// Throws unless exactly one of `kinds` is among the keys.
void expect_one(const Fields& fields, std::string_view what, const Names& kinds) {
  auto given = std::count_if(kinds.begin(), kinds.end(),
                             [&](std::string_view kind) { return fields.has(kind); });
  if (given != 1) fields.node().fail(std::string(what) + " is one of " + enumerate(kinds, "or"));
}

OccasionPlan read_occasion(const Fields& fields, const FaultContext& context) {
  OccasionPlan occasion;
  if (const Node* fault = fields.find("fault")) {
    occasion.fault = read_choice(*fault, "fault", context.faults);
    const Node* state = fields.find("is");
    occasion.state = state == nullptr
                         ? "armed"
                         : read_choice(*state, "state of a fault", {"armed", "bitten", "ended"});
  }
  if (const Node* action = fields.find("action"))
    occasion.action = read_choice(*action, "desk action", kDeskActions);
  if (fields.has("desk")) {
    SettingReached reached = read_becomes(fields);
    occasion.setting = std::move(reached.setting);
    occasion.values = std::move(reached.values);
  }
  if (const Node* alert = fields.find("alert"))
    occasion.alert = read_choice(*alert, "alert", alert_names(context.plan));
  return occasion;
}

/// A key that belongs to another one.
void expect_beside(const Fields& fields, std::string_view key, std::string_view owner) {
  if (fields.has(key) && !fields.has(owner))
    fields.need(key).fail(quote(key) + " goes with " + quote(owner) + ", which is not here");
}

}  // namespace

Occasion read_after(const Node& node, const FaultContext& context) {
  Occasion occasion;
  if (node.kind != Node::Kind::map) {
    read_choice(node, "occasion", {"cue"});
    occasion.what.cue = true;
    return occasion;
  }
  Fields fields(node, "'after'",
                {"fault", "is", "action", "desk", "becomes", "alert", "cue", "by"});
  expect_beside(fields, "is", "fault");
  expect_beside(fields, "becomes", "desk");
  expect_one(fields, "'after'", {"fault", "action", "desk", "alert", "cue"});
  if (const Node* cue = fields.find("cue")) {
    if (!read_switch(*cue)) cue->fail("only a cue that comes can be waited for; write true");
    occasion.what.cue = true;
  } else {
    occasion.what = read_occasion(fields, context);
  }
  if (const Node* by = fields.find("by")) {
    occasion.later = read_duration(*by);
    if (occasion.later >= context.plan.length)
      by->fail(to_text(occasion.later) + " after anything, the drill of " +
               to_text(context.plan.length) + " is over");
  }
  return occasion;
}

OccasionPlan read_event(const Node& node, const FaultContext& context) {
  Fields fields(node, "'on'", {"action", "desk", "becomes", "alert"});
  expect_beside(fields, "becomes", "desk");
  expect_one(fields, "'on'", {"action", "desk", "alert"});
  return read_occasion(fields, context);
}

SettingReached read_becomes(const Fields& fields) {
  SettingReached reached;
  reached.setting = read_choice(fields.need("desk"), "setting of the desk", setting_names());
  const Node& values = fields.need("becomes");
  for (const Node* value : one_or_many(values))
    reached.values.push_back(read_setting(reached.setting, *value).value);
  if (reached.values.empty()) values.fail("name at least one value of the setting");
  return reached;
}

}  // namespace mayday::reader
