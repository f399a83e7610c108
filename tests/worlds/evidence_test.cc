#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "mayday/ledger/events.h"
#include "small_drill.h"

/// What whole drills leave behind of faults that hit no call of a traveller's own.
namespace mayday {
namespace {

using ::testing::Each;
using ::testing::Eq;
using ::testing::IsEmpty;
using ::testing::Not;

template <class Body>
std::vector<Body> all(const std::vector<Event>& events) {
  std::vector<Body> found;
  for (const Event& event : events)
    if (event.kind == Body::kKind) found.push_back(as<Body>(event));
  return found;
}

TEST(RefusedMessages, HarmWhoeverWaitsForThem) {
  // Hesi's messages are refused at the desk's door: no call of a traveller's comes near the fault.
  std::vector<Event> events = run_in_virtual(small_plan("approval-callbacks-stuck", 7));
  std::vector<std::string> harmed;
  for (const auto& journey : all<events::Journey>(events))
    if (!journey.bites.empty() && journey.outcome == "late") harmed.push_back(journey.journey);
  EXPECT_THAT(harmed, Not(IsEmpty()));
  EXPECT_THAT(harmed, Each(Eq("submit-expense")));
  std::vector<std::string> victims;
  for (const auto& bit : all<events::Bit>(events)) victims.push_back(bit.victim);
  EXPECT_THAT(victims, Each(Not(Eq(""))));
}

TEST(RefusedMessages, AreEvidenceByTheirOwnIds) {
  std::vector<Event> events = run_in_virtual(small_plan("approval-callbacks-stuck", 7));
  std::vector<events::Finding> cited;
  for (const auto& action : all<events::Action>(events))
    if (action.action == "locate")
      cited.insert(cited.end(), action.findings.begin(), action.findings.end());
  ASSERT_FALSE(cited.empty());
  for (const events::Finding& finding : cited) {
    EXPECT_TRUE(finding.failing) << finding.id;
    EXPECT_EQ(finding.faults, std::vector<std::string>{"callbacks-stuck"}) << finding.id;
  }
}

TEST(RefusedMessages, AreToldOfWhenTheyAreFetched) {
  std::vector<Event> events = run_in_virtual(small_plan("approval-callbacks-stuck", 7));
  std::vector<events::Replayed> fetched = all<events::Replayed>(events);
  ASSERT_FALSE(fetched.empty());
  EXPECT_TRUE(fetched[0].complete);
  EXPECT_GT(fetched[0].taken, 0);
}

TEST(ARefusedDoor, CountsAsFailedCallsAndFiresTheAlert) {
  std::vector<Event> events = run_in_virtual(small_plan("hesi-outage", 7));
  std::int64_t refused = 0;
  for (const auto& tally : all<events::Tally>(events))
    for (const events::TallyRow& row : tally.rows)
      if (row.member == "hesi" && row.operation.empty() && row.outcome == "refused")
        refused += row.count;
  EXPECT_GT(refused, 20);
  std::vector<events::Alert> alerts = all<events::Alert>(events);
  EXPECT_TRUE(std::any_of(alerts.begin(), alerts.end(), [](const events::Alert& alert) {
    return alert.alert == "hesi-calls-failing";
  }));
}

}  // namespace
}  // namespace mayday
