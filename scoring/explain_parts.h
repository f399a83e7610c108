#pragma once

#include <string>

#include "explain.h"
#include "mayday/scoring/profile.h"

/// The nearest better action for each part of a dimension, one function a part (or a dimension,
/// whose parts it is told). Private to `explain`.
namespace mayday {

/// The table of the level that the fault had then.
const LevelTable& table_at(const FaultTimeline& fault, const Profile& profile, Instant at);

/// "… by 12:05".
Text by(std::string zh, std::string en, Instant at);

/// Nothing better yet; `at` and `event` are what cost the points, or kNever.
Explanation about(const FaultTimeline& fault, Instant at, std::string event);

// Detecting, grading, locating: explain_response.cc.
Explanation seen_sooner(const FaultTimeline& fault, const Profile& profile);
Explanation seen_by_alert(const FaultTimeline& fault, const Profile& profile);
Explanation taken_up(const FaultTimeline& fault, const Profile& profile);
Explanation graded_right(const FaultTimeline& fault, const Profile& profile);
Explanation declared_sooner(const FaultTimeline& fault, const Profile& profile);
Explanation graded_sooner(const FaultTimeline& fault, const Profile& profile);
Explanation located_better(const FaultTimeline& fault, const Profile& profile,
                           const std::string& part);

// Mitigating, recovering, verifying: explain_recovery.cc.
Explanation mitigated_sooner(const FaultTimeline& fault, const Profile& profile);
Explanation recovered_sooner(const FaultTimeline& fault, const Profile& profile);
Explanation no_relapse(const FaultTimeline& fault, const Profile& profile);
Explanation verified_sooner(const FaultTimeline& fault, const Profile& profile);

// Telling users: explain_notices.cc.
Explanation told_sooner(const FaultTimeline& fault, const Profile& profile);
Explanation told_steadily(const FaultTimeline& fault, const Profile& profile);
Explanation estimated_better(const FaultTimeline& fault, const Profile& profile);
Explanation told_wholly(const FaultTimeline& fault, const Profile& profile);
Explanation told_everywhere(const FaultTimeline& fault, const Profile& profile);
Explanation told_truly(const FaultTimeline& fault, const Profile& profile);

// Vendors and books: explain_vendor.cc.
Explanation vendor_sooner(const FaultTimeline& fault, const Profile& profile);
Explanation vendor_better(const FaultTimeline& fault, const Profile& profile,
                          const std::string& part);
Explanation books_better(const FaultTimeline& fault, const Profile& profile,
                         const std::string& part);

}  // namespace mayday
