#include "settings.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include "mayday/base/check.h"
#include "mayday/base/desk_switches.h"
#include "setting_forms.h"

namespace mayday {
namespace {

std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      std::size_t above = row[j];
      std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({above + 1, row[j - 1] + 1, changed});
      diagonal = above;
    }
  }
  return row[b.size()];
}

std::string unknown_setting(std::string_view name) {
  const Setting* nearest = &known_settings().front();
  for (const Setting& setting : known_settings())
    if (distance(name, setting.name) < distance(name, nearest->name)) nearest = &setting;
  std::string message = "unknown setting '" + std::string(name) + "'";
  if (distance(name, nearest->name) <= 3)
    return message + "; did you mean '" + std::string(nearest->name) + "'?";
  message += "; there are";
  for (const Setting& setting : known_settings()) message += " " + std::string(setting.name);
  return message;
}

std::string masked(const std::string& secret) {
  return secret.size() > 8 ? "****" + secret.substr(secret.size() - 4) : "****";
}

}  // namespace

DeskSettings first_settings(const DeskPlan& plan) {
  return {plan, "5d0c7e11-0a01-4c0d-9b01-d1a100000001", "9f1b2c33-0b02-4d0e-8c02-d1a100000002"};
}

json::object to_json(const DeskSettings& settings) {
  const DeskPlan& plan = settings.plan;
  json::object all;
  all["auth"] = plan.auth;
  all["patience"] = to_text(plan.patience);
  all["retries"] = std::to_string(plan.retries);
  all["breaker_failures"] = std::to_string(plan.breaker_failures);
  all["breaker_open"] = to_text(plan.breaker_open);
  all["token_cache"] = flag_text(plan.token_cache);
  all["manual_approval"] = flag_text(plan.manual_approval);
  all["receiver"] = flag_text(plan.receiver);
  all["auth_rollout"] = to_text(plan.auth_rollout);
  all["app_key"] = settings.app_key;
  all["app_security"] = masked(settings.app_security);
  for (const DeskSwitch& one : kDeskSwitches) all[one.name] = switch_position(one, plan.switches);
  return all;
}

std::string check_settings(const json::object& changes) {
  if (changes.empty()) return "no setting is named";
  for (const auto& change : changes) {
    const Setting* setting = find_setting(change.key());
    if (!setting) return unknown_setting(change.key());
    std::string message = check_value(*setting, change.value());
    if (!message.empty()) return message;
  }
  return {};
}

std::string setting_text(std::string_view name, const json::value& value) {
  const Setting* setting = find_setting(name);
  MAYDAY_ASSERT(setting != nullptr);
  if (value.is_bool()) return flag_text(value.get_bool());
  if (value.is_int64()) return std::to_string(value.get_int64());
  std::string text(value.as_string());
  return setting->form == Form::time ? to_text(parse_time(text)) : text;
}

DeskSettings with_setting(DeskSettings settings, std::string_view name, const json::value& value) {
  DeskPlan& plan = settings.plan;
  std::string text = setting_text(name, value);
  if (name == "auth")
    plan.auth = text;
  else if (name == "patience")
    plan.patience = parse_time(text);
  else if (name == "retries")
    plan.retries = std::stoi(text);
  else if (name == "breaker_failures")
    plan.breaker_failures = std::stoi(text);
  else if (name == "breaker_open")
    plan.breaker_open = parse_time(text);
  else if (name == "token_cache")
    plan.token_cache = text == "on";
  else if (name == "manual_approval")
    plan.manual_approval = text == "on";
  else if (name == "receiver")
    plan.receiver = text == "on";
  else if (name == "auth_rollout")
    plan.auth_rollout = parse_time(text);
  else if (name == "app_key")
    settings.app_key = text;
  else if (name == "app_security")
    settings.app_security = text;
  else if (const DeskSwitch* one = find_desk_switch(name))
    plan.switches = with_switch(std::move(plan.switches), *one, text);
  else
    broken("unchecked setting");
  return settings;
}

}  // namespace mayday
