#pragma once

#include <set>
#include <string>
#include <vector>

#include "mayday/scoring/fault_watch.h"
#include "mayday/scoring/profile.h"
#include "mayday/scoring/scorecard.h"
#include "mayday/scoring/trail.h"

namespace mayday {

/// What the referee measured of one fault, from journeys and the engine's own words; no claim of
/// anybody's enters it.
struct Measured {
  std::string fault;
  Instant arm = kNever;
  Instant onset = kNever;    ///< First bite.
  Instant symptom = kNever;  ///< Falls back on the onset when no traveller was ever harmed.
  bool symptom_seen = false;
  Instant bypassed = kNever;
  Instant mitigated = kNever;
  Instant recovered = kNever;
  Instant ended = kNever;  ///< The cause was gone.
  std::string ended_by;
  std::int64_t bites = 0;
  std::int64_t victims = 0;
  int flaps = 0;
  std::vector<LevelAt> truth;
  std::int64_t share = 0;                  ///< Worst share of staff affected, per mille.
  std::vector<std::string> down;           ///< Core functions that were down at some moment.
  std::vector<std::string> functions_hit;  ///< Functions that its victims lost.
  std::set<std::string> kinds_hit;         ///< Kinds of journey that it bit.
  std::vector<TimeRange> mitigated_spans;  ///< Inside the band, first to last.
  std::vector<TimeRange> recovered_spans;
  Duration delta{0};  ///< Smallest mean gap between journeys of the kinds it bit.
};

/// Measures every fault of the plan, in plan order.
std::vector<Measured> measure(const Trail& trail, const Profile& profile);

/// The first failed, unknown or late journey bitten by the fault that two more follow within ten
/// minutes; kNever when there is none.
Instant first_symptom(const Trail& trail, const std::string& fault);

/// The first reconciliation since `from` that left no difference open; kNever when there is none.
Instant first_clean(const Trail& trail, Instant from);

}  // namespace mayday
