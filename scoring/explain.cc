#include "explain.h"

#include <algorithm>
#include <utility>

#include "explain_parts.h"

namespace mayday {

const LevelTable& table_at(const FaultTimeline& fault, const Profile& profile, Instant at) {
  return table(profile, level_at(fault.truth, std::min(at, fault.end)));
}

Text by(std::string zh, std::string en, Instant at) {
  return {std::move(zh) + "（不晚于 " + to_clock(at) + "）", std::move(en) + " by " + to_clock(at)};
}

Explanation about(const FaultTimeline& fault, Instant at, std::string event) {
  if (at == kNever) event.clear();
  return {at, std::move(event), {}, fault};
}

namespace {

using Plain = Explanation (*)(const FaultTimeline&, const Profile&);

struct Row {
  std::string_view dimension;
  std::string_view part;
  Plain explain;
};

constexpr Row kRows[] = {{"d1", "time", seen_sooner},         {"d1", "source", seen_by_alert},
                         {"d2", "grading", graded_right},     {"d2", "declare", declared_sooner},
                         {"d2", "grade", graded_sooner},      {"d4", "mitigate", mitigated_sooner},
                         {"d4", "recover", recovered_sooner}, {"d4", "relapse", no_relapse},
                         {"d4", "verify", verified_sooner},   {"d5", "first", told_sooner},
                         {"d5", "cadence", told_steadily},    {"d5", "eta", estimated_better},
                         {"d5", "content", told_wholly},      {"d5", "reach", told_everywhere},
                         {"d5", "honesty", told_truly},       {"d6", "vendor", vendor_sooner}};

}  // namespace

Explanation explain(const FaultTimeline& fault, const Profile& profile,
                    const std::string& dimension, const std::string& part) {
  if (fault.symptom == kNever)
    return {kNever, "", {"故障从未生效", "the fault never bit; there was nothing to do"}, fault};
  if (part == "handled") return taken_up(fault, profile);
  if (dimension == "d3") return located_better(fault, profile, part);
  for (const Row& row : kRows)
    if (row.dimension == dimension && row.part == part) return row.explain(fault, profile);
  if (dimension == "d6") return vendor_better(fault, profile, part);
  return books_better(fault, profile, part);
}

}  // namespace mayday
