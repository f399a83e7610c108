#pragma once

#include <string>
#include <string_view>

#include "mayday/base/json.h"
#include "mayday/base/text.h"
#include "mayday/ledger/events.h"

namespace mayday {

/// What an action was about, in one raw line: "level 2", "hesi.approval · upstream-timeout · hesi".
/// Holds whatever its sender wrote.
std::string action_detail(const events::Action& action);

/// A member of an action's body for people: a string, an object of zh and en, or whatever else is
/// there as it was written. Empty when it is missing.
Text text_member(const json::object& body, std::string_view name);

}  // namespace mayday
