#include <string>

#include "action_reader.h"
#include "durations.h"
#include "mayday/reader/scenario.h"
#include "names.h"
#include "scalars.h"

namespace mayday {
namespace {

using namespace reader;  // NOLINT: this file is the reader's, only its result is not

const Names kWhenKeys = {"alert", "declared",   "located", "ticket",     "vendor", "workaround",
                         "quiet", "regression", "setting", "reconciled", "time"};

/// {auth: compatible} as "auth=compatible".
std::string read_setting_reached(const Node& node) {
  Fields fields(node, "a setting", setting_names());
  if (node.entries.size() != 1)
    node.fail("name one setting and its value, such as {auth: compatible}");
  Setting setting = reader::read_setting(node.entries.front().key, node.entries.front().value);
  return setting.name + "=" + setting.value;
}

/// A condition that can only be waited for, not for its contrary.
bool read_true(const Node& node) {
  if (!read_switch(node))
    node.fail("only what has happened can be waited for; write true, or leave it out");
  return true;
}

/// An alert by name, or the word for every one of them.
std::string read_alert(const Node& node, const Plan* plan, std::string_view every) {
  if (plan == nullptr) return read_name(node, "an alert's name");
  Names known = alert_names(*plan);
  known.push_back(every);
  return read_choice(node, "alert", known);
}

ResponderWhen read_when(const Node& node, const Plan* plan) {
  Fields fields(node, "'when'", kWhenKeys);
  if (node.entries.empty()) node.fail("'when' says nothing; write {time: 0s} for at once");
  ResponderWhen when;
  if (const Node* alert = fields.find("alert")) when.alert = read_alert(*alert, plan, "any");
  if (const Node* declared = fields.find("declared")) when.declared = read_true(*declared);
  if (const Node* located = fields.find("located")) when.located = read_true(*located);
  if (const Node* ticket = fields.find("ticket"))
    when.ticket = read_choice(*ticket, "answer to a ticket", {"acknowledged", "asked", "fixed"});
  if (const Node* vendor = fields.find("vendor")) {
    if (when.ticket.empty()) vendor->fail("'vendor' says whose ticket; give 'ticket' as well");
    when.vendor = to_text(read_vendor(*vendor));
  }
  if (const Node* workaround = fields.find("workaround")) when.workaround = read_true(*workaround);
  if (const Node* quiet = fields.find("quiet")) when.quiet = read_alert(*quiet, plan, "all");
  if (const Node* result = fields.find("regression"))
    when.regression = read_choice(*result, "result of a regression", {"green", "red"});
  if (const Node* setting = fields.find("setting")) when.setting = read_setting_reached(*setting);
  if (const Node* reconciled = fields.find("reconciled"))
    when.reconciled = read_choice(*reconciled, "state of a reconciliation", {"done"});
  if (const Node* time = fields.find("time")) when.time = read_duration(*time);
  return when;
}

ResponderRule read_rule(const Node& node, const Plan* plan) {
  Fields fields(node, "a rule", {"when", "after", "do"});
  ResponderRule rule;
  rule.when = read_when(fields.need("when"), plan);
  if (const Node* after = fields.find("after")) rule.after = read_duration(*after);
  rule.actions = read_actions(fields.need("do"), plan ? &plan->vocabulary : nullptr);
  return rule;
}

/// "responders/auth.gold.yaml" is called "auth.gold".
std::string name_of(const std::string& path) {
  std::string name = path.substr(path.find_last_of('/') + 1);
  if (name.ends_with(".yaml")) name.resize(name.size() - 5);
  return name;
}

}  // namespace

Responder load_responder(const std::string& path, const Plan* plan) {
  Document document(path);
  Responder responder;
  responder.name = name_of(path);
  expect_list(document.root(), "a responder");
  for (const Node& node : document.root().items) responder.rules.push_back(read_rule(node, plan));
  return responder;
}

}  // namespace mayday
