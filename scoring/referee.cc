#include "mayday/scoring/referee.h"

#include <algorithm>

#include "mayday/scoring/level_watch.h"

namespace mayday {
namespace {

constexpr Duration kBaseline = 5min;
constexpr Duration kFollowed = 10min;
constexpr Ppm kOverloaded = 950'000;

FaultScope scope_of(const Trail& trail, const FaultPlan& fault) {
  FaultScope scope{fault.id, {}, {fault.reach.begin(), fault.reach.end()}};
  for (const auto& [t, journey] : trail.journeys)
    if (bitten_by(journey, fault.id)) scope.kinds.insert({journey.journey, journey.client});
  return scope;
}

/// The five minutes before the fault was armed, kind by kind.
std::map<std::string, Baseline> baselines_of(const Trail& trail, const FaultScope& scope,
                                             Instant arm) {
  std::map<std::string, Baseline> baselines;
  for (const JourneyPlan& journey : plan_of(trail).journeys) {
    Indicator calm;
    for (const auto& [t, body] : trail.journeys)
      if (body.journey == journey.kind && scope.covers(body) && t < arm &&
          body.outcome != "refused")
        calm.add(t, body.outcome == "done" && body.path == "normal", body.ended - body.began);
    IndicatorReading reading = calm.at(arm, kBaseline);
    Ppm success = reading.journeys == 0 ? kOne : reading.success();
    baselines[journey.kind] = {success, reading.p95, journey.good_within};
  }
  return baselines;
}

/// For faults that hurt by load, whose victims nobody bit: the first minute well below the
/// baseline.
Instant overload_symptom(const Trail& trail, const FaultScope& scope, const Baseline& baseline,
                         const std::string& kind, Instant onset) {
  Indicator indicator;
  for (const auto& [t, journey] : trail.journeys) {
    if (journey.journey != kind || !scope.covers(journey) || journey.outcome == "refused") continue;
    indicator.add(t, journey.outcome == "done", journey.ended - journey.began);
    IndicatorReading reading = indicator.at(t);
    bool enough = reading.journeys >= Indicator::kLeast && reading.from >= onset;
    if (enough && reading.success() < times(baseline.success, kOverloaded)) return reading.from;
  }
  return kNever;
}

Instant any_symptom(const Trail& trail, const FaultScope& scope,
                    const std::map<std::string, Baseline>& baselines, Instant onset) {
  Instant first = first_symptom(trail, scope.fault);
  if (first != kNever) return first;
  for (const auto& [kind, baseline] : baselines)
    first = std::min(first, overload_symptom(trail, scope, baseline, kind, onset));
  return first;
}

/// Journeys and gauges in the order they were written.
void watch_all(const Trail& trail, FaultWatch& watch, LevelWatch& level) {
  Instant length{plan_of(trail).length};
  auto gauge = trail.gauges.begin();
  for (const auto& [t, journey] : trail.journeys) {
    // After `length` nobody sets out any more, and only the slow are still to come: no fair sample.
    if (t > length) break;
    for (; gauge != trail.gauges.end() && gauge->t <= t; ++gauge) watch.step(gauge->t, gauge->body);
    watch.step(t, journey);
    if (watch.mitigated() == kNever) level.step(t, journey);
  }
}

void read_engine(const Trail& trail, Measured& measured) {
  for (const auto& [t, armed] : trail.armed)
    if (armed.fault == measured.fault) measured.arm = std::min(measured.arm, t);
  for (const auto& [t, bit] : trail.bits) {
    if (bit.fault != measured.fault) continue;
    measured.onset = std::min(measured.onset, t);
    if (!bit.victim.empty()) ++measured.victims;
    measured.bites = std::max<std::int64_t>(measured.bites, 1);
  }
  for (const auto& [t, ended] : trail.ended) {
    if (ended.fault != measured.fault) continue;
    measured.ended = t;
    measured.ended_by = ended.by;
    measured.bites = std::max(measured.bites, ended.bites);
  }
}

Duration sampling_gap(const Plan& plan, const FaultScope& scope) {
  Duration smallest = kForever;
  for (const JourneyPlan& journey : plan.journeys) {
    if (scope.harms(journey.kind) && journey.rate > 0)
      smallest = std::min(smallest, journey.per / journey.rate);
  }
  return smallest == kForever ? Duration{0} : smallest;
}

/// The functions that at least one in ten of its harmed travellers lost; when none says which, all
/// that their kinds of journey need.
std::vector<std::string> functions_hit(const Trail& trail, const std::string& fault) {
  std::map<std::string, std::int64_t> lost;
  std::int64_t losses = 0;
  std::set<std::string> needed;
  for (const auto& [t, journey] : trail.journeys) {
    if (!bitten_by(journey, fault)) continue;
    for (const JourneyPlan& kind : plan_of(trail).journeys)
      if (kind.kind == journey.journey) needed.insert(kind.functions.begin(), kind.functions.end());
    if (!bad_for_user(journey) || journey.failed_at.empty()) continue;
    ++losses;
    ++lost[journey.failed_at];
  }
  if (losses == 0) return {needed.begin(), needed.end()};
  std::vector<std::string> hit;
  for (const auto& [function, count] : lost)
    if (count * 10 >= losses) hit.push_back(function);
  return hit;
}

/// A silent loss is over when the books say so, once no more is lost.
void recover_by_books(const Trail& trail, Measured& measured) {
  measured.recovered = kNever;
  measured.recovered_spans.clear();
  bool lasting = !measured.mitigated_spans.empty() && measured.mitigated_spans.back().to == kNever;
  if (!lasting) return;
  measured.recovered = first_clean(trail, measured.mitigated_spans.back().from);
  if (measured.recovered != kNever) measured.recovered_spans = {{measured.recovered, kNever}};
}

Measured measure_one(const Trail& trail, const FaultPlan& fault, const Profile& profile) {
  Measured measured;
  measured.fault = fault.id;
  read_engine(trail, measured);
  if (measured.onset == kNever) return measured;
  FaultScope scope = scope_of(trail, fault);
  std::map<std::string, Baseline> baselines =
      baselines_of(trail, scope, measured.arm == kNever ? measured.onset : measured.arm);
  measured.symptom = any_symptom(trail, scope, baselines, measured.onset);
  if (fault.observable_at != kNever)
    measured.symptom = std::max(measured.onset, fault.observable_at);
  measured.symptom_seen = measured.symptom != kNever;
  if (!measured.symptom_seen) measured.symptom = measured.onset;
  measured.delta = sampling_gap(plan_of(trail), scope);
  measured.functions_hit = functions_hit(trail, fault.id);
  for (const auto& [kind, client] : scope.kinds) measured.kinds_hit.insert(kind);

  FaultWatch watch(scope, baselines, measured.symptom, profile.mitigate_at);
  LevelWatch level(fault.id, plan_of(trail), measured.onset, measured.symptom);
  watch_all(trail, watch, level);
  measured.bypassed = watch.bypassed();
  measured.mitigated = watch.mitigated();
  measured.recovered = watch.recovered();
  measured.flaps = watch.flaps();
  measured.mitigated_spans = watch.mitigated_spans();
  measured.recovered_spans = watch.recovered_spans();
  if (fault.observable_at != kNever) recover_by_books(trail, measured);
  measured.truth = level.steps();
  measured.share = level.worst_share();
  measured.down = level.down();
  return measured;
}

}  // namespace

Instant first_symptom(const Trail& trail, const std::string& fault) {
  std::vector<Instant> harmed;
  for (const auto& [t, journey] : trail.journeys)
    if (bad_for_user(journey) && bitten_by(journey, fault)) harmed.push_back(t);
  for (std::size_t i = 0; i + 2 < harmed.size(); ++i)
    if (harmed[i + 2] - harmed[i] <= kFollowed) return harmed[i];
  return kNever;
}

Instant first_clean(const Trail& trail, Instant from) {
  for (const auto& [t, reconciled] : trail.reconciled)
    if (reconciled.open.empty() && t >= from) return t;
  return kNever;
}

std::vector<Measured> measure(const Trail& trail, const Profile& profile) {
  std::vector<Measured> all;
  for (const FaultPlan& fault : plan_of(trail).faults)
    all.push_back(measure_one(trail, fault, profile));
  return all;
}

}  // namespace mayday
