#include "mayday/scoring/facts.h"

#include <algorithm>

namespace mayday {

bool is_blip(const FaultPlan& fault) {
  return std::all_of(fault.truths.begin(), fault.truths.end(), [](const TruthPlan& truth) {
    return truth.component.empty() || truth.component == "none";
  });
}

std::vector<std::size_t> faults_of(const Attribution& attribution, int incident) {
  std::vector<std::size_t> faults;
  for (std::size_t i = 0; i < attribution.of_fault.size(); ++i)
    for (int of : attribution.of_fault[i])
      if (of == incident) faults.push_back(i);
  return faults;
}

bool within(const std::vector<TimeRange>& ranges, Instant at, Duration delta) {
  return std::any_of(ranges.begin(), ranges.end(), [&](const TimeRange& range) {
    return at + delta >= range.from && at < range.to;
  });
}

bool never_came(const FaultPlan& plan, const Measured& measured) {
  bool forestalled = plan.at == kNever || !measured.ended_by.empty();
  return measured.arm == kNever && forestalled;
}

bool is_scored(const FaultPlan& plan, const Measured& measured) {
  return !is_blip(plan) && !never_came(plan, measured);
}

DrillFacts scored_part(const Plan& plan, const Findings& found) {
  DrillFacts facts = found.facts;
  facts.faults.clear();
  for (std::size_t i = 0; i < plan.faults.size(); ++i)
    if (is_scored(plan.faults[i], found.measured[i])) facts.faults.push_back(found.facts.faults[i]);
  return facts;
}

Findings find(const Trail& trail, const Profile& profile) {
  return find(trail, measure(trail, profile), profile);
}

Findings find(const Trail& trail, std::vector<Measured> measured, const Profile& profile) {
  Findings found;
  found.log = read_team(trail);
  found.measured = std::move(measured);
  found.attribution = attribute(trail, found.log, found.measured, profile);
  found.notices = check_notices(trail, found);
  found.tickets = check_tickets(trail, found);
  found.facts.books = check_books(trail, found.log);
  found.facts.length = std::min(plan_of(trail).length, trail.last.since_start);
  found.facts.false_alarms = found.attribution.false_alarms;
  found.facts.premature = premature_claims(found, profile);
  for (const auto& hint : found.log.hints) found.facts.hints.push_back({hint.body, hint.t});
  for (std::size_t i = 0; i < found.measured.size(); ++i)
    found.facts.faults.push_back(build_timeline(trail, found, profile, i));
  return found;
}

}  // namespace mayday
