#pragma once

#include <string>

#include "mayday/ledger/events.h"

namespace mayday {

/// What an action was about, in one raw line: "level 2", "hesi.approval · upstream-timeout · hesi".
/// Holds whatever its sender wrote.
std::string action_detail(const events::Action& action);

}  // namespace mayday
