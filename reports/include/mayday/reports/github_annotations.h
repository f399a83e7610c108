#pragma once

#include <string>

#include "mayday/scoring/scorecard.h"

namespace mayday {

/// The drill for GitHub Actions: one workflow command a line, which the run's page shows beside
/// `file` (the scenario as its runner named it; empty: none is named). What broke a gate or cannot
/// be judged is an `error`, the three costliest gaps of a drill that failed are warnings, and a
/// drill that passed says so in one notice. Whatever people wrote stays inside its command.
std::string github_annotations(const Scorecard& card, const std::string& file);

}  // namespace mayday
