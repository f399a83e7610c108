#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "mayday/base/time.h"

namespace mayday {

/// What an earlier drill's score.json says, as far as two drills can be compared. Units as in the
/// scorecard: points are hundredths.
struct EarlierRun {
  struct Bar {
    std::string id;  ///< d1 … d7.
    bool applies = true;
    std::int64_t points = 0;
  };
  struct Fault {
    std::string id;
    std::map<std::string, Instant> stamps;  ///< By name; one that never happened is left out.
  };

  std::string read_from;  ///< Shown to the reader: "earlier/2/score.json".
  std::string scenario;
  std::string model;
  std::string profile;
  std::string world;
  std::string starts;
  std::string verdict;
  std::string letter;
  std::int64_t seed = 0;
  std::int64_t score = 0;
  std::int64_t low = 0;
  std::int64_t high = 0;
  std::vector<Bar> bars;
  std::vector<Fault> faults;
};

/// Reads a score.json. InputError, which begins with `read_from`, when it is none.
EarlierRun earlier_run(std::string_view score_json, std::string read_from);

}  // namespace mayday
