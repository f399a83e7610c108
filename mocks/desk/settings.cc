#include "settings.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <numeric>
#include <vector>

#include "mayday/base/check.h"

namespace mayday {
namespace {

enum class Form : std::uint8_t { version, time, count, flag, text };

struct Setting {
  std::string_view name;
  Form form;
};

constexpr std::array<Setting, 11> kSettings = {{{"auth", Form::version},
                                                {"patience", Form::time},
                                                {"retries", Form::count},
                                                {"breaker_failures", Form::count},
                                                {"breaker_open", Form::time},
                                                {"token_cache", Form::flag},
                                                {"manual_approval", Form::flag},
                                                {"receiver", Form::flag},
                                                {"auth_rollout", Form::time},
                                                {"app_key", Form::text},
                                                {"app_security", Form::text}}};
constexpr std::int64_t kCountMax = 20;
constexpr Duration kTimeMax = 24h;

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

const Setting* find_setting(std::string_view name) {
  for (const Setting& setting : kSettings)
    if (setting.name == name) return &setting;
  return nullptr;
}

std::string unknown_setting(std::string_view name) {
  const Setting* nearest = &kSettings[0];
  for (const Setting& setting : kSettings)
    if (distance(name, setting.name) < distance(name, nearest->name)) nearest = &setting;
  std::string message = "unknown setting '" + std::string(name) + "'";
  if (distance(name, nearest->name) <= 3)
    return message + "; did you mean '" + std::string(nearest->name) + "'?";
  message += "; there are";
  for (const Setting& setting : kSettings) message += " " + std::string(setting.name);
  return message;
}

/// The length of a unit of time; zero when there is no such unit.
Duration unit_length(std::string_view unit) {
  if (unit == "h") return 1h;
  if (unit == "m") return 1min;
  if (unit == "s") return 1s;
  if (unit == "ms") return 1ms;
  return Duration{0};
}

/// Takes the digits off the front of `text` as a number; negative when there are none, or too many.
std::int64_t take_number(std::string_view& text, std::size_t digits_max) {
  std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  if (digits == 0 || digits > digits_max) return -1;
  std::int64_t number = 0;
  for (char digit : text.substr(0, digits)) number = number * 10 + (digit - '0');
  text.remove_prefix(digits);
  return number;
}

/// A time as people write one: "10s", "1m30s", "1.5s", "500ms". Negative when it is not.
Duration parse_time(std::string_view text) {
  constexpr Duration kWrong{-1};
  Duration sum{0};
  if (text.empty()) return kWrong;
  while (!text.empty()) {
    std::int64_t whole = take_number(text, 6);
    if (whole < 0) return kWrong;
    std::int64_t thousandths = 0;
    if (text.starts_with('.')) {
      text.remove_prefix(1);
      std::size_t before = text.size();
      thousandths = take_number(text, 3);
      if (thousandths < 0) return kWrong;
      for (std::size_t digits = before - text.size(); digits < 3; ++digits) thousandths *= 10;
    }
    std::size_t unit_size = std::min(text.find_first_of("0123456789"), text.size());
    Duration unit = unit_length(text.substr(0, unit_size));
    if (unit == Duration{0}) return kWrong;
    text.remove_prefix(unit_size);
    sum += whole * unit + thousandths * (unit / 1000);
    if (sum > kTimeMax) return kWrong;
  }
  return sum;
}

std::int64_t count_of(const json::value& value) {
  if (value.is_int64()) return value.get_int64();
  if (!value.is_string()) return -1;
  std::string_view text = value.get_string();
  std::int64_t number = -1;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size() ? number : -1;
}

std::string wrong(std::string_view name, std::string_view wants) {
  return "setting '" + std::string(name) + "' wants " + std::string(wants);
}

std::string check_value(const Setting& setting, const json::value& value) {
  std::string text = value.is_string() ? std::string(value.get_string()) : std::string();
  switch (setting.form) {
    case Form::version:
      if (text == "v1" || text == "v3" || text == "compatible") return {};
      return wrong(setting.name, "v1, v3 or compatible");
    case Form::time:
      if (Duration time = parse_time(text);
          time > Duration{0} || (time == Duration{0} && setting.name == "auth_rollout"))
        return {};
      return wrong(setting.name, "a time such as 10s or 1m30s, at most 24h");
    case Form::count:
      if (std::int64_t count = count_of(value); count >= 0 && count <= kCountMax) return {};
      return wrong(setting.name, "a whole number from 0 to " + std::to_string(kCountMax));
    case Form::flag:
      if (value.is_bool() || text == "on" || text == "off") return {};
      return wrong(setting.name, "on or off");
    case Form::text:
      if (!text.empty() && text.size() <= 200) return {};
      return wrong(setting.name, "a text of 1 to 200 bytes");
  }
  broken("unhandled Form");
}

std::string flag(bool on) { return on ? "on" : "off"; }

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
  all["token_cache"] = flag(plan.token_cache);
  all["manual_approval"] = flag(plan.manual_approval);
  all["receiver"] = flag(plan.receiver);
  all["auth_rollout"] = to_text(plan.auth_rollout);
  all["app_key"] = settings.app_key;
  all["app_security"] = masked(settings.app_security);
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
  if (value.is_bool()) return flag(value.get_bool());
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
  else
    broken("unchecked setting");
  return settings;
}

}  // namespace mayday
