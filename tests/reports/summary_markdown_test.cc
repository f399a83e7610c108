#include "mayday/reports/summary_markdown.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sample.h"

namespace mayday {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(SummaryMarkdown, BeginsWithVerdictScoreIntervalAndLetter) {
  EXPECT_THAT(summary_markdown(sample_card(), Language::en),
              HasSubstr("**PASS** · Score **85.43** (85.27–85.46) · Grade **B** good"));
  EXPECT_THAT(summary_markdown(sample_card(), Language::zh),
              HasSubstr("**通过** · 得分 **85.43** (85.27–85.46) · 等级 **B** 良"));
}

TEST(SummaryMarkdown, ListsGatesDimensionsAndPhases) {
  std::string text = summary_markdown(sample_card(), Language::en);
  EXPECT_THAT(text, HasSubstr("| time to recover | ≤ 1h30m | 1h9m | ✓ passed |"));
  EXPECT_THAT(text, HasSubstr("| Declare and grade | S | 75 % | 11.25 / 15.00 |"));
  EXPECT_THAT(text, HasSubstr("| approval-timeout | mitigate | 14:00 | 1:07:00 | 53m |"));
}

TEST(SummaryMarkdown, NamesTheThreeCostliestGapsAndWhatToDo) {
  std::string text = summary_markdown(sample_card(), Language::en);
  EXPECT_THAT(text, HasSubstr("1. **−3.8** graded too low for 10m (approval-timeout)"));
  EXPECT_THAT(text, HasSubstr("3. **−1.3** four of six"));
  EXPECT_THAT(text, Not(HasSubstr("after-care")));  // the fourth
  EXPECT_THAT(text, HasSubstr("→ Count the people affected first"));
}

TEST(SummaryMarkdown, ABrokenGateStandsOutAndItsReasonComesFirst) {
  Scorecard card = sample_card();
  card.verdict = "fail";
  card.why = {"总分低于门槛", "the score gate broke"};
  card.gates[0].passed = false;
  std::string text = summary_markdown(card, Language::en);
  EXPECT_THAT(text, HasSubstr("**FAIL**"));
  EXPECT_THAT(text, HasSubstr("> the score gate broke"));
  EXPECT_THAT(text, HasSubstr("✗ **broken**"));
}

TEST(SummaryMarkdown, ADrillWithoutFaultsShowsItsOwnParts) {
  Scorecard card;
  card.verdict = "pass";
  card.no_fault = true;
  card.no_fault_parts = {
      {"watch", 350'000, 1'000'000, 0, 3500, {"15 分钟内查看", "looked within 15 minutes"}}};
  EXPECT_THAT(summary_markdown(card, Language::en),
              HasSubstr("| looked within 15 minutes | 100 % | 35.00 |"));
}

}  // namespace
}  // namespace mayday
