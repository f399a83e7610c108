#include <gtest/gtest.h>

#include <functional>

#include "drill_builder.h"
#include "mayday/base/draw.h"
#include "mayday/scoring/score.h"
#include "repeat.h"

namespace mayday {
namespace {

// For every dimension a cheat, on top of a hundred ordinary courses of one drill: the score with
// the cheat is never above the score without it.

constexpr std::uint64_t kDrills = 100;
constexpr Seed kSeed = 20260303;

std::uint64_t drawn(const std::string& name, std::uint64_t round, std::uint64_t below) {
  return pick(draw(kSeed, name, round), below);
}

Duration minutes_from(std::int64_t first, const std::string& name, std::uint64_t round,
                      std::uint64_t span) {
  return 1min * first + 1s * static_cast<std::int64_t>(drawn(name, round, span * 60));
}

VendorPlan hesi_desk() {
  VendorPlan vendor;
  vendor.vendor = Member::hesi;
  vendor.acknowledges = 5min;
  vendor.fixes = {{"auth", 10min, {"request-id"}}};
  return vendor;
}

/// An ordinary team: late, half right, half told.
DrillBuilder ordinary(std::uint64_t round) {
  DrillBuilder drill;
  drill.plan.vendors = {hesi_desk()};
  drill.arm(5min);
  drill.bite(6min);
  drill.travel(10s, 6min, kWell, 10s);
  drill.travel(6min, 20min, kHarmed, 10s);
  drill.travel(20min, 60min, kWell, 10s);
  drill.end(20min, "fix");
  drill.alert(8min, "log-in-failing", "auth_adapter", "contract-mismatch", {"login"});
  drill.act(minutes_from(8, "ack", round, 2), "acknowledge");
  drill.act(minutes_from(10, "declare", round, 2), "declare",
            {{"suspects", json::array{"auth_adapter"}}});
  drill.act(minutes_from(12, "grade", round, 2), "grade",
            {{"level", 1 + drawn("level", round, 3)}});
  drill.act(minutes_from(14, "locate", round, 4), "locate",
            {{"component", drawn("right", round, 2) == 0 ? "auth_adapter" : "desk"},
             {"kind", "contract-mismatch"}});
  drill.act(minutes_from(13, "ticket", round, 4), "ticket",
            {{"to", "hesi"}, {"evidence", json::object{{"steps", "log in"}}}});
  drill.act(minutes_from(14, "notice", round, 5), "notice",
            {{"channels", json::array{"mail"}},
             {"impact", "all"},
             {"measures", "rolling back"},
             {"eta_minutes", drawn("eta", round, 20)}});
  if (drawn("verify", round, 2) == 0) drill.regression(minutes_from(24, "green", round, 20), true);
  drill.add(50min, events::Reconciled{900, 2, 0, {"o1", "o2"}});
  drill.act(52min, "report_orders", {{"ids", json::array{"o1"}}});
  drill.add(60min, events::Books{1000, {{"mismatch", "o1", "airline", "", ""}}});
  return drill;
}

using Cheat = std::function<void(DrillBuilder&)>;

std::int64_t points(const DrillBuilder& drill) {
  return score(drill.events(), find_profile("enterprise"), "head").score;
}

void expect_no_gain(const Cheat& cheat) {
  for (std::uint64_t round = 0; round < kDrills; ++round) {
    DrillBuilder drill = ordinary(round);
    std::int64_t honest = points(drill);
    cheat(drill);
    ASSERT_LE(points(drill), honest)
        << repeat(kSeed, round) << "; repeat with: scoring_test --gtest_filter="
        << testing::UnitTest::GetInstance()->current_test_info()->test_suite_name() << "."
        << testing::UnitTest::GetInstance()->current_test_info()->name();
  }
}

const json::array kEverything{"desk", "hotel", "login_page", "auth_adapter"};

TEST(Cheat, OfDetectionByDeclaringAtMinuteZeroGainsNothing) {
  expect_no_gain([](DrillBuilder& drill) {
    drill.act(0min, "declare", {{"suspects", json::array{"auth_adapter"}}});
    drill.act(0min, "acknowledge");
    drill.act(0min, "triage");
  });
}

TEST(Cheat, OfDetectionByAlarmsOnEverythingGainsNothing) {
  expect_no_gain([](DrillBuilder& drill) {
    for (int minute = 1; minute < 6; ++minute)
      drill.alert(1min * minute, "everything", "auth_adapter", "contract-mismatch", {"login"});
  });
}

TEST(Cheat, OfGradingByGivingEveryLevelBeforehandGainsNothing) {
  expect_no_gain([](DrillBuilder& drill) {
    for (int level : {3, 2, 1}) drill.act(1min, "grade", {{"level", level}});
  });
}

TEST(Cheat, OfLocationByNamingEveryComponentGainsNothing) {
  expect_no_gain([](DrillBuilder& drill) {
    drill.act(12min, "locate", {{"components", kEverything}});
    drill.act(30min, "locate", {{"components", kEverything}, {"kind", "contract-mismatch"}});
  });
}

TEST(Cheat, OfMatchingBySuspectingEverythingGainsNothing) {
  expect_no_gain([](DrillBuilder& drill) {
    drill.act(12min, "declare", {{"suspects", kEverything}});
  });
}

TEST(Cheat, OfRecoveryByClaimingItEarlyGainsNothing) {
  expect_no_gain([](DrillBuilder& drill) {
    drill.act(12min, "claim", {{"what", "mitigated"}});
    drill.act(12min, "claim", {{"what", "recovered"}});
    drill.act(13min, "notice",
              {{"channels", json::array{"mail", "announcement", "oa"}},
               {"recovered", true},
               {"text", "已全部恢复。"}});
  });
}

TEST(Cheat, OfRecoveryByChangingSettingsAtRandomGainsNothing) {
  expect_no_gain([](DrillBuilder& drill) {
    for (int minute = 6; minute < 20; ++minute)
      drill.act(1min * minute, "desk", {{"patience", "10s"}});
  });
}

TEST(Cheat, OfVerificationBeforeRecoveryGainsNothing) {
  expect_no_gain([](DrillBuilder& drill) {
    for (int minute = 1; minute < 20; ++minute) drill.regression(1min * minute, true);
  });
}

/// Nobody travels any more, so nobody fails.
TEST(Cheat, OfRecoveryByStoppingTrafficGainsNothing) {
  for (std::uint64_t round = 0; round < kDrills; ++round) {
    DrillBuilder drill = ordinary(round);
    std::vector<Event> events = drill.events();
    std::int64_t honest = score(events, find_profile("enterprise"), "head").score;
    std::erase_if(events, [](const Event& event) {
      return event.kind == "journey" && event.t > Instant{12min};
    });
    ASSERT_LE(score(events, find_profile("enterprise"), "head").score, honest)
        << repeat(kSeed, round);
  }
}

TEST(Cheat, OfCommunicationByEmptyNoticesGainsNothing) {
  expect_no_gain([](DrillBuilder& drill) {
    for (int minute = 7; minute < 60; ++minute)
      drill.act(1min * minute, "notice",
                {{"channels", json::array{"mail", "announcement", "oa"}}, {"text", "通知"}});
  });
}

TEST(Cheat, OfTheVendorDimensionByInventedEvidenceGainsNothing) {
  for (std::uint64_t round = 0; round < kDrills; ++round) {
    DrillBuilder honest = ordinary(round);
    DrillBuilder cheating = ordinary(round);
    json::object evidence{{"request_ids", json::array{"x1", "x2", "x3"}}};
    honest.act(12min, "ticket", {{"to", "hesi"}, {"evidence", json::object{}}});
    cheating.act(12min, "ticket", {{"to", "hesi"}, {"evidence", evidence}},
                 {{"x1", false, false, "", kNever, {}},
                  {"x2", true, false, "findStaffs", Instant{7min}, {}}});
    ASSERT_LE(points(cheating), points(honest)) << repeat(kSeed, round);
  }
}

TEST(Cheat, OfDataByReportingEveryOrderGainsNothing) {
  expect_no_gain([](DrillBuilder& drill) {
    json::array all;
    for (int order = 1; order <= 1000; ++order) all.emplace_back("o" + std::to_string(order));
    drill.act(53min, "report_orders", {{"ids", all}});
  });
}

}  // namespace
}  // namespace mayday
