#include "mayday/catalogue/drill_record.h"

#include <gmock/gmock.h>

namespace mayday {
namespace {

Stamp stamp(const std::string& name, Instant at) { return {name, at, "measured", "", {}}; }

FaultStamps fault(const std::string& id, Instant symptom, Instant recovered) {
  return {id,
          {stamp("t_sym", symptom), stamp("t_det", symptom + 1min), stamp("t_loc", symptom + 2min),
           stamp("t_mit", symptom + 3min), stamp("t_rec", recovered)}};
}

Duration took(const DrillRecord& record, const std::string& what) {
  for (const TookRecord& one : record.took)
    if (one.what == what) return one.took;
  return kForever;
}

TEST(DrillRecord, OfSeveralFaultsTheSlowestCounts) {
  Scorecard card;
  card.timestamps = {fault("a", Instant{5min}, Instant{15min}),
                     fault("b", Instant{10min}, Instant{45min})};
  EXPECT_EQ(took(record_of(card), "recover"), 35min);
  EXPECT_EQ(took(record_of(card), "detect"), 1min);
}

TEST(DrillRecord, WhatWasNeverDoneTookUntilTheEnd) {
  Scorecard card;
  card.last = Instant{60min};
  card.timestamps = {fault("a", Instant{5min}, kNever)};
  DrillRecord record = record_of(card);
  EXPECT_EQ(took(record, "recover"), 55min);
  EXPECT_FALSE(record.took.back().reached);
  EXPECT_TRUE(record.took.front().reached);
}

TEST(DrillRecord, WithoutSymptomsNothingTookAnyTime) {
  Scorecard card;
  EXPECT_TRUE(record_of(card).took.empty());
}

TEST(DrillRecord, OnlyTheTeamsOwnImprovementsAreFollowed) {
  Scorecard card;
  card.improvements = {{"A1", {}, "wu", "", "case-two", "review"},
                       {"P1", {}, "", "", "", "proposed"}};
  ASSERT_EQ(record_of(card).improvements.size(), 1u);
  EXPECT_EQ(record_of(card).improvements[0].id, "A1");
}

}  // namespace
}  // namespace mayday
