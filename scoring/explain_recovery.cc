#include <algorithm>

#include "explain_parts.h"

namespace mayday {
Explanation mitigated_sooner(const FaultTimeline& fault, const Profile& profile) {
  Instant served = std::min(fault.mitigated, fault.bypassed);
  Explanation why = about(fault, served, "journey");
  Instant target = fault.symptom + table_at(fault, profile, fault.symptom).mitigate.target;
  why.better.mitigated = std::min(fault.mitigated, target);
  why.better.self_healed = false;
  why.instead = by("用户恢复可用", "serve users again", target);
  return why;
}

Explanation recovered_sooner(const FaultTimeline& fault, const Profile& profile) {
  Explanation why = about(fault, fault.recovered, "journey");
  Instant target = fault.symptom + table_at(fault, profile, fault.symptom).recover.target;
  why.better.recovered = std::min(fault.recovered, target);
  why.better.mitigated = std::min(fault.mitigated, why.better.recovered);
  why.better.self_healed = false;
  why.instead = by("完全恢复", "recover wholly", target);
  return why;
}

Explanation no_relapse(const FaultTimeline& fault, const Profile&) {
  Explanation why = about(fault, fault.relapsed, "journey");
  why.better.flaps = 0;
  why.instead = {"不再复发", "no relapse"};
  return why;
}

Explanation verified_sooner(const FaultTimeline& fault, const Profile& profile) {
  Explanation why = about(fault, fault.verified, "regression");
  Instant target = fault.recovered == kNever
                       ? kNever
                       : fault.recovered + table_at(fault, profile, fault.recovered).verify.target;
  why.better.verified = std::min(fault.verified, target);
  why.instead = target == kNever ? Text{"恢复后跑回归", "run the regression after recovery"}
                                 : by("跑完回归", "a green regression", target);
  return why;
}

}  // namespace mayday
