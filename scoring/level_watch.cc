#include "mayday/scoring/level_watch.h"

#include <algorithm>

#include "mayday/scoring/ppm.h"
#include "mayday/scoring/trail.h"

namespace mayday {
namespace {

constexpr Duration kJudgeEvery = 5s;
constexpr Duration kPast = 15min;
constexpr Duration kCounting = 5min;
constexpr std::string_view kCore[] = {"login", "booking", "approval", "payment"};

/// True when `bad` of `n` people, drawn from a staff of `whole`, show a share above `per_cent`. By
/// three standard deviations, for a level is judged again and again and never falls.
bool surely_above(std::int64_t bad, std::int64_t n, std::int64_t whole, std::int64_t per_cent) {
  std::int64_t excess = 100 * bad - per_cent * n;  // hundredths of a person
  if (n == 0 || excess <= 0) return false;
  std::int64_t unseen = std::max<std::int64_t>(0, whole - n);
  std::int64_t variance = n * per_cent * (100 - per_cent);  // times 10'000
  return excess * excess * std::max<std::int64_t>(1, whole - 1) > 9 * variance * unseen;
}

const JourneyPlan* find_journey(const Plan& plan, const std::string& kind) {
  for (const JourneyPlan& journey : plan.journeys)
    if (journey.kind == kind) return &journey;
  return nullptr;
}

}  // namespace

LevelWatch::LevelWatch(std::string fault, const Plan& plan, Instant onset, Instant symptom)
    : fault_(std::move(fault)), plan_(plan), onset_(onset), symptom_(symptom) {
  if (symptom != kNever) steps_.push_back({symptom, 3});
}

void LevelWatch::step(Instant t, const events::Journey& journey) {
  if (t < onset_ || symptom_ == kNever || !tells_about(journey, fault_)) return;
  if (journey.outcome != "refused" && !is_symptom(t, journey)) {
    last_[journey.staff] = {t, bad_for_user(journey)};
    count_functions(t, journey);
  }
  if (t >= symptom_ && t >= judged_ + kJudgeEvery) judge(t);
}

bool LevelWatch::is_symptom(Instant t, const events::Journey& journey) const {
  return t == symptom_ && bad_for_user(journey) && bitten_by(journey, fault_);
}

/// A journey that failed at a function speaks against that one, for those before it, and says
/// nothing of those after it, which it never reached. A bad journey that names no function speaks
/// against the last one that its kind needs.
void LevelWatch::count_functions(Instant t, const events::Journey& journey) {
  const JourneyPlan* kind = find_journey(plan_, journey.journey);
  if (kind == nullptr || kind->functions.empty()) return;
  bool bad = bad_for_user(journey);
  const std::string& lost = journey.failed_at.empty() ? kind->functions.back() : journey.failed_at;
  for (const std::string& function : kind->functions) {
    bool here = bad && function == lost;
    functions_[function].add(t, !here, Duration{0});
    if (here) break;
  }
}

bool LevelWatch::is_down(const std::string& function, Instant now) {
  IndicatorReading reading = functions_[function].at(now);
  if (reading.journeys < Indicator::kLeast || reading.success() >= kOne / 2) return false;
  if (std::find(down_.begin(), down_.end(), function) == down_.end()) down_.push_back(function);
  return true;
}

int LevelWatch::measured_level(Instant now) {
  std::int64_t people = 0;
  std::int64_t bad = 0;
  for (const auto& [staff, last] : last_) {
    if (last.at <= now - kPast) continue;
    ++people;
    if (last.bad) ++bad;
  }
  std::int64_t whole = std::ssize(plan_.estate.staff);
  int core = 0;
  for (std::string_view function : kCore) core += is_down(std::string(function), now) ? 1 : 0;
  if (people < Indicator::kLeast && people < std::max<std::int64_t>(1, whole / 2)) return 3;
  worst_per_mille_ = std::max(worst_per_mille_, bad * 1000 / people);
  bool grave = core >= 3 || is_down("login", now);
  // "At least four in five" against "more than": 79 % is the last whole per cent below.
  if (grave && surely_above(bad, people, whole, 79)) return 1;
  return surely_above(bad, people, whole, 5) ? 2 : 3;
}

void LevelWatch::judge(Instant now) {
  judged_ = now;
  int level = measured_level(now);
  if (level >= steps_.back().level) return;
  if (now < symptom_ + kCounting)
    steps_ = {{symptom_, level}};
  else
    steps_.push_back({now, level});
}

}  // namespace mayday
