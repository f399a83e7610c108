#pragma once

#include <string>
#include <string_view>

#include "mayday/base/desk_actions.h"
#include "mayday/base/member.h"
#include "mayday/base/plan.h"
#include "nearest.h"
#include "tree.h"

/// The closed lists of the language that are not enumerations of the plan.
namespace mayday::reader {

/// hesi | airline | hotel | payment.
Member read_vendor(const Node& node);

/// One of those, or desk: whom a fault may touch.
Member read_target(const Node& node);

/// What a traveller loses when a step fails.
inline const Names kFunctions = {"login", "booking", "approval", "payment"};

/// What a vendor's desk may want to know before it mends anything.
inline const Names kNeeds = {"request-id",   "time-range", "endpoint",
                             "error-sample", "impact",     "steps"};

/// What people can do at the desk beside changing settings.
inline const Names kDeskActions(mayday::kDeskActions.begin(), mayday::kDeskActions.end());

/// A desk setting and the text that says its value: "v1", "on", "10s", "2".
struct Setting {
  std::string name;
  std::string value;
};

/// Every desk setting that can be changed by name.
Names setting_names();

/// Of the rules that watch a drill.
Names alert_names(const Plan& plan);

/// Checks one value of a setting and gives the desk's own way to write it: "on" for true.
Setting read_setting(const std::string& name, const Node& value);

Names ids(const std::vector<Term>& terms);

}  // namespace mayday::reader
