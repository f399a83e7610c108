#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "mayday/base/json.h"
#include "mayday/base/text.h"
#include "mayday/scoring/scorecard.h"

namespace mayday {

/// How long after the first symptom a team had done something: for the slowest of a drill's faults.
struct TookRecord {
  std::string what;  ///< detect | locate | mitigate | recover.
  Duration took{0};
  bool reached = true;  ///< False: not before the drill's end, when it had taken `took`.
};
BOOST_DESCRIBE_STRUCT(TookRecord, (), (what, took, reached))

/// What is kept of a drill to set it beside others. Points are hundredths.
struct DrillRecord {
  std::string ledger;  ///< Path below the catalogue's folder.
  std::string ledger_head;
  std::int64_t when = 0;  ///< Seconds since 1970: a live drill's start, a virtual one's writing.
  std::string scenario;
  Text title;
  std::string world;
  std::int64_t seed = 0;
  std::string profile;
  std::string model;
  std::int64_t score = 0;
  std::int64_t low = 0;
  std::int64_t high = 0;
  std::string letter;
  std::string verdict;
  std::vector<TookRecord> took;
  std::vector<Improvement> improvements;  ///< Those of the team's own review.
};
BOOST_DESCRIBE_STRUCT(DrillRecord, (),
                      (ledger, ledger_head, when, scenario, title, world, seed, profile, model,
                       score, low, high, letter, verdict, took, improvements))

/// The record of a scored drill; `ledger` and `when` are the caller's to fill in.
DrillRecord record_of(const Scorecard& card);

}  // namespace mayday
