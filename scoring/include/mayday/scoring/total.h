#pragma once

#include <string>
#include <vector>

#include "mayday/scoring/dimensions.h"

namespace mayday {

/// One fault's dimensions with their weights, and its score in ppm of 100 points. `low` and `high`
/// are those of all corners of the sampled stamps, each of which is late by anything up to `delta`.
struct FaultTotal {
  std::vector<Dimension> dimensions;
  Ppm score = 0;
  Ppm low = 0;
  Ppm high = 0;
  std::int64_t omega = 0;
  int level = 3;  ///< The gravest it reached.
  bool missed = false;
};

/// Its score alone, without the corners.
Ppm fault_score(const FaultTimeline& fault, const Profile& profile);

FaultTotal fault_total(const FaultTimeline& fault, const Profile& profile);

/// The whole drill, in hundredths of a point.
struct Total {
  std::int64_t score = 0;
  std::int64_t low = 0;
  std::int64_t high = 0;
  std::int64_t raw = 0;  ///< Before penalties and caps.
  std::vector<FaultTotal> faults;
  std::vector<Dimension> dimensions;  ///< Seven, over all faults by their omegas.
  std::vector<Penalty> penalties;
  std::vector<Cap> caps;
};

/// Faults weighed, penalties taken off, caps put on. There is at least one fault.
Total total(const DrillFacts& facts, const Profile& profile);

/// Spreads the weights of the dimensions that do not apply over those that do, and returns the
/// score.
Ppm weigh(std::vector<Dimension>& dimensions, const Profile& profile);

/// How many false alarms cost nothing: one for every hour begun.
std::int64_t free_alarms(const DrillFacts& facts);

/// False alarms, premature claims and hints; only those that cost or count.
std::vector<Penalty> penalties(const DrillFacts& facts);

/// A from 90, B from 80, C from 70, D from 60, else E; no A while a cap is in force.
std::string letter(std::int64_t score, const std::vector<Cap>& caps);

/// The letter's word.
Text grade_text(const std::string& letter);

}  // namespace mayday
