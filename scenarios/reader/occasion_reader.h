#pragma once

#include <string>
#include <vector>

#include "fault_context.h"
#include "fields.h"

namespace mayday::reader {

/// What a fault waits for, and how long after that it begins.
struct Occasion {
  OccasionPlan what;
  Duration later{0};
};

/// Reads `after`: cue, {cue: true}, {fault: ID, is: bitten}, {action: NAME},
/// {desk: SETTING, becomes: VALUES} or {alert: NAME}, each with `by` or without.
Occasion read_after(const Node& node, const FaultContext& context);

/// Reads what a team does or hears: an action, a setting or an alert.
OccasionPlan read_event(const Node& node, const FaultContext& context);

/// A desk setting and the values that it is waited for to take.
struct SettingReached {
  std::string setting;
  std::vector<std::string> values;
};

/// Reads the keys `desk` and `becomes` of a map.
SettingReached read_becomes(const Fields& fields);

}  // namespace mayday::reader
