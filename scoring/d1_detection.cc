#include "parts.h"

namespace mayday {
namespace {

Ppm worth_of(const Detection& claim, const ClaimWorth& worth) {
  if (claim.hinted) return worth.hint;
  if (claim.source == "alert") return worth.alert;
  if (claim.source == "human") return worth.human;
  return claim.source == "vendor" ? worth.vendor : worth.user;
}

struct Best {
  const Detection* claim = nullptr;
  Ppm value = 0;
  Ppm time = 0;
};

/// All claims are tried: a slow alert may be worth more than an early complaint.
Best best_claim(const FaultTimeline& fault, const Profile& profile) {
  Best best;
  for (const Detection& claim : fault.detections) {
    const LevelTable& limits = table(profile, level_at(fault.truth, claim.at));
    Ppm time = time_curve(between(fault.symptom, claim.at), limits.detect);
    Ppm value = times(time, worth_of(claim, profile.claims));
    if (best.claim == nullptr || value > best.value) best = {&claim, value, time};
  }
  return best;
}

}  // namespace

Dimension detection(const FaultTimeline& fault, const Profile& profile) {
  Dimension result = new_dimension("d1", {"发现", "Detection"});
  Best best = best_claim(fault, profile);
  if (best.claim == nullptr) {
    add_factor(result, "time", 0, kOne, {"没有人发现", "nobody saw it"});
    return result;
  }
  result.value = best.value;
  Text after = spoken(between(fault.symptom, best.claim->at));
  add_factor(result, "time", best.time, kOne - best.time,
             {"症状出现后 " + after.zh + " 发现（" + best.claim->what + "）",
              "seen " + after.en + " after the first symptom (" + best.claim->what + ")"});
  add_factor(result, "source", worth_of(*best.claim, profile.claims), best.time - best.value,
             with("来源：", "by: ", {best.claim->source, best.claim->source}));
  return result;
}

}  // namespace mayday
