#pragma once

#include "simulated_lines.h"
#include "skill.h"

namespace mayday {

/// What every part of a simulated team's course has in hand: one fault, one team, and where its
/// lines go. Draws and lines bear the fault's name. Private to the library.
struct CourseTools {
  const Plan& plan;
  const FaultPlan& fault;
  const Measured& truth;  ///< As the quiet drill measured it.
  const Skill& skill;
  const LevelTable& pace;
  SimulatedLines& to;

  bool manages(const std::string& item, std::int64_t per_mille) const {
    return skill.manages(fault.id + "/" + item, per_mille);
  }
  Duration takes(const std::string& stage, Duration median) const {
    return skill.takes(fault.id + "/" + stage, median);
  }
  Instant later(Instant from, const std::string& stage, Duration median) const {
    return from == kNever ? kNever : from + takes(stage, median);
  }
  void act(Instant at, std::string action, json::object body = {},
           std::vector<events::Finding> findings = {}) const {
    if (at != kNever) to.act(at, std::move(action), std::move(body), fault.id, std::move(findings));
  }

  /// One request that really failed.
  std::vector<events::Finding> evidence() const {
    events::Finding finding;
    finding.id = "r-" + fault.id;
    finding.known = finding.failing = true;
    finding.operation = fault.operations.empty() ? "" : fault.operations.front();
    finding.at = truth.symptom;
    return {finding};
  }
};

/// What an ordinary team takes: a quarter of the way from the target to the limit.
inline Duration ordinary(const Span& span) { return span.target + (span.limit - span.target) / 4; }

/// The team's tickets for a fault that it declared then. Returns when the vendor has mended it;
/// kNever when it has no reason to.
Instant ask_vendor(const CourseTools& tools, Instant declared);

/// What an insider would tell users.
struct Outlook {
  Instant better;  ///< When most are well again.
  Instant over;    ///< When everything is as it was.
};

/// The team's notices to users, from when it declared; the last drill minute is `end`.
void tell_users(const CourseTools& tools, Instant declared, const Outlook& outlook, Instant end);

}  // namespace mayday
