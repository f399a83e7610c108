#pragma once

#include <map>
#include <string>
#include <vector>

#include "mayday/base/indicator.h"
#include "mayday/ledger/events.h"
#include "mayday/scoring/scorecard.h"

namespace mayday {

/// Measures a fault's true level from how many people it reached and what they lost.
///
/// Level 1: four staff in five, and log-in or three of login, booking, approval and payment down.
/// Level 3: one in twenty at most. Level 2: what lies between. It only rises.
///
/// The share is that of the staff whose last journey of the past 15 minutes was bad, among those
/// who made one. In a small sample a share says little. So fewer than ten people, or half of a
/// smaller staff, say nothing; the journey that is the first symptom is left out, for it is there
/// because it was bad; a level only rises when the sample bears it out by three standard deviations
/// (with the correction for drawing from a known number of staff, so that the whole staff needs no
/// margin); and what is found within five minutes of the first symptom counts from the symptom: it
/// was so, it had only to be counted.
class LevelWatch {
 public:
  LevelWatch(std::string fault, const Plan& plan, Instant onset, Instant symptom);

  void step(Instant t, const events::Journey& journey);

  const std::vector<LevelAt>& steps() const { return steps_; }
  std::int64_t worst_share() const { return worst_per_mille_; }
  const std::vector<std::string>& down() const { return down_; }

 private:
  struct Last {
    Instant at;
    bool bad = false;
  };

  bool is_symptom(Instant t, const events::Journey& journey) const;
  void judge(Instant now);
  int measured_level(Instant now);
  void count_functions(Instant t, const events::Journey& journey);
  bool is_down(const std::string& function, Instant now);

  std::string fault_;
  const Plan& plan_;
  Instant onset_;
  Instant symptom_;
  std::map<std::string, Last> last_;  ///< By staff.
  std::map<std::string, Indicator> functions_;
  Instant judged_{Duration::min()};
  std::vector<LevelAt> steps_;
  std::int64_t worst_per_mille_ = 0;
  std::vector<std::string> down_;
};

}  // namespace mayday
