#include "worked_examples.h"

#include <gtest/gtest.h>

#include "mayday/scoring/losses.h"
#include "mayday/scoring/total.h"
#include "near.h"

namespace mayday {
namespace {

using worked::minute;

void expect_dimensions(const std::vector<Dimension>& bars, const std::vector<Ppm>& expected) {
  ASSERT_EQ(bars.size(), expected.size());
  for (std::size_t i = 0; i < bars.size(); ++i)
    EXPECT_TRUE(near(bars[i].value, expected[i], 1000)) << bars[i].id;
}

const Part& part(const Dimension& bar, const std::string& name) {
  for (const Part& part : bar.parts)
    if (part.name == name) return part;
  throw std::out_of_range(bar.id + " has no part " + name);
}

std::string marks(const std::vector<Dimension>& bars) {
  std::string all;
  for (const Dimension& bar : bars) all += bar.mark;
  return all;
}

TEST(CaseOne, ScoresAsPublished) {
  Total result = total(worked::case_one_drill(), find_profile("enterprise"));
  expect_dimensions(result.dimensions,
                    {1'000'000, 750'000, 681'300, 899'700, 839'900, 833'300, 972'700});
  EXPECT_EQ(marks(result.dimensions), "PSSPSSP");
  EXPECT_TRUE(near(result.score, 8543, 2));
  EXPECT_TRUE(near(result.low, 8527, 2));
  EXPECT_TRUE(near(result.high, 8546, 2));
  EXPECT_EQ(letter(result.score, result.caps), "B");
  EXPECT_EQ(result.penalties[0].count, 1);
  EXPECT_EQ(result.penalties[0].points, 0);  // one an hour is free
}

TEST(CaseOne, HasThePublishedParts) {
  Total result = total(worked::case_one_drill(), find_profile("enterprise"));
  const std::vector<Dimension>& bars = result.dimensions;
  EXPECT_TRUE(near(part(bars[1], "grading").value, 625'000, 1000));
  EXPECT_TRUE(near(part(bars[2], "time").value, 851'600, 1000));
  EXPECT_TRUE(near(part(bars[2], "order").value, 800'000, 1000));
  EXPECT_TRUE(near(part(bars[3], "mitigate").value, 850'000, 1000));
  EXPECT_TRUE(near(part(bars[3], "recover").value, 899'200, 1000));
  EXPECT_TRUE(near(part(bars[3], "verify").value, kOne, 1000));
  EXPECT_TRUE(near(part(bars[4], "first").value, 834'000, 1000));
  EXPECT_TRUE(near(part(bars[4], "cadence").value, kOne, 1000));
  EXPECT_TRUE(near(part(bars[4], "eta").value, 800'000, 1000));
  EXPECT_TRUE(near(part(bars[4], "content").value, 857'000, 1000));
  EXPECT_TRUE(near(part(bars[4], "reach").value, 666'700, 1000));
}

TEST(CaseOne, TellsTheThreeCostliestGapsInPoints) {
  DrillFacts facts = worked::case_one_drill();
  Profile profile = find_profile("enterprise");
  Total result = total(facts, profile);
  price_parts(result);
  std::vector<Loss> all = losses(result, facts, profile);
  ASSERT_GE(all.size(), 2U);
  EXPECT_EQ(all[0].part, "grading");
  EXPECT_TRUE(near(all[0].points, 375, 2));
  EXPECT_EQ(all[0].why.en, "graded too low for 10m");
  EXPECT_EQ(all[0].at, minute(12));
  EXPECT_EQ(all[0].event, "action grade");
  EXPECT_TRUE(near(all[0].gain, 375, 2));
  EXPECT_EQ(all[0].instead.en, "grade 2 then, and again as it grows");
  EXPECT_EQ(all[1].part, "order");
  EXPECT_EQ(all[1].at, minute(18));
  EXPECT_TRUE(near(all[1].points, 255, 2));
  auto content =
      std::find_if(all.begin(), all.end(), [](const Loss& l) { return l.part == "content"; });
  ASSERT_NE(content, all.end());
  EXPECT_TRUE(near(content->points, 34, 2));
  EXPECT_EQ(content->why.en, "missing: compensation");
  EXPECT_EQ(content->at, kNever);  // it never came
  EXPECT_TRUE(near(content->gain, 34, 2));
}

TEST(CaseOne, WithoutTheVendorDimensionSpreadsItsWeight) {
  FaultTimeline fault = worked::case_one();
  fault.vendor.duty = false;
  EXPECT_TRUE(near(total(worked::drill(fault), find_profile("enterprise")).score, 8562, 2));
}

TEST(CaseTwo, ScoresAsPublished) {
  Total result = total(worked::case_two_drill(), find_profile("enterprise"));
  expect_dimensions(result.dimensions,
                    {371'600, 964'300, 627'300, 607'700, 617'000, 648'300, 852'500});
  EXPECT_TRUE(near(result.faults[0].score, 657'500, 200));
  EXPECT_TRUE(near(result.score, 6375, 2));
  EXPECT_TRUE(near(result.low, 6335, 2));
  EXPECT_TRUE(near(result.high, 6379, 2));
  EXPECT_EQ(letter(result.score, result.caps), "D");
  EXPECT_TRUE(near(part(result.dimensions[4], "first").value, 726'800, 1000));
  EXPECT_TRUE(near(part(result.dimensions[4], "cadence").value, 925'000, 1000));
  EXPECT_TRUE(near(part(result.dimensions[4], "eta").value, 966'700, 1000));
  EXPECT_TRUE(near(part(result.dimensions[3], "mitigate").value, 582'100, 1000));
  Ppm kept = part(result.dimensions[3], "relapse").value;
  EXPECT_TRUE(near(times(part(result.dimensions[3], "recover").value, kept), 540'900, 1000));
  EXPECT_TRUE(near(part(result.dimensions[3], "verify").value, 792'500, 1000));
}

TEST(CaseTwo, ScoresAsPublishedWhenOneFiveTenIsAsked) {
  Total result = total(worked::case_two_drill(), find_profile("1-5-10"));
  expect_dimensions(result.dimensions,
                    {155'800, 964'300, 240'400, 380'300, 617'000, 648'300, 852'500});
  EXPECT_TRUE(near(result.faults[0].score, 510'300, 200));
  EXPECT_TRUE(near(result.score, 4903, 2));
  EXPECT_EQ(letter(result.score, result.caps), "E");
}

/// A second fault that was alerted and acknowledged, but for which nobody opened an incident.
FaultTimeline seen_not_handled() {
  FaultTimeline fault;
  fault.id = "bills";
  fault.onset = minute(5);
  fault.symptom = minute(5);
  fault.truth = {{minute(5), 2}};
  // The level's detection curve is worth 0.8 here.
  fault.detections = {{minute(5) + 429s + 300ms, "alert", false, "alert Bills"}};
  fault.end = minute(120);
  fault.vendor.duty = true;
  fault.books.known = true;
  fault.books.f1 = kOne;
  fault.books.operations = 1000;
  fault.books.mismatches = 20;
  fault.noticed = true;
  fault.acted = true;
  fault.mitigated = minute(60);
  return fault;
}

TEST(TwoFaults, CountByTheirLevelsAndTheUnhandledOneEarnsOnlyWhatItsEyesSaw) {
  DrillFacts facts = worked::case_one_drill();
  FaultTimeline second = seen_not_handled();
  second.books.f1 = kOne;
  facts.faults.push_back(second);
  Total result = total(facts, find_profile("enterprise"));
  const FaultTotal& unhandled = result.faults[1];
  EXPECT_TRUE(near(unhandled.dimensions[0].value, 800'000, 1000));
  for (std::size_t i = 1; i < 6; ++i) EXPECT_EQ(unhandled.dimensions[i].value, 0);
  EXPECT_EQ(unhandled.dimensions[2].note.en, "no incident was opened for it");
}

TEST(TwoFaults, ScoreAsPublished) {
  DrillFacts facts = worked::case_one_drill();
  FaultTimeline second = seen_not_handled();
  // 0.7 * I + 0.3 * F1 = 0.5
  second.books.operations = 1000;
  second.books.mismatches = 10;
  second.books.f1 = 500'000;
  facts.faults.push_back(second);
  Total result = total(facts, find_profile("enterprise"));
  EXPECT_TRUE(near(result.faults[1].score, 170'000, 200));
  EXPECT_TRUE(near(result.score, 5122, 2));  // (85.43 + 17.00) / 2
  EXPECT_TRUE(result.caps.empty());
}

}  // namespace
}  // namespace mayday
