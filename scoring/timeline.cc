#include "mayday/scoring/timeline.h"

#include <algorithm>

namespace mayday {

int level_at(const std::vector<LevelAt>& steps, Instant at) {
  if (steps.empty()) return 0;
  int level = steps.front().level;
  for (const LevelAt& step : steps)
    if (step.at <= at) level = step.level;
  return level;
}

Detection first_detection(const FaultTimeline& fault) {
  Detection first;
  for (const Detection& detection : fault.detections)
    if (detection.at < first.at) first = detection;
  return first;
}

Instant first_notice(const FaultTimeline& fault) {
  Instant first = kNever;
  for (const NoticeCheck& notice : fault.notices)
    if (notice.counts) first = std::min(first, notice.at);
  return first;
}

Instant mitigated_or_end(const FaultTimeline& fault) {
  return std::min(fault.mitigated, fault.end);
}
Instant recovered_or_end(const FaultTimeline& fault) {
  return std::min(fault.recovered, fault.end);
}

}  // namespace mayday
