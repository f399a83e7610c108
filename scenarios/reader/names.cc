#include "names.h"

#include "durations.h"
#include "mayday/base/check.h"
#include "mayday/base/desk_switches.h"
#include "scalars.h"

namespace mayday::reader {

Member read_vendor(const Node& node) {
  const std::string& name = read_choice(node, "vendor", {"hesi", "airline", "hotel", "payment"});
  return parse_member(name).value();
}

Member read_target(const Node& node) {
  const std::string& name =
      read_choice(node, "vendor", {"hesi", "airline", "hotel", "payment", "desk"});
  return parse_member(name).value();
}

Names alert_names(const Plan& plan) {
  Names names;
  for (const AlertRule& rule : plan.alerts) names.push_back(rule.alert);
  return names;
}

Names setting_names() {
  Names names = {"auth",        "patience",        "retries",  "breaker_failures", "breaker_open",
                 "token_cache", "manual_approval", "receiver", "auth_rollout"};
  for (const DeskSwitch& one : kDeskSwitches) names.push_back(one.name);
  return names;
}

Setting read_setting(const std::string& name, const Node& value) {
  if (name == "auth") return {name, read_choice(value, "auth version", {"v1", "v3", "compatible"})};
  if (const DeskSwitch* one = find_desk_switch(name))
    return {name, read_choice(value, "position of " + name, {one->choices[0], one->choices[1]})};
  if (name == "retries" || name == "breaker_failures")
    return {name, std::to_string(read_integer(value, name, 0, 100))};
  if (name == "patience" || name == "breaker_open" || name == "auth_rollout")
    return {name, to_text(read_length(value))};
  MAYDAY_ASSERT(name == "token_cache" || name == "manual_approval" || name == "receiver");
  return {name, read_switch(value) ? "on" : "off"};
}

Names ids(const std::vector<Term>& terms) {
  Names names;
  for (const Term& term : terms) names.push_back(term.id);
  return names;
}

}  // namespace mayday::reader
