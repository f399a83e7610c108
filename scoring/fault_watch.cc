#include "mayday/scoring/fault_watch.h"

#include <algorithm>

#include "mayday/scoring/trail.h"

namespace mayday {
namespace {

constexpr Duration kJudgeEvery = 1s;
constexpr Duration kRecoverySpan = 300s;
constexpr Ppm kBypassAt = 500'000;
constexpr std::int64_t kMitigatedTimesTen = 20;
constexpr std::int64_t kRecoveredTimesTen = 15;

/// Below the limit by three standard deviations of the count (windows are many). A minute of few
/// journeys that hovers about the limit is chance, not a relapse; the model says "a whole window
/// below", and a fair referee does not call that out of a handful of travellers.
bool clearly_below(const IndicatorReading& reading, Ppm limit) {
  Ppm short_of = limit - reading.success();
  return short_of > 0 && short_of * short_of * reading.journeys > 9 * limit * (kOne - limit);
}

}  // namespace

bool FaultScope::covers(const events::Journey& journey) const {
  return kinds.contains({journey.journey, journey.client}) &&
         (reach.empty() || reach.contains(journey.staff));
}

bool FaultScope::harms(const std::string& kind) const {
  return kinds.contains({kind, "pc"}) || kinds.contains({kind, "mobile"});
}

bool Baseline::too_slow(Duration measured, std::int64_t times_ten) const {
  return measured > good_within / 10 && measured > p95 * times_ten / 10;
}

void FaultWatch::step(Instant t, const events::Journey& journey) {
  if (!scope_.covers(journey) || !tells_about(journey, scope_.fault)) return;
  if (journey.outcome == "refused" || !baselines_.contains(journey.journey)) return;
  bool done = journey.outcome == "done";
  bool normal = done && journey.path == "normal";
  Duration latency = journey.ended - journey.began;
  normal_[journey.journey].add(t, normal, latency);
  alternative_[journey.journey].add(t, done && !normal, latency);
  all_.add(t, normal, latency);
  judge(t);
}

void FaultWatch::step(Instant t, const events::Gauge& gauge) {
  auto baseline = baselines_.find(gauge.subject);
  if (gauge.gauge != "unfinished" || baseline == baselines_.end() || !scope_.harms(gauge.subject))
    return;
  Unfinished& unfinished = unfinished_[gauge.subject];
  bool overdue = unfinished.since != kNever && unfinished.since + baseline->second.good_within < t;
  if (overdue) unfinished.stale_at = t;
  unfinished.since = gauge.since;
}

Instant FaultWatch::last_stale(Instant now) const {
  Instant last{Duration::min()};
  for (const auto& [kind, unfinished] : unfinished_) {
    last = std::max(last, unfinished.stale_at);
    if (unfinished.since != kNever && unfinished.since + baselines_.at(kind).good_within < now)
      last = now;
  }
  return last;
}

FaultWatch::View FaultWatch::view(Instant now, Duration span, std::int64_t times_ten) const {
  View view;
  for (const auto& [kind, indicator] : normal_) {
    IndicatorReading reading = indicator.at(now, span);
    if (reading.journeys == 0) continue;
    view.silent = false;
    view.from = std::min(view.from, reading.from);
    view.success = std::min(view.success, reading.success());
    view.relapsed = view.relapsed || clearly_below(reading, mitigate_at_);
    if (baselines_.at(kind).too_slow(reading.p95, times_ten)) view.fast = false;
  }
  if (view.silent) view.success = 0;
  if (view.silent) view.relapsed = true;
  if (view.silent) view.from = now - Indicator::kStretch;
  return view;
}

void FaultWatch::judge(Instant now) {
  if (symptom_ == kNever || now < symptom_ || now < judged_ + kJudgeEvery) return;
  judged_ = now;
  judge_bypass(now);
  judge_band(now);
  judge_recovery(now);
}

void FaultWatch::judge_bypass(Instant now) {
  if (bypassed_ != kNever) return;
  for (const auto& [kind, indicator] : alternative_) {
    IndicatorReading reading = indicator.at(now);
    if (reading.from < symptom_ || reading.success() < kBypassAt) continue;
    bypassed_ = std::min(bypassed_, reading.from);
  }
}

void FaultWatch::judge_band(Instant now) {
  View window = view(now, Indicator::kSpan, kMitigatedTimesTen);
  if (inside_band()) {
    if (window.from < confirmed_ || !window.relapsed) return;
    ++flaps_;
    mitigated_.back().to = window.from;
    if (!recovered_.empty() && recovered_.back().to == kNever) recovered_.back().to = window.from;
    confirmed_ = window.from;
    return;
  }
  bool fresh = window.from >= symptom_ && window.from >= confirmed_;
  if (!fresh || window.success < mitigate_at_ || !window.fast) return;
  mitigated_.push_back({window.from, kNever});
  confirmed_ = now;
}

void FaultWatch::judge_recovery(Instant now) {
  if (!inside_band() || (!recovered_.empty() && recovered_.back().to == kNever)) return;
  IndicatorReading reading = all_.at(now, kRecoverySpan);
  Instant earliest = std::max(symptom_, mitigated_.size() > 1 ? mitigated_.back().from : symptom_);
  if (reading.journeys == 0 || reading.from < earliest) return;
  if (reading.bad() > std::max<std::int64_t>(1, reading.journeys / 100)) return;
  if (last_stale(now) > reading.from) return;
  if (!view(now, kRecoverySpan, kRecoveredTimesTen).fast) return;
  recovered_.push_back({std::max(reading.from, mitigated_.back().from), kNever});
}

Instant FaultWatch::mitigated() const {
  return mitigated_.empty() ? kNever : mitigated_.front().from;
}

Instant FaultWatch::recovered() const {
  return recovered_.empty() || recovered_.back().to != kNever ? kNever : recovered_.back().from;
}

}  // namespace mayday
