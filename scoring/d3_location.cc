#include <algorithm>

#include "parts.h"

namespace mayday {
namespace {

constexpr std::size_t kTries = 3;
constexpr Ppm kWithoutEvidence = 800'000;

struct Judged {
  const LocationAttempt* attempt = nullptr;
  std::size_t nth = 0;  ///< 0 for the first.
  Ppm proven = 0;       ///< Quality with its evidence factor.
  Ppm timely = 0;       ///< … times the time curve.
  Ppm value = 0;        ///< … times the factor for its place in the order.
};

Judged judge(const FaultTimeline& fault, const Profile& profile, std::size_t nth) {
  const LocationAttempt& attempt = fault.locations[nth];
  const Span& limits = table(profile, level_at(fault.truth, attempt.at)).locate;
  Judged judged{&attempt, nth, 0, 0, 0};
  judged.proven = times(attempt.quality, attempt.evidence ? kOne : kWithoutEvidence);
  judged.timely = times(judged.proven, time_curve(between(fault.symptom, attempt.at), limits));
  judged.value = judged.timely;
  for (std::size_t i = 0; i < nth; ++i) judged.value = times(judged.value, profile.retry);
  return judged;
}

}  // namespace

Ppm location_value(const FaultTimeline& fault, const Profile& profile, std::size_t nth) {
  return nth < kTries ? judge(fault, profile, nth).value : 0;
}

Dimension location(const FaultTimeline& fault, const Profile& profile) {
  Dimension result = new_dimension("d3", {"定位", "Localisation"});
  Judged best;
  for (std::size_t nth = 0; nth < std::min(kTries, fault.locations.size()); ++nth) {
    Judged judged = judge(fault, profile, nth);
    if (best.attempt == nullptr || judged.value > best.value) best = judged;
  }
  if (best.attempt == nullptr) {
    add_factor(result, "quality", 0, kOne, {"从未定位", "never located"});
    return result;
  }
  result.value = best.value;
  std::string nth = std::to_string(best.nth + 1);
  add_factor(
      result, "quality", best.proven, kOne - best.proven,
      best.attempt->evidence
          ? Text{"第 " + nth + " 次定位，有有效证据", "attempt " + nth + ", with valid evidence"}
          : Text{"第 " + nth + " 次定位，无有效证据", "attempt " + nth + ", no valid evidence"});
  add_factor(result, "time", share(best.timely, best.proven), best.proven - best.timely,
             with("症状出现后 ",
                  "after the first symptom: ", spoken(between(fault.symptom, best.attempt->at))));
  add_factor(result, "order", share(best.value, best.timely), best.timely - best.value,
             {"之前错误定位 " + std::to_string(best.nth) + " 次",
              std::to_string(best.nth) + " wrong answers came first"});
  return result;
}

}  // namespace mayday
