#include <gtest/gtest.h>

#include <algorithm>

#include "mayday/base/draw.h"
#include "mayday/scoring/losses.h"
#include "mayday/scoring/total.h"
#include "repeat.h"
#include "worked_examples.h"

namespace mayday {
namespace {

constexpr Seed kSeed = 20260301;

std::string again(std::uint64_t round) { return repeat(kSeed, round); }

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
    fault.delta = 0s;  // the interval has a test of its own
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
  static const Profile profile = find_profile("enterprise");
  return total(facts, profile).score;
}

TEST(Properties, AFalseAlarmNeverRaisesTheScore) {
  for (std::uint64_t round = 0; round < kRounds; ++round) {
    DrillFacts facts = worked::drill(Random(round).timeline());
    facts.false_alarms.resize(round % 5);
    std::int64_t before = points(facts);
    facts.false_alarms.push_back({"alert Again", Instant{}});
    ASSERT_LE(points(facts), before) << again(round);
  }
}

TEST(Properties, ARelapseNeverRaisesTheScore) {
  for (std::uint64_t round = 0; round < kRounds; ++round) {
    DrillFacts facts = worked::drill(Random(round).timeline());
    std::int64_t before = points(facts);
    ++facts.faults[0].flaps;
    ASSERT_LE(points(facts), before) << again(round);
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
    ASSERT_GE(points(worked::drill(fault)), before - 1) << again(round);
  }
}

TEST(Properties, TheOrderOfFaultsDoesNotMatter) {
  for (std::uint64_t round = 0; round < kRounds; ++round) {
    DrillFacts facts = worked::drill(Random(round).timeline());
    facts.faults.push_back(Random(round + kRounds).timeline());
    std::int64_t before = points(facts);
    std::swap(facts.faults[0], facts.faults[1]);
    ASSERT_EQ(points(facts), before) << again(round);
  }
}

/// Everything that can cost points happens in some round.
DrillFacts troubled(std::uint64_t round) {
  DrillFacts facts = worked::drill(Random(round).timeline());
  FaultTimeline& fault = facts.faults[0];
  auto some = [&](const char* name, std::uint64_t below) {
    return pick(draw(kSeed, name, round), below);
  };
  if (some("unhandled", 5) == 0) fault.handled = false;
  if (some("self-healed", 5) == 0) fault.self_healed = true;
  if (some("ungraded", 8) == 0) fault.given.clear();
  if (some("unlocated", 8) == 0) fault.locations.clear();
  if (some("silent", 8) == 0) fault.notices.clear();
  if (some("untold", 8) == 0) fault.vendor_ticket = kNever;
  if (some("unseen", 8) == 0) fault.detections.clear();
  for (NoticeCheck& notice : fault.notices)
    notice.premature = notice.recovered = some("lie", 5) == 0;
  fault.vendor.breached = some("breached", 2) == 0;
  fault.books.lost = static_cast<std::int64_t>(some("lost", 4));
  fault.books.f1 = static_cast<std::int64_t>(some("f1", 1'000'001));
  facts.books = fault.books;
  if (some("second", 3) == 0) facts.faults.push_back(Random(round + kRounds).timeline());
  facts.false_alarms.assign(some("alarms", 9), {"alert Again", Instant{3min}});
  facts.premature.assign(some("premature", 5), {"recovered at 12:00", Instant{12min}});
  facts.hints.assign(some("hints", 5), {5, Instant{4min}});
  return facts;
}

TEST(Properties, TheLossesAreWhatIsLost) {
  Profile profile = find_profile("enterprise");
  for (std::uint64_t round = 0; round < kRounds; ++round) {
    DrillFacts facts = troubled(round);
    Total result = total(facts, profile);
    price_parts(result);
    std::int64_t sum = 0;
    for (const Loss& loss : losses(result, facts, profile)) {
      ASSERT_GT(loss.points, 0) << again(round);
      ASSERT_GE(loss.gain, 0) << again(round);
      ASSERT_EQ(loss.event.empty(), loss.at == kNever) << loss.part << ", " << again(round);
      ASSERT_FALSE(loss.better.en.empty()) << loss.part << ", " << again(round);
      ASSERT_FALSE(loss.instead.en.empty()) << loss.part << ", " << again(round);
      sum += loss.points;
    }
    ASSERT_EQ(sum, 10'000 - result.score) << again(round);
  }
}

TEST(Properties, TheScoreLiesInItsInterval) {
  Profile profile = find_profile("1-5-10");
  for (std::uint64_t round = 0; round < kRounds; ++round) {
    FaultTimeline fault = Random(round).timeline();
    fault.delta = 15s;
    Total result = total(worked::drill(fault), profile);
    ASSERT_LE(result.low, result.score) << again(round);
    ASSERT_GE(result.high, result.score) << again(round);
    ASSERT_GE(result.low, 0) << again(round);
    ASSERT_LE(result.high, 10'000) << again(round);
  }
}

}  // namespace
}  // namespace mayday
