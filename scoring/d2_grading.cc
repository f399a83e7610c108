#include <algorithm>

#include "parts.h"

namespace mayday {
namespace {

/// The level that was true before the step in force at `at`, while its grace lasts; else 0.
int forgiven_level(const std::vector<LevelAt>& truth, Instant at, Duration grace) {
  for (std::size_t i = truth.size(); i-- > 1;)
    if (truth[i].at <= at) return at < truth[i].at + grace ? truth[i - 1].level : 0;
  return 0;
}

/// What the grade given costs at this moment. Within the grace after the scope grew, the old level
/// and the new one are both right: nobody is fined for grading anew at once either.
Ppm cost_at(const FaultTimeline& fault, const Profile& profile, Instant at, int given) {
  Ppm cost = grading_cost(profile, level_at(fault.truth, at), given);
  int before = forgiven_level(fault.truth, at, profile.slacks.regrade);
  return before == 0 ? cost : std::min(cost, grading_cost(profile, before, given));
}

/// Every moment at which the cost can change, within [from, to].
std::vector<Instant> changes(const FaultTimeline& fault, const Profile& profile, Instant from,
                             Instant to) {
  std::vector<Instant> at{from, to};
  for (const LevelAt& step : fault.given) at.push_back(step.at);
  for (const LevelAt& step : fault.truth) {
    at.push_back(step.at);
    at.push_back(step.at + profile.slacks.regrade);
  }
  std::erase_if(at, [&](Instant t) { return t < from || t > to; });
  std::sort(at.begin(), at.end());
  return at;
}

/// Cost over time, from the first grade to mitigation, as a share of `limit`.
Ppm held_cost(const FaultTimeline& fault, const Profile& profile, Duration limit) {
  Instant from = fault.given.front().at;
  Instant to = std::max(from, mitigated_or_end(fault));
  std::vector<Instant> at = changes(fault, profile, from, to);
  std::int64_t cost = 0;  // ppm times milliseconds
  for (std::size_t i = 0; i + 1 < at.size(); ++i) {
    std::int64_t ms = (at[i + 1] - at[i]) / 1ms;
    cost += ms * cost_at(fault, profile, at[i], level_at(fault.given, at[i]));
  }
  return std::min(kOne, rounded(cost, std::max<std::int64_t>(1, limit / 1ms)));
}

/// The longest stretch graded wrongly, in words for the report.
Text strip_note(const FaultTimeline& fault, const Profile& profile) {
  Instant from = fault.given.front().at;
  Instant to = std::max(from, mitigated_or_end(fault));
  Duration low{0};
  Duration high{0};
  std::vector<Instant> at = changes(fault, profile, from, to);
  for (std::size_t i = 0; i + 1 < at.size(); ++i) {
    int given = level_at(fault.given, at[i]);
    if (cost_at(fault, profile, at[i], given) == 0) continue;
    (given > level_at(fault.truth, at[i]) ? low : high) += at[i + 1] - at[i];
  }
  if (low == 0s && high == 0s) return {"分级正确", "graded right"};
  if (low >= high) return {"定级偏低 " + spoken(low).zh, "graded too low for " + spoken(low).en};
  return {"定级偏高 " + spoken(high).zh, "graded too high for " + spoken(high).en};
}

}  // namespace

Dimension grading(const FaultTimeline& fault, const Profile& profile) {
  Dimension result = new_dimension("d2", {"上报与分级", "Declare and grade"});
  Duration to_declare = between(first_detection(fault).at, fault.declared);
  const LevelTable& declaring =
      table(profile, level_at(fault.truth, std::min(fault.declared, fault.end)));
  if (fault.given.empty()) {
    // As bad as it can be held, and at first what the profile says of no grade at all.
    int true_level = level_at(fault.truth, mitigated_or_end(fault));
    Ppm at_first = kOne - grading_cost(profile, true_level, 0);
    add_part(result, "grading", 666'667, at_first / 2, {"从未定级", "never graded"});
  } else {
    Instant first = fault.given.front().at;
    Ppm at_first = kOne - cost_at(fault, profile, first, fault.given.front().level);
    Duration limit = table(profile, level_at(fault.truth, first)).grade.limit;
    Ppm held = kOne - held_cost(fault, profile, limit);
    add_part(result, "grading", 666'667, rounded(at_first + held, 2), strip_note(fault, profile));
  }
  add_part(result, "declare", 200'000, time_curve(to_declare, declaring.declare),
           with("发现后上报用时 ", "declared after detection: ", spoken(to_declare)));
  Instant first = fault.given.empty() ? kNever : fault.given.front().at;
  Duration to_grade = between(fault.declared, first);
  add_part(
      result, "grade", 133'333,
      time_curve(to_grade, table(profile, level_at(fault.truth, std::min(first, fault.end))).grade),
      with("上报后定级用时 ", "graded after declaring: ", spoken(to_grade)));
  return result;
}

}  // namespace mayday
