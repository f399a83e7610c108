#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mayday/base/input_error.h"
#include "mayday/reports/earlier_run.h"
#include "mayday/reports/report_html.h"
#include "mayday/reports/score_json.h"
#include "mayday/reports/summary_markdown.h"
#include "sample.h"

namespace mayday {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// The sample a month ago: twenty points less, and mitigated ten minutes later.
Scorecard last_month() {
  Scorecard card = sample_card();
  card.score = 6543;
  card.low = 6500;
  card.high = 6550;
  card.letter = "D";
  card.dimensions[0].points = 1000;
  for (Stamp& stamp : card.timestamps[0].stamps)
    if (stamp.name == "t_mit") stamp.at = stamp.at + 10min;
  return card;
}

EarlierRun read_back(const Scorecard& card) {
  return earlier_run(score_json(card), "earlier/1/score.json");
}

std::string summary(const Scorecard& earlier) {
  return summary_markdown(sample_card(), Language::en, read_back(earlier));
}

TEST(EarlierRun, IsReadBackFromAScoreJson) {
  EarlierRun run = read_back(last_month());
  EXPECT_EQ(run.scenario, "hesi-approval-timeout");
  EXPECT_EQ(run.score, 6543);
  EXPECT_EQ(run.high, 6550);
  EXPECT_EQ(run.bars.at(3).points, 2249);
  EXPECT_EQ(run.faults.at(0).stamps.at("t_on"), Instant{Duration{5min + 2s}});
  EXPECT_FALSE(run.faults.at(0).stamps.contains("t_close"));
}

TEST(EarlierRun, WhatIsNoScoreJsonIsRefusedByItsName) {
  for (const char* text : {"", "no JSON", "[]", "{}", R"({"scenario": 1})"}) {
    try {
      earlier_run(text, "old.json");
      ADD_FAILURE() << text;
    } catch (const InputError& error) {
      EXPECT_STREQ(error.what(), "old.json: is no score.json of a drill");
    }
  }
}

TEST(EarlierRun, ATimeBeyondAllDrillsIsRefused) {
  std::string text = score_json(sample_card());
  std::size_t at = text.find("\"t_on\": 302.000");
  text.replace(at, 15, "\"t_on\": 1e300");
  EXPECT_THROW(earlier_run(text, "old.json"), InputError);
}

TEST(Comparison, ShowsScoreBarsAndStagesWithTheirChange) {
  std::string text = summary(last_month());
  EXPECT_THAT(text, HasSubstr("| Score | 65.43 (65.00–65.50) | 85.43 (85.27–85.46) | +20.00 |"));
  EXPECT_THAT(text, HasSubstr("| Detection | 10.00 | 15.00 | +5.00 |"));
  EXPECT_THAT(text, HasSubstr("| symptom → mitigated | 1h11m | 1h1m | −10m |"));
  EXPECT_THAT(text, HasSubstr("| symptom → detected | 3m | 3m | ±0 |"));
}

TEST(Comparison, ClaimsNothingWhereTheIntervalsOverlap) {
  EXPECT_THAT(summary(sample_card()), HasSubstr("no evidence of change"));
  EXPECT_THAT(summary(last_month()), HasSubstr("Two drills are no trend"));
}

TEST(Comparison, SaysWhatElseWasDifferent) {
  Scorecard other = last_month();
  other.seed = 7;
  other.profile = "1-5-10";
  std::string text = summary(other);
  EXPECT_THAT(text, HasSubstr("Seed differs: 7 → 20260301"));
  EXPECT_THAT(text, HasSubstr("Profile differs: 1-5-10 → enterprise"));
  EXPECT_THAT(summary(last_month()), Not(HasSubstr("differs")));
}

TEST(Comparison, StandsOnThePageOnlyWhenThereIsAnEarlierRun) {
  std::string page = report_html(sample_card(), sample_events(), read_back(last_month()));
  EXPECT_THAT(page, HasSubstr("earlier/1/score.json"));
  EXPECT_THAT(page, HasSubstr("<span class=\"chip good\">+20.00</span>"));
  EXPECT_THAT(report_html(sample_card(), sample_events()), Not(HasSubstr("id=\"comparison\"")));
}

}  // namespace
}  // namespace mayday
