#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mayday/base/json.h"
#include "mayday/base/time.h"

namespace mayday {

/// What the value of a setting looks like.
enum class Form : std::uint8_t { choice, time, count, flag, text };

struct Setting {
  std::string_view name;
  Form form;
  std::vector<std::string_view> choices;  ///< Of a choice.
};

/// Every setting of the desk, in the order in which they are shown.
const std::vector<Setting>& known_settings();

/// The setting of this name, or nullptr.
const Setting* find_setting(std::string_view name);

/// A time as people write one: "10s", "1m30s", "1.5s", "500ms". Negative when it is not, or is
/// longer than a day.
Duration parse_time(std::string_view text);

/// What is wrong with the value of a setting, or "".
std::string check_value(const Setting& setting, const json::value& value);

/// "on" or "off".
std::string flag_text(bool on);

}  // namespace mayday
