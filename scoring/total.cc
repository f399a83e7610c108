#include "mayday/scoring/total.h"

#include <algorithm>

#include "mayday/base/check.h"

namespace mayday {
namespace {

constexpr std::int64_t kHundredPoints = 10'000;

int gravest(const std::vector<LevelAt>& truth) {
  int level = 3;
  for (const LevelAt& step : truth) level = std::min(level, step.level);
  return level;
}

/// Nobody opened an incident, and nobody mended it either.
bool missed(const FaultTimeline& fault) {
  bool served = fault.mitigated != kNever || fault.bypassed != kNever;
  return !fault.handled && !(fault.acted && served && !fault.self_healed);
}

/// One corner: each sampled stamp that `mask` names lies a whole sampling period earlier.
FaultTimeline corner(const FaultTimeline& fault, unsigned mask) {
  FaultTimeline moved = fault;
  Instant* sampled[] = {&moved.symptom, &moved.bypassed, &moved.mitigated, &moved.recovered};
  for (unsigned bit = 0; bit < 4; ++bit)
    if ((mask >> bit & 1U) != 0 && *sampled[bit] != kNever)
      *sampled[bit] = *sampled[bit] - fault.delta;
  return moved;
}

/// The mean over faults, by omega; `of` reads a ppm from a fault's total.
template <class Of>
Ppm mean(const std::vector<FaultTotal>& faults, Of of) {
  std::int64_t sum = 0;
  std::int64_t omegas = 0;
  for (const FaultTotal& fault : faults) {
    sum += fault.omega * of(fault);
    omegas += fault.omega;
  }
  return rounded(sum, std::max<std::int64_t>(1, omegas));
}

/// The bar over all faults: its weight and points are means, its parts those of every fault in
/// turn.
Dimension merged(const std::vector<FaultTotal>& faults, std::size_t i) {
  Dimension bar = faults.front().dimensions[i];
  if (faults.size() == 1) return bar;
  bar.weight = mean(faults, [&](const FaultTotal& f) { return f.dimensions[i].weight; });
  Ppm earned = mean(faults, [&](const FaultTotal& f) {
    return times(f.dimensions[i].weight, f.dimensions[i].value);
  });
  bar.applies = bar.weight > 0;
  bar.value = bar.applies ? std::min(kOne, share(earned, bar.weight)) : 0;
  bar.points = hundredths(earned, kHundredPoints);
  bar.mark = bar.applies ? mark(bar.value) : "";
  for (std::size_t f = 1; f < faults.size(); ++f) {
    const Dimension& other = faults[f].dimensions[i];
    bar.parts.insert(bar.parts.end(), other.parts.begin(), other.parts.end());
    if (bar.note.en.empty()) bar.note = other.note;
  }
  return bar;
}

std::vector<Cap> caps(const DrillFacts& facts, const std::vector<FaultTotal>& faults) {
  std::vector<Cap> all;
  for (std::size_t i = 0; i < faults.size(); ++i) {
    if (!faults[i].missed || faults[i].level == 3) continue;
    bool first = faults[i].level == 1;
    all.push_back(
        {first ? "missed-l1" : "missed-l2",
         first ? 4900 : 6900,
         false,
         {"未处置的故障：" + facts.faults[i].id, "missed altogether: " + facts.faults[i].id}});
  }
  if (facts.books.known && facts.books.lost + facts.books.duplicate_payments > 0)
    all.push_back({"open-books",
                   6900,
                   false,
                   {"结束时仍有丢失订单或重复支付",
                    "a lost order or a double payment was still open at close"}});
  return all;
}

std::int64_t capped(std::int64_t score, const std::vector<Cap>& caps) {
  for (const Cap& cap : caps) score = std::min(score, cap.limit);
  return std::clamp<std::int64_t>(score, 0, kHundredPoints);
}

}  // namespace

Ppm weigh(std::vector<Dimension>& dimensions, const Profile& profile) {
  std::int64_t whole = 0;
  for (std::size_t i = 0; i < dimensions.size(); ++i)
    if (dimensions[i].applies) whole += profile.weights[i];
  Ppm score = 0;
  for (std::size_t i = 0; i < dimensions.size(); ++i) {
    Dimension& bar = dimensions[i];
    bar.weight = bar.applies ? share(profile.weights[i], whole) : 0;
    bar.points = hundredths(times(bar.weight, bar.value), kHundredPoints);
    score += times(bar.weight, bar.value);
  }
  return std::min(score, kOne);
}

Ppm fault_score(const FaultTimeline& fault, const Profile& profile) {
  std::vector<Dimension> bars = dimensions(fault, profile);
  return weigh(bars, profile);
}

FaultTotal fault_total(const FaultTimeline& fault, const Profile& profile) {
  FaultTotal result;
  result.dimensions = dimensions(fault, profile);
  for (Dimension& dimension : result.dimensions)
    for (Part& part : dimension.parts) part.fault = fault.id;
  result.score = weigh(result.dimensions, profile);
  result.low = result.high = result.score;
  for (unsigned mask = 1; mask < 16 && fault.delta > 0s; ++mask) {
    Ppm score = fault_score(corner(fault, mask), profile);
    result.low = std::min(result.low, score);
    result.high = std::max(result.high, score);
  }
  result.level = gravest(fault.truth);
  result.omega = profile.omegas[static_cast<std::size_t>(result.level - 1)];
  result.missed = missed(fault);
  return result;
}

std::int64_t free_alarms(const DrillFacts& facts) { return (facts.length + 1h - Duration{1}) / 1h; }

std::vector<Penalty> penalties(const DrillFacts& facts) {
  std::vector<Penalty> all;
  std::int64_t charged =
      std::max<std::int64_t>(0, std::ssize(facts.false_alarms) - free_alarms(facts));
  all.push_back({"false-alarms",
                 std::ssize(facts.false_alarms),
                 std::min<std::int64_t>(800, 200 * charged),
                 {"每小时一次免扣", "one an hour is free"}});
  all.push_back({"premature-claims",
                 std::ssize(facts.premature),
                 std::min<std::int64_t>(600, 200 * std::ssize(facts.premature)),
                 {"宣布早于实际", "said before it was so"}});
  std::int64_t price = 0;
  for (const HintTaken& hint : facts.hints) price += hint.cost;
  all.push_back({"hints",
                 std::ssize(facts.hints),
                 std::min<std::int64_t>(1500, 100 * price),
                 {"提示", "hints taken"}});
  return all;
}

Total total(const DrillFacts& facts, const Profile& profile) {
  MAYDAY_ASSERT(!facts.faults.empty());
  Total result;
  for (const FaultTimeline& fault : facts.faults)
    result.faults.push_back(fault_total(fault, profile));
  for (std::size_t i = 0; i < 7; ++i) result.dimensions.push_back(merged(result.faults, i));
  result.penalties = penalties(facts);
  result.caps = caps(facts, result.faults);
  std::int64_t off = 0;
  for (const Penalty& penalty : result.penalties) off += penalty.points;
  auto raw = [&](Ppm FaultTotal::*of) {
    return hundredths(mean(result.faults, [&](const FaultTotal& fault) { return fault.*of; }),
                      kHundredPoints);
  };
  auto after = [&](Ppm FaultTotal::*of) { return std::max<std::int64_t>(0, raw(of) - off); };
  result.raw = raw(&FaultTotal::score);
  std::int64_t uncapped = after(&FaultTotal::score);
  for (Cap& cap : result.caps) cap.lowered = uncapped > cap.limit;
  result.score = capped(uncapped, result.caps);
  result.low = capped(after(&FaultTotal::low), result.caps);
  result.high = capped(after(&FaultTotal::high), result.caps);
  return result;
}

std::string letter(std::int64_t score, const std::vector<Cap>& caps) {
  if (score >= 9000) return caps.empty() ? "A" : "B";
  if (score >= 8000) return "B";
  if (score >= 7000) return "C";
  return score >= 6000 ? "D" : "E";
}

Text grade_text(const std::string& letter) {
  if (letter == "A") return {"优", "excellent"};
  if (letter == "B") return {"良", "good"};
  if (letter == "C") return {"中", "fair"};
  return letter == "D" ? Text{"合格", "sufficient"} : Text{"不合格", "insufficient"};
}

}  // namespace mayday
