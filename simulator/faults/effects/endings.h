#pragma once

#include <optional>

#include "mayday/base/effects.h"
#include "mayday/world/http.h"

namespace mayday {

/// What a call comes to when a fault says how it ends; nothing when it goes on to be answered.
std::optional<Reply> end_with(Sequel sequel);

}  // namespace mayday
