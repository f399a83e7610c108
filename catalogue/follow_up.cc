#include "mayday/catalogue/follow_up.h"

#include <algorithm>

namespace mayday {
namespace {

using Later = std::vector<DrillRecord>::const_iterator;

FollowUp follow(const Improvement& improvement, const DrillRecord& drill, Later from, Later end,
                std::int64_t now) {
  FollowUp up{improvement, drill.scenario, drill.when, drill.ledger, "open", {}};
  std::int64_t touched = drill.when;
  for (Later later = from; later != end; ++later) {
    if (improvement.verify_by.empty() || later->scenario != improvement.verify_by) continue;
    touched = later->when;
    if (later->verdict != "pass") continue;
    up.state = "closed";
    up.closed = later->ledger;
    return up;
  }
  if (now - touched > kQuarterSeconds) up.state = "stale";
  return up;
}

}  // namespace

std::vector<FollowUp> follow_ups_of(const std::vector<DrillRecord>& records, std::int64_t now) {
  std::vector<FollowUp> ups;
  for (Later drill = records.begin(); drill != records.end(); ++drill)
    for (const Improvement& improvement : drill->improvements)
      ups.push_back(follow(improvement, *drill, drill + 1, records.end(), now));
  return ups;
}

}  // namespace mayday
