#pragma once

#include "mayday/scoring/timeline.h"

/// The model's worked examples as timelines, in drill minutes after the onset.
namespace mayday::worked {

Instant minute(std::int64_t n);

/// Hesi's approvals stall: level 2, the vendor's fault, mended in about an hour.
FaultTimeline case_one();

/// Nobody can log in after the vendor's auth upgrade: level 1, a partial roll-back and a relapse.
FaultTimeline case_two();

/// The whole drill around one fault, two hours long.
DrillFacts drill(const FaultTimeline& fault);

/// Case one with its free false alarm.
DrillFacts case_one_drill();

/// Case two with its premature claim.
DrillFacts case_two_drill();

}  // namespace mayday::worked
