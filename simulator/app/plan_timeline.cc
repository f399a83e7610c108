#include "plan_timeline.h"

#include <fmt/format.h>

#include <algorithm>

#include "fault_words.h"
#include "mayday/base/check.h"

namespace mayday {
namespace {

/// Turns of a flap that are shown one by one.
constexpr std::int64_t kTurnsShown = 3;

struct Moment {
  Instant at;
  std::string kind;
  std::string what;
};

using Moments = std::vector<Moment>;

const FaultPlan* find_fault(const Plan& plan, const std::string& id) {
  for (const FaultPlan& fault : plan.faults)
    if (fault.id == id) return &fault;
  return nullptr;
}

/// A fault whose beginning and end are known.
struct Life {
  const FaultPlan& fault;
  Instant begins;
  Instant ends;
};

void tell_ramp(const Life& life, Moments& moments) {
  const EnvelopePlan& ramp = life.fault.strength;
  for (int quarter = 1; quarter <= 4; ++quarter) {
    std::int64_t strength = ramp.from + (1000 - static_cast<std::int64_t>(ramp.from)) * quarter / 4;
    moments.push_back({life.begins + ramp.over / 4 * quarter, "strength",
                       fmt::format("{} at {}: {}", life.fault.id, share_words(strength),
                                   whom(life.fault, strength))});
  }
}

void tell_steps(const Life& life, Moments& moments) {
  for (const StepPlan& step : life.fault.strength.steps)
    if (step.after > Duration{0})
      moments.push_back({life.begins + step.after, "strength",
                         fmt::format("{} at {}: {}", life.fault.id, share_words(step.per_mille),
                                     whom(life.fault, step.per_mille))});
}

void tell_flap(const Life& life, Moments& moments) {
  const EnvelopePlan& flap = life.fault.strength;
  Duration on = flap.period / 1000 * flap.duty;
  for (std::int64_t turn = 0; turn < kTurnsShown; ++turn) {
    Instant from = life.begins + flap.period * turn;
    if (turn > 0) moments.push_back({from, "strength", life.fault.id + " on"});
    moments.push_back({from + on, "strength", life.fault.id + " off"});
  }
  moments.push_back(
      {life.begins + flap.period * kTurnsShown, "strength",
       fmt::format("{} on, and so on every {}", life.fault.id, to_text(flap.period))});
}

/// How strong it is as time goes by, as far as it lives.
void tell_strength(const Life& life, Moments& moments) {
  Moments told;
  switch (life.fault.strength.shape) {
    case EnvelopeShape::constant:
      break;
    case EnvelopeShape::ramp:
      tell_ramp(life, told);
      break;
    case EnvelopeShape::steps:
      tell_steps(life, told);
      break;
    case EnvelopeShape::flap:
      tell_flap(life, told);
      break;
  }
  for (Moment& moment : told)
    if (moment.at < life.ends) moments.push_back(std::move(moment));
}

/// How strong it is when it begins.
std::int64_t first_strength(const EnvelopePlan& envelope) {
  if (envelope.shape == EnvelopeShape::ramp) return envelope.from;
  return envelope.shape == EnvelopeShape::steps ? envelope.steps.front().per_mille : 1000;
}

void tell_vendors(const Life& life, const Plan& plan, Moments& moments) {
  const FaultPlan& fault = life.fault;
  for (const VendorPlan& vendor : plan.vendors) {
    std::string name(to_text(vendor.vendor));
    bool theirs = !fault.truths.empty() && fault.truths.front().party == name;
    if (theirs)
      moments.push_back({life.begins + vendor.status_lags, "vendor",
                         name + "'s status page shows " + fault.id + ", at the earliest"});
    for (const FixPlan& fix : vendor.fixes)
      if (fix.fault == fault.id && fault.until.fix == name && life.begins + fix.after < life.ends)
        moments.push_back({life.begins + fix.after, "vendor",
                           name + " has mended " + fault.id + ", at the earliest"});
  }
}

void tell_life(const Life& life, const Plan& plan, Moments& moments) {
  const FaultPlan& fault = life.fault;
  moments.push_back({life.begins, "fault",
                     fmt::format("{} begins at {}; {}", fault.id, act_of(fault),
                                 whom(fault, first_strength(fault.strength)))});
  tell_strength(life, moments);
  tell_vendors(life, plan, moments);
  bool by_itself = fault.lasts < fault.at_most;
  moments.push_back(
      {life.ends, "fault", fault.id + (by_itself ? " ends by itself" : " ends at the latest")});
}

}  // namespace

Instant begins_at(const FaultPlan& fault, const Plan& plan) {
  if (fault.at != kNever || fault.after.fault.empty() || fault.after.state != "armed")
    return fault.at;
  const FaultPlan* first = find_fault(plan, fault.after.fault);
  MAYDAY_ASSERT(first != nullptr);  // the reader has seen to it, and that no ring is closed
  return begins_at(*first, plan) + fault.later;
}

TextTable timeline(const Plan& plan) {
  Moments moments = {{Instant{}, "drill", "everybody sets out as usual"}};
  for (const FaultPlan& fault : plan.faults) {
    Instant begins = begins_at(fault, plan);
    if (begins != kNever)
      tell_life({fault, begins, begins + std::min(fault.lasts, fault.at_most)}, plan, moments);
  }
  for (const InjectPlan& inject : plan.injects)
    moments.push_back(
        {inject.at, "inject", inject.from.en + " to " + inject.to + ": " + inject.text.en});
  moments.push_back({Instant{plan.length}, "drill", "nobody new sets out"});
  std::stable_sort(moments.begin(), moments.end(),
                   [](const Moment& a, const Moment& b) { return a.at < b.at; });
  TextTable rows;
  for (const Moment& moment : moments)
    rows.push_back({to_clock(moment.at), moment.kind, moment.what});
  return rows;
}

}  // namespace mayday
