#pragma once

#include <string>

#include "mayday/base/json.h"
#include "mayday/base/plan.h"

namespace mayday {

/// The desk's settings as they are in effect.
struct DeskSettings {
  DeskPlan plan;
  std::string app_key;  ///< Hesi's open-interface key pair.
  std::string app_security;
};

/// The settings of a new desk: the plan's, with the key pair the company was given.
DeskSettings first_settings(const DeskPlan& plan);

/// Name -> text, the security masked.
json::object to_json(const DeskSettings& settings);

/// What is wrong with these changes and what would be right; "" when nothing is.
std::string check_settings(const json::object& changes);

/// The text of one checked value, in the form that `to_json` shows.
std::string setting_text(std::string_view name, const json::value& value);

/// The settings after one checked change. `auth` is set like the others; that it takes its time is
/// the desk's business.
DeskSettings with_setting(DeskSettings settings, std::string_view name, const json::value& value);

}  // namespace mayday
