#include <gtest/gtest.h>

#include <algorithm>

#include "drill_builder.h"
#include "mayday/base/draw.h"
#include "mayday/scoring/score.h"
#include "repeat.h"

namespace mayday {
namespace {

constexpr Seed kSeed = 20260302;

std::string again(std::uint64_t round) { return repeat(kSeed, round); }

std::uint64_t drawn(const std::string& name, std::uint64_t round, std::uint64_t below) {
  return pick(draw(kSeed, name, round), below);
}

/// A small drill, so that ten thousand take little time: a dozen people, half an hour, a journey
/// every half minute.
DrillBuilder small_drill() {
  DrillBuilder drill;
  drill.plan.length = 30min;
  drill.plan.estate.staff.resize(12);
  drill.plan.journeys[0].rate = 2;
  drill.arm(5min);
  drill.bite(6min);
  drill.travel(30s, 6min, kWell, 30s);
  drill.travel(6min, 12min, kHarmed, 30s);
  drill.travel(12min, 30min, kWell, 30s);
  drill.end(12min, "setting");
  drill.alert(7min, "log-in-failing", "auth_adapter", "contract-mismatch", {"login"});
  drill.add(30min, events::Books{1000, {}});
  return drill;
}

/// What a team did of a dozen things, each at a moment of its own.
void act_at_random(DrillBuilder& drill, std::uint64_t round) {
  const std::pair<const char*, json::object> things[] = {
      {"acknowledge", {}},
      {"declare", {{"suspects", json::array{"auth_adapter"}}}},
      {"declare", {{"suspects", json::array{"hotel"}}}},
      {"grade", {{"level", 1 + drawn("level", round, 3)}}},
      {"grade", {{"level", 1 + drawn("other", round, 3)}}},
      {"locate", {{"component", "auth_adapter"}, {"party", "enterprise"}}},
      {"locate", {{"components", json::array{"hotel", "desk"}}}},
      {"desk", {{"auth", "compatible"}}},
      {"notice", {{"channels", json::array{"mail"}}, {"impact", "all"}, {"measures", "much"}}},
      {"notice", {{"channels", json::array{"oa"}}, {"text", "系统已恢复。"}}},
      {"claim", {{"what", "recovered"}}},
      {"hint", {{"cost", 2}}}};
  int n = 0;
  for (const auto& [action, body] : things) {
    std::string name = std::to_string(n++);
    if (drawn("done" + name, round, 3) == 0) continue;
    drill.act(1s * static_cast<std::int64_t>(1 + drawn("at" + name, round, 1799)), action, body);
  }
}

Scorecard scored(const std::vector<Event>& events) {
  static const Profile profile = find_profile("enterprise");
  return score(events, profile, "head");
}

std::vector<Event> with_pause(std::vector<Event> events, std::uint64_t round) {
  std::size_t where = 1 + drawn("pause", round, events.size() - 1);
  Instant t = events[where - 1].t;
  std::vector<Event> both{make_event(t, events::Pause{"facilitator"}),
                          make_event(t, events::Resume{"facilitator"})};
  events.insert(events.begin() + static_cast<std::ptrdiff_t>(where), both.begin(), both.end());
  return events;
}

TEST(LedgerProperties, ScoringAgainIsTheSameAPauseChangesNothingAndAFalseAlarmHelpsNobody) {
  static const DrillBuilder ground = small_drill();
  for (std::uint64_t round = 0; round < kRounds; ++round) {
    DrillBuilder drill = ground;
    act_at_random(drill, round);
    std::vector<Event> events = drill.events();
    Scorecard first = scored(events);
    ASSERT_EQ(canonical(json::value_from(first)), canonical(json::value_from(scored(events))))
        << again(round);
    ASSERT_EQ(scored(with_pause(events, round)).score, first.score) << again(round);
    drill.alert(1s * static_cast<std::int64_t>(1 + drawn("alarm", round, 1799)), "rooms-down",
                "hotel", "outage", {"booking"});
    ASSERT_LE(scored(drill.events()).score, first.score) << again(round);
  }
}

/// Two incidents are opened at one moment, in one order and in the other; what is filed to them
/// goes with them by name.
TEST(LedgerProperties, TheOrderOfIncidentsDoesNotMatter) {
  static const DrillBuilder ground = small_drill();
  for (std::uint64_t round = 0; round < kRounds; ++round) {
    auto with_order = [&](bool swapped) {
      DrillBuilder drill = ground;
      Duration at = 1s * static_cast<std::int64_t>(400 + drawn("opened", round, 600));
      auto open = [&](const char* suspect) {
        drill.act(at, "declare", {{"suspects", json::array{suspect}}});
      };
      open(swapped ? "hotel" : "auth_adapter");
      open(swapped ? "auth_adapter" : "hotel");
      std::string ours = swapped ? "INC-2" : "INC-1";
      auto later = [&](const char* name) {
        return at + 1s * static_cast<std::int64_t>(drawn(name, round, 900));
      };
      drill.act(later("graded"), "grade",
                {{"level", 1 + drawn("level", round, 3)}, {"incident", ours}});
      drill.act(later("located"), "locate", {{"component", "auth_adapter"}, {"incident", ours}});
      drill.act(later("told"), "notice",
                {{"channels", json::array{"mail"}},
                 {"impact", "all"},
                 {"measures", "much"},
                 {"incident", ours}});
      return scored(drill.events()).score;
    };
    ASSERT_EQ(with_order(false), with_order(true)) << again(round);
  }
}

}  // namespace
}  // namespace mayday
