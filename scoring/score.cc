#include "mayday/scoring/score.h"

#include <algorithm>

#include "impact.h"
#include "mayday/scoring/gates.h"
#include "mayday/scoring/losses.h"
#include "mayday/scoring/no_fault.h"
#include "mayday/scoring/population.h"
#include "mayday/scoring/stamps.h"
#include "mayday/scoring/total.h"

namespace mayday {
namespace {

void describe_drill(const Trail& trail, const Profile& profile, Scorecard& card) {
  const Plan& plan = plan_of(trail);
  card.scenario = plan.scenario;
  card.title = plan.title;
  card.origin = plan.origin;
  card.world = trail.open.world;
  card.speed = trail.open.speed;
  card.sealed = trail.open.sealed;
  card.model = trail.open.model;
  card.profile = profile.name;
  card.seed = static_cast<std::int64_t>(plan.seed);
  card.length = plan.length;
  card.starts = plan.starts;
  card.pauses = trail.pauses;
  card.closed = trail.closed;
  card.last = trail.last;
  for (const auto& [t, slip] : trail.slips) card.slip += slip.by;
}

void add_notes(const Trail& trail, const Findings& found, Scorecard& card) {
  if (trail.closed.empty()) {
    std::string at = to_clock(trail.last);
    card.notes.push_back(
        {"演练未正常结束，评分截至 " + at, "the drill was cut off; it is scored up to " + at});
  }
  if (!found.facts.books.known)
    card.notes.push_back(
        {"没有账目核对，数据完整性不计分", "no books were compared; data integrity is left out"});
  if (!trail.open.sealed)
    card.notes.push_back(
        {"团队程序与引擎同用户运行，账本未封存",
         "the team's program ran as the engine's user; the ledger was not sealed from it"});
  for (const Measured& fault : found.measured)
    if (fault.onset != kNever && !fault.symptom_seen)
      card.notes.push_back(
          {"故障 " + fault.fault + " 未伤及任何旅程，计时从生效开始",
           "fault " + fault.fault + " harmed no journey; its clocks start at the onset"});
}

FaultScore fault_score(const FaultPlan& plan, const Measured& measured, const FaultTimeline& line,
                       const FaultTotal& total) {
  FaultScore score;
  score.id = plan.id;
  if (!plan.truths.empty()) score.truth = plan.truths.front();
  score.vendor = to_text(plan.vendor);
  score.bites = measured.bites;
  score.victims = measured.victims;
  score.level = total.level;
  score.share = measured.share;
  score.functions = measured.down;
  score.ended = measured.ended;
  score.by = measured.ended_by;
  score.self_healed = line.self_healed;
  score.seen = !line.detections.empty();
  score.handled = line.handled;
  score.missed = total.missed;
  score.flaps = measured.flaps;
  score.omega = total.omega;
  score.score = hundredths(total.score, 10'000);
  score.dimensions = total.dimensions;
  score.grades = {line.truth, line.given};
  score.locations = line.locations;
  score.phases = phases_of(line);
  return score;
}

void score_faults(const Trail& trail, const Findings& found, const DrillFacts& facts,
                  const Profile& profile, Scorecard& card) {
  Total result = total(facts, profile);
  price_parts(result);
  for (std::size_t i = 0, n = 0; i < found.measured.size(); ++i) {
    const FaultPlan& plan = plan_of(trail).faults[i];
    if (!is_scored(plan, found.measured[i])) continue;
    const FaultTimeline& line = found.facts.faults[i];
    card.faults.push_back(fault_score(plan, found.measured[i], line, result.faults[n++]));
    const std::vector<int>& incidents = found.attribution.of_fault[i];
    if (!incidents.empty())
      card.faults.back().incident =
          found.log.incidents[static_cast<std::size_t>(incidents.front())].id;
    std::vector<LocationAttempt>& locations = card.faults.back().locations;
    for (std::size_t nth = 0; nth < locations.size(); ++nth)
      locations[nth].value = location_value(line, profile, nth);
    card.timestamps.push_back({plan.id, stamps_of(line, found.measured[i].ended_by)});
    card.delta = std::max(card.delta, line.delta);
  }
  card.score = result.score;
  card.low = result.low;
  card.high = result.high;
  card.caps = result.caps;
  card.penalties = result.penalties;
  card.dimensions = result.dimensions;
  card.losses = losses(result, facts, profile);
}

void score_calm(const Trail& trail, const Findings& found, const Profile& profile,
                Scorecard& card) {
  NoFault result = no_fault_score(trail, found, profile);
  card.no_fault = true;
  card.score = card.low = card.high = result.score;
  card.no_fault_parts = std::move(result.parts);
  card.losses = std::move(result.losses);
}

/// Where the score stands among the simulated teams of this very drill, when there are any.
void stand(const Plan& plan, Scorecard& card) {
  const Population* teams = find_population(plan, card.model, card.profile);
  if (teams == nullptr) return;
  card.population = teams->name;
  card.percentile = percentile(*teams, card.score);
}

std::string never_bit(const Plan& plan, const Findings& found) {
  std::string names;
  for (std::size_t i = 0; i < plan.faults.size(); ++i) {
    const Measured& fault = found.measured[i];
    if (fault.bites > 0 || never_came(plan.faults[i], fault)) continue;
    names += (names.empty() ? "" : ", ") + fault.fault;
  }
  return names;
}

std::string broken_gates(const std::vector<GateResult>& gates) {
  std::string names;
  for (const GateResult& gate : gates)
    if (!gate.passed) names += (names.empty() ? "" : ", ") + gate.name;
  return names;
}

/// The longest time in which no traveller's journey ended.
Duration longest_silence(const Trail& trail) {
  Instant until = std::min(Instant{plan_of(trail).length}, trail.last);
  Instant heard;
  Duration longest{0};
  for (const auto& [t, journey] : trail.journeys) {
    if (t > until) break;
    longest = std::max(longest, t - heard);
    heard = t;
  }
  return std::max(longest, until - heard);
}

/// The canary that measures every fault was off: in ten minutes, and the time of ten journeys more,
/// nobody travelled. Faults cannot do that, for a journey that hangs ends as a late one.
bool canary_was_off(const Trail& trail) {
  Duration gap = kForever;
  for (const JourneyPlan& journey : plan_of(trail).journeys)
    if (journey.rate > 0) gap = std::min(gap, journey.per / journey.rate);
  return gap != kForever && longest_silence(trail) > Indicator::kStretch + 10 * gap;
}

void judge(const Trail& trail, const Findings& found, Scorecard& card) {
  const Plan& plan = plan_of(trail);
  std::string idle = never_bit(plan, found);
  if (!found.log.voided.empty()) {
    card.verdict = "void";
    card.why = {"主持人判定演练无效：" + found.log.voided,
                "called off by the facilitator: " + found.log.voided};
  } else if (trail.closed.empty()) {
    card.verdict = "inconclusive";
    card.why = {"账本在演练结束前中断", "the ledger ends before the drill was closed"};
  } else if (card.no_fault && card.length == kForever) {
    card.verdict = "inconclusive";
    card.why = {"只搭建了环境，没有演练", "an estate stood; nothing was drilled"};
  } else if (!idle.empty()) {
    card.verdict = "inconclusive";
    card.why = {"故障从未生效：" + idle, "never bit: " + idle};
  } else if (canary_was_off(trail)) {
    std::string silent = to_text(longest_silence(trail));
    card.verdict = "void";
    card.why = {"探测流量中断 " + silent + "，无法评判",
                "nobody travelled for " + silent + ": without its canary a drill cannot be judged"};
  } else {
    std::string broken = broken_gates(card.gates);
    card.verdict = broken.empty() ? "pass" : "fail";
    if (!broken.empty()) card.why = {"未达标：" + broken, "gate not reached: " + broken};
  }
}

}  // namespace

Scorecard score(const std::vector<Event>& events, const Profile& profile, std::string ledger_head) {
  Trail trail = sort_events(events);
  Findings found = find(trail, profile);
  DrillFacts facts = scored_part(plan_of(trail), found);
  Scorecard card;
  card.ledger_head = std::move(ledger_head);
  describe_drill(trail, profile, card);
  add_notes(trail, found, card);
  card.books = found.facts.books;
  if (facts.faults.empty())
    score_calm(trail, found, profile, card);
  else
    score_faults(trail, found, facts, profile, card);
  card.letter = letter(card.score, card.caps);
  card.grade = grade_text(card.letter);
  stand(plan_of(trail), card);
  card.gates = judge_gates(plan_of(trail), card, facts);
  card.alerts = found.attribution.alerts;
  card.incidents = found.attribution.incidents;
  card.notices = found.notices;
  card.tickets = found.tickets;
  card.impact = impact_of(trail);
  card.improvements = improvements_of(trail, found.log, card.losses);
  judge(trail, found, card);
  return card;
}

}  // namespace mayday
