#include <algorithm>

#include "parts.h"

namespace mayday {
namespace {

constexpr Ppm kBypassWorth = 850'000;

int level_when(const FaultTimeline& fault, Instant at) {
  return level_at(fault.truth, std::min(at, fault.end));
}

/// A workaround counts, but less than a cure.
Ppm mitigation(const FaultTimeline& fault, const Profile& profile) {
  Span cured = table(profile, level_when(fault, fault.mitigated)).mitigate;
  Span bypassed = table(profile, level_when(fault, fault.bypassed)).mitigate;
  return std::max(
      time_curve(between(fault.symptom, fault.mitigated), cured),
      times(kBypassWorth, time_curve(between(fault.symptom, fault.bypassed), bypassed)));
}

Text mitigation_note(const FaultTimeline& fault) {
  Text cured = spoken(between(fault.symptom, fault.mitigated));
  Text bypassed = spoken(between(fault.symptom, fault.bypassed));
  return {"缓解用时 " + cured.zh + "，绕行用时 " + bypassed.zh,
          "mitigated after " + cured.en + ", workaround after " + bypassed.en};
}

}  // namespace

Dimension recovery(const FaultTimeline& fault, const Profile& profile) {
  Dimension result = new_dimension("d4", {"缓解、恢复与验证", "Mitigate, recover, verify"});
  Text by_itself{"故障自行结束，团队未处置", "the fault ended by itself before the team acted"};
  add_part(result, "mitigate", 400'000, fault.self_healed ? 0 : mitigation(fault, profile),
           fault.self_healed ? by_itself : mitigation_note(fault));

  Duration recovering = between(fault.symptom, fault.recovered);
  Ppm on_time =
      fault.self_healed
          ? 0
          : time_curve(recovering, table(profile, level_when(fault, fault.recovered)).recover);
  add_part(
      result, "recover", 400'000, on_time,
      fault.self_healed ? by_itself : with("恢复用时 ", "recovered after ", spoken(recovering)));
  if (fault.flaps > 0) {
    Ppm kept = kOne;
    for (int i = 0; i < fault.flaps; ++i) kept = times(kept, profile.flap);
    Ppm loss = times(400'000, on_time - times(on_time, kept));
    add_factor(result, "relapse", kept, loss,
               {"缓解后复发 " + std::to_string(fault.flaps) + " 次",
                std::to_string(fault.flaps) + " relapses after mitigation"});
    result.value -= loss;
  }
  Duration verifying = between(fault.recovered, fault.verified);
  add_part(result, "verify", 200'000,
           time_curve(verifying, table(profile, level_when(fault, fault.verified)).verify),
           with("恢复后验证用时 ", "verified after recovery: ", spoken(verifying)));
  return result;
}

}  // namespace mayday
