#include "setting_forms.h"

#include <algorithm>
#include <charconv>

#include "mayday/base/check.h"
#include "mayday/base/desk_switches.h"

namespace mayday {
namespace {

constexpr std::int64_t kCountMax = 20;
constexpr Duration kTimeMax = 24h;

std::vector<Setting> all_settings() {
  std::vector<Setting> all = {{"auth", Form::choice, {"v1", "v3", "compatible"}},
                              {"patience", Form::time, {}},
                              {"retries", Form::count, {}},
                              {"breaker_failures", Form::count, {}},
                              {"breaker_open", Form::time, {}},
                              {"token_cache", Form::flag, {}},
                              {"manual_approval", Form::flag, {}},
                              {"receiver", Form::flag, {}},
                              {"auth_rollout", Form::time, {}},
                              {"app_key", Form::text, {}},
                              {"app_security", Form::text, {}}};
  for (const DeskSwitch& one : kDeskSwitches)
    all.push_back({one.name, Form::choice, {one.choices.begin(), one.choices.end()}});
  return all;
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

std::string check_choice(const Setting& setting, std::string_view text) {
  const std::vector<std::string_view>& choices = setting.choices;
  if (std::find(choices.begin(), choices.end(), text) != choices.end()) return {};
  std::string wants(choices.front());
  for (std::size_t i = 1; i < choices.size(); ++i)
    wants += (i + 1 == choices.size() ? " or " : ", ") + std::string(choices[i]);
  return wrong(setting.name, wants);
}

}  // namespace

const std::vector<Setting>& known_settings() {
  static const std::vector<Setting> kAll = all_settings();
  return kAll;
}

const Setting* find_setting(std::string_view name) {
  for (const Setting& setting : known_settings())
    if (setting.name == name) return &setting;
  return nullptr;
}

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

std::string check_value(const Setting& setting, const json::value& value) {
  std::string text = value.is_string() ? std::string(value.get_string()) : std::string();
  switch (setting.form) {
    case Form::choice:
      return check_choice(setting, value.is_bool() ? flag_text(value.get_bool()) : text);
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

std::string flag_text(bool on) { return on ? "on" : "off"; }

}  // namespace mayday
