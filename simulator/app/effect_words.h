#pragma once

#include <string>

#include "mayday/base/effects.h"

namespace mayday {

/// What an effect does, in a few words: "hang 30s, then close".
std::string words_of(const EffectPlan& effect);

}  // namespace mayday
