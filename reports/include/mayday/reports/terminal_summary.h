#pragma once

#include <string>

#include "mayday/scoring/scorecard.h"

namespace mayday {

/// A few lines for a terminal or a build log: verdict, score, bars, the three costliest gaps.
/// Whatever people wrote shows and does nothing: no control character, no command of a build
/// server.
std::string terminal_summary(const Scorecard& card);

}  // namespace mayday
