#pragma once

#include <string>
#include <vector>

#include "mayday/base/text.h"
#include "mayday/reports/earlier_run.h"
#include "mayday/scoring/scorecard.h"

namespace mayday {

/// One figure of both drills as it is printed.
struct ComparedFigure {
  Text name;
  std::string earlier;
  std::string now;
  std::string change;  ///< "+3.20", "−4m"; empty when one of them is missing.
  bool better = false;
  bool worse = false;
};

/// This drill beside an earlier one of the same scenario.
struct Comparison {
  Text finding;                        ///< One honest sentence: two drills are no trend.
  std::vector<Text> differences;       ///< Seed, profile, model or world that is not the same.
  std::vector<ComparedFigure> points;  ///< The score, then the bars.
  std::vector<ComparedFigure> stages;  ///< How long each fault's stages took.
};
Comparison compare(const Scorecard& card, const EarlierRun& earlier);

}  // namespace mayday
