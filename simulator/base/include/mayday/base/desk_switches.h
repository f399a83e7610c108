#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "mayday/base/name_value.h"

namespace mayday {

/// A desk setting that is one of a few words and changes nothing at the desk by itself: it says
/// what people have seen to, and faults end when it is set right.
struct DeskSwitch {
  std::string_view name;
  std::array<std::string_view, 2> choices;  ///< The first is the default.
};

inline constexpr std::array<DeskSwitch, 13> kDeskSwitches = {{
    {"order_db", {"primary", "standby"}},
    {"egress", {"all", "drained"}},
    {"web_release", {"current", "previous"}},
    {"token_refresh", {"per-worker", "single-flight"}},
    {"org_mapping", {"current", "corrected"}},
    {"batch", {"full", "throttled"}},
    {"mobile_cache", {"on", "off"}},
    {"budget_control", {"automatic", "manual"}},
    {"payment_retries", {"open", "held"}},
    {"booking_channel", {"direct", "alternative"}},
    {"signing_key", {"unknown", "restored"}},
    {"settlement", {"running", "frozen"}},
    {"rebooking", {"open", "held"}},
}};

/// The switch of this name, or nullptr.
const DeskSwitch* find_desk_switch(std::string_view name);

/// What a switch is at, given those that are not at their default.
std::string_view switch_position(const DeskSwitch& of, const std::vector<NameValue>& changed);

/// Those that are not at their default, after one more is set.
std::vector<NameValue> with_switch(std::vector<NameValue> changed, const DeskSwitch& which,
                                   std::string_view position);

}  // namespace mayday
