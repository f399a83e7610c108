#include <gtest/gtest.h>

#include <algorithm>

#include "mayday/base/draw.h"
#include "mayday/scoring/total.h"
#include "worked_examples.h"

namespace mayday {
namespace {

constexpr std::uint64_t kRounds = 2000;
constexpr Seed kSeed = 20260301;

/// A timeline that could be: stamps in a plausible order with drawn gaps, some of them never.
class Random {
 public:
  explicit Random(std::uint64_t round) : round_(round) {}

  Duration gap(const std::string& name, int most_minutes) {
    return 1s * static_cast<std::int64_t>(1 + pick(draw(kSeed, name, round_),
                                                   static_cast<std::uint64_t>(most_minutes) * 60));
  }
  bool often(const std::string& name) { return chance(draw(kSeed, name, round_), 850); }
  int level(const std::string& name) {
    return 1 + static_cast<int>(pick(draw(kSeed, name, round_), 3));
  }

  FaultTimeline timeline() {
    FaultTimeline fault = worked::case_one();
    fault.truth = {{fault.symptom, level("truth")}};
    fault.detections = {{fault.symptom + gap("alert", 20), "alert", false, "alert"}};
    fault.declared = fault.detections[0].at + gap("declared", 30);
    fault.given = {{fault.declared + gap("grade", 10), level("grade")}};
    fault.given.push_back({fault.given[0].at + gap("regrade", 30), level("regrade")});
    for (std::size_t i = 0; i < fault.locations.size(); ++i)
      fault.locations[i].at = fault.declared + gap("locate" + std::to_string(i), 40);
    std::sort(fault.locations.begin(), fault.locations.end(),
              [](const LocationAttempt& a, const LocationAttempt& b) { return a.at < b.at; });
    fault.vendor_ticket = fault.declared + gap("ticket", 30);
    Instant at = fault.symptom;
    for (std::size_t i = 0; i < fault.notices.size(); ++i) {
      at = at + gap("notice" + std::to_string(i), 40);
      fault.notices[i].at = at;
      fault.notices[i].eta = kNever;  // the estimate's part is held still
    }
    fault.bypassed = often("bypass") ? fault.declared + gap("bypass", 40) : kNever;
    fault.mitigated = often("mitigate") ? fault.declared + gap("mitigated", 90) : kNever;
    fault.recovered = fault.mitigated != kNever && often("recover")
                          ? fault.mitigated + gap("recovered", 60)
                          : kNever;
    fault.verified = fault.recovered != kNever && often("verify")
                         ? fault.recovered + gap("verified", 60)
                         : kNever;
    fault.flaps = static_cast<int>(pick(draw(kSeed, "flaps", round_), 3));
    fault.end = Instant{6h};
    return fault;
  }

 private:
  std::uint64_t round_;
};

std::vector<Instant*> later_stamps(FaultTimeline& fault) {
  std::vector<Instant*> all{&fault.declared,  &fault.vendor_ticket, &fault.bypassed,
                            &fault.mitigated, &fault.recovered,     &fault.verified,
                            &fault.end};
  for (Detection& detection : fault.detections) all.push_back(&detection.at);
  for (LevelAt& step : fault.given) all.push_back(&step.at);
  for (LocationAttempt& attempt : fault.locations) all.push_back(&attempt.at);
  for (NoticeCheck& notice : fault.notices) all.push_back(&notice.at);
  std::erase_if(all, [](const Instant* at) { return *at == kNever; });
  std::stable_sort(all.begin(), all.end(),
                   [](const Instant* a, const Instant* b) { return *a < *b; });
  return all;
}

std::int64_t points(const DrillFacts& facts) {
  return total(facts, find_profile("enterprise")).score;
}

TEST(Properties, AFalseAlarmNeverRaisesTheScore) {
  for (std::uint64_t round = 0; round < kRounds; ++round) {
    DrillFacts facts = worked::drill(Random(round).timeline());
    facts.false_alarms.resize(round % 5);
    std::int64_t before = points(facts);
    facts.false_alarms.emplace_back("alert Again");
    ASSERT_LE(points(facts), before) << "round " << round;
  }
}

TEST(Properties, ARelapseNeverRaisesTheScore) {
  for (std::uint64_t round = 0; round < kRounds; ++round) {
    DrillFacts facts = worked::drill(Random(round).timeline());
    std::int64_t before = points(facts);
    ++facts.faults[0].flaps;
    ASSERT_LE(points(facts), before) << "round " << round;
  }
}

/// The drill's end counts among the later moments: what is still open is judged up to it.
/// Rounding to parts per million may move a score by a hundredth of a point, not more.
TEST(Properties, BeingFasterFromSomeMomentOnNeverLowersTheScore) {
  for (std::uint64_t round = 0; round < kRounds; ++round) {
    FaultTimeline fault = Random(round).timeline();
    std::int64_t before = points(worked::drill(fault));
    std::vector<Instant*> stamps = later_stamps(fault);
    std::size_t first = pick(draw(kSeed, "which", round), stamps.size());
    Instant previous = first == 0 ? fault.symptom : *stamps[first - 1];
    Duration room = *stamps[first] - previous;
    Duration by = room * static_cast<std::int64_t>(pick(draw(kSeed, "by", round), 101)) / 100;
    for (std::size_t i = first; i < stamps.size(); ++i) *stamps[i] = *stamps[i] - by;
    ASSERT_GE(points(worked::drill(fault)), before - 1) << "round " << round;
  }
}

TEST(Properties, TheOrderOfFaultsDoesNotMatter) {
  for (std::uint64_t round = 0; round < kRounds; ++round) {
    DrillFacts facts = worked::drill(Random(round).timeline());
    facts.faults.push_back(Random(round + kRounds).timeline());
    std::int64_t before = points(facts);
    std::swap(facts.faults[0], facts.faults[1]);
    ASSERT_EQ(points(facts), before) << "round " << round;
  }
}

TEST(Properties, TheScoreLiesInItsInterval) {
  for (std::uint64_t round = 0; round < kRounds; ++round) {
    Total result = total(worked::drill(Random(round).timeline()), find_profile("1-5-10"));
    ASSERT_LE(result.low, result.score);
    ASSERT_GE(result.high, result.score);
    ASSERT_GE(result.low, 0);
    ASSERT_LE(result.high, 10'000);
  }
}

}  // namespace
}  // namespace mayday
