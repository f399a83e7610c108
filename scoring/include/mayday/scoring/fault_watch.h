#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "mayday/base/indicator.h"
#include "mayday/base/plan.h"
#include "mayday/ledger/events.h"
#include "mayday/scoring/ppm.h"

namespace mayday {

struct TimeRange {
  Instant from;
  Instant to = kNever;
};

/// Whose journeys speak for a fault: the kinds and client classes that it bit, over the people whom
/// it can harm. Known from the whole ledger, so that the windows before the first bite are the same
/// ones.
struct FaultScope {
  std::string fault;
  std::set<std::pair<std::string, std::string>> kinds;  ///< (journey kind, client).
  std::set<std::string> reach;                          ///< Empty: everyone.

  bool covers(const events::Journey& journey) const;
  /// It bit this kind, from whatever client.
  bool harms(const std::string& kind) const;
};

/// How a kind of journey fares when nothing is wrong.
struct Baseline {
  Ppm success = kOne;
  Duration p95{0};
  Duration good_within{0};

  /// A 95th percentile above `times_ten` tenths of the baseline's. One below a tenth of the kind's
  /// `good_within` is never too slow: no traveller minds it, and at high speeds a baseline of a few
  /// milliseconds is mostly noise of the machine.
  bool too_slow(Duration measured, std::int64_t times_ten) const;
};

/// Watches one fault's indicators go by and stamps workaround, mitigation, relapses and recovery.
/// A plain value: `step` it with every journey and gauge in order, then read the stamps.
///
/// A window is judged as a whole and stamps its own start, so the time it takes to be sure never
/// counts against the team. Only windows that lie wholly after the first symptom count. Where a
/// fault harms several kinds of journey, it is over when all of them are well; a kind without a
/// single journey in ten minutes says nothing unless none has any, which is failing.
class FaultWatch {
 public:
  FaultWatch(FaultScope scope, std::map<std::string, Baseline> baselines, Instant symptom,
             Ppm mitigate_at)
      : scope_(std::move(scope)),
        baselines_(std::move(baselines)),
        symptom_(symptom),
        mitigate_at_(mitigate_at) {}

  void step(Instant t, const events::Journey& journey);
  void step(Instant t, const events::Gauge& gauge);

  Instant bypassed() const { return bypassed_; }
  Instant mitigated() const;
  Instant recovered() const;  ///< Start of the recovery that lasted.
  int flaps() const { return flaps_; }
  const std::vector<TimeRange>& mitigated_spans() const { return mitigated_; }
  const std::vector<TimeRange>& recovered_spans() const { return recovered_; }

 private:
  /// All kinds' windows at once.
  struct View {
    bool relapsed = false;  ///< Some kind is below the band by more than chance explains.
    Instant from = kNever;
    Ppm success = kOne;  ///< Of the worst kind.
    bool fast = true;
    bool silent = true;
  };
  struct Unfinished {
    Instant since = kNever;
    Instant stale_at = Instant{Duration::min()};  ///< Last moment at which something was overdue.
  };

  View view(Instant now, Duration span, std::int64_t times_ten) const;
  void judge(Instant now);
  void judge_bypass(Instant now);
  void judge_band(Instant now);
  void judge_recovery(Instant now);
  bool inside_band() const { return !mitigated_.empty() && mitigated_.back().to == kNever; }
  /// The last moment up to now at which something was unfinished for too long.
  Instant last_stale(Instant now) const;

  FaultScope scope_;
  std::map<std::string, Baseline> baselines_;
  Instant symptom_;
  Ppm mitigate_at_;
  std::map<std::string, Indicator> normal_;       ///< By kind.
  std::map<std::string, Indicator> alternative_;  ///< By kind.
  Indicator all_;
  std::map<std::string, Unfinished> unfinished_;
  Instant judged_{Duration::min()};
  Instant confirmed_;  ///< When the band was last known to hold; a relapse lies wholly after it.
  Instant bypassed_ = kNever;
  std::vector<TimeRange> mitigated_;
  std::vector<TimeRange> recovered_;
  int flaps_ = 0;
};

}  // namespace mayday
