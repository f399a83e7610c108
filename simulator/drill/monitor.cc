#include "mayday/drill/monitor.h"

#include <optional>

namespace mayday {
namespace {

constexpr Duration kBaseline = 5min;

Member member_of(const AlertRule& rule) {
  return parse_member(rule.journey).value_or(Member::hesi);
}

}  // namespace

Monitor::Monitor(Ledger& ledger, CallIndex& calls, const Plan& plan)
    : ledger_(ledger), calls_(calls) {
  for (const AlertRule& rule : plan.alerts) {
    watches_.push_back({&rule, false, false, {}});
    if (!rule.operation.empty()) calls.watch(member_of(rule), rule.operation);
  }
}

void Monitor::see(Instant now, const events::Journey& journey) {
  if (journey.outcome == "refused") return;
  // A workaround's success is not the system's: the alert stays until the normal path works again.
  bool good = journey.outcome == "done" && journey.path == "normal";
  journeys_[journey.journey].add(now, good, journey.ended - journey.began);
}

void Monitor::evaluate(Instant now) {
  for (Watch& watch : watches_) {
    if (watch.rule->measure == Measure::http_errors) {
      Member member = member_of(*watch.rule);
      const std::string& operation = watch.rule->operation;
      auto [calls, failed] =
          operation.empty() ? calls_.totals(member) : calls_.totals(member, operation);
      std::deque<VendorSample>& samples = vendors_[watch.rule->alert];
      samples.push_back({now, calls, failed});
      while (samples.size() > 2 && samples[1].at <= now - watch.rule->over) samples.pop_front();
    }
    if (!is_bad(*watch.rule, now)) {
      if (watch.firing) tell(watch, now, "resolved");
      watch.pending = watch.firing = false;
      continue;
    }
    if (!watch.pending) watch.began = now;
    watch.pending = true;
    if (watch.firing || now - watch.began < watch.rule->hold) continue;
    watch.firing = true;
    tell(watch, now, "firing");
  }
}

bool Monitor::is_below(const AbortPlan& abort, Instant now) const {
  auto found = journeys_.find(abort.journey);
  if (found == journeys_.end()) return false;
  IndicatorReading reading = found->second.at(now, abort.over);
  return reading.journeys >= Indicator::kLeast && reading.from >= Instant{kBaseline} &&
         reading.success() < std::int64_t{abort.below} * 1000;
}

bool Monitor::is_bad(const AlertRule& rule, Instant now) const {
  switch (rule.measure) {
    case Measure::success_rate:
    case Measure::latency_p95:
      return journeys_bad(rule, now);
    case Measure::http_errors:
      return vendor_bad(rule);
  }
  return false;
}

bool Monitor::journeys_bad(const AlertRule& rule, Instant now) const {
  auto found = journeys_.find(rule.journey);
  if (found == journeys_.end()) return false;
  IndicatorReading reading = found->second.at(now, rule.over);
  if (reading.journeys < rule.least) return false;
  if (rule.measure == Measure::success_rate) return reading.success() < rule.limit * 1000;
  return reading.p95 > std::chrono::milliseconds{rule.limit};
}

bool Monitor::vendor_bad(const AlertRule& rule) const {
  const std::deque<VendorSample>& samples = vendors_.at(rule.alert);
  std::int64_t calls = samples.back().calls - samples.front().calls;
  std::int64_t failed = samples.back().failed - samples.front().failed;
  return calls >= rule.least && failed * 1000 > rule.limit * calls;
}

void Monitor::tell(const Watch& watch, Instant now, const char* state) {
  events::Alert alert;
  alert.alert = watch.rule->alert;
  alert.state = state;
  alert.severity = watch.rule->severity;
  alert.component = watch.rule->component;
  alert.symptom = watch.rule->symptom;
  alert.functions = watch.rule->functions;
  alert.began = watch.began;
  ledger_.add(now, alert);
  if (on_firing && alert.state == "firing") on_firing(alert.alert);
}

}  // namespace mayday
