#include "mayday/reports/github_annotations.h"

#include <gtest/gtest.h>

#include "sample.h"

namespace mayday {
namespace {

TEST(GithubAnnotations, ADrillThatPassedIsOneNotice) {
  EXPECT_EQ(github_annotations(sample_card(), "scenarios/case-one.yaml"),
            "::notice file=scenarios/case-one.yaml,title=Mayday hesi-approval-timeout%3A "
            "passed::score 85.43 (85.27–85.46) B\n");
}

TEST(GithubAnnotations, EachBrokenGateIsAnErrorAndTheCostliestGapsAreWarnings) {
  Scorecard card = sample_card();
  card.verdict = "fail";
  card.gates[0] = {"score", 90, 8527, false, {}};
  EXPECT_EQ(github_annotations(card, "a.yaml"),
            "::error file=a.yaml,title=Mayday hesi-approval-timeout%3A gate score::score: 85.27 "
            "reached, ≥ 90.00 asked\n"
            "::warning file=a.yaml,title=Mayday hesi-approval-timeout%3A −3.8::graded too low for "
            "10m\n"
            "::warning file=a.yaml,title=Mayday hesi-approval-timeout%3A −2.6::the first location "
            "was wrong\n"
            "::warning file=a.yaml,title=Mayday hesi-approval-timeout%3A −1.3::four of six pieces "
            "of evidence were valid\n");
}

TEST(GithubAnnotations, WhatNobodyCanJudgeIsAnErrorThatSaysWhy) {
  Scorecard card = sample_card();
  card.verdict = "inconclusive";
  card.why = {"故障从未生效", "a fault never bit"};
  EXPECT_EQ(github_annotations(card, ""),
            "::error title=Mayday hesi-approval-timeout%3A inconclusive::a fault never bit\n");
}

TEST(GithubAnnotations, WhatWouldEndAValueIsEscapedAsGithubReadsIt) {
  Scorecard card = sample_card();
  card.verdict = "void";
  card.why = {"", "100 % sure\nsecond line, with: a colon"};
  EXPECT_EQ(github_annotations(card, "odd,name:50%.yaml"),
            "::error file=odd%2Cname%3A50%25.yaml,title=Mayday hesi-approval-timeout%3A void::100 "
            "%25 sure⏎second line, with: a colon\n");
}

}  // namespace
}  // namespace mayday
