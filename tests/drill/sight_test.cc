#include "mayday/drill/sight.h"

#include <gtest/gtest.h>

#include <boost/json/serialize.hpp>

#include "mayday/ledger/events.h"

namespace mayday {
namespace {

/// Every string of an event becomes the canary, so that any leak shows.
constexpr const char* kCanary = "CANARY-7f3a";

template <class Body>
std::string seen(Body body) {
  Sight sight;
  sight.see(make_event(Instant{1min}, body));
  std::string all;
  for (const SightItem& item : sight.items()) all += json::serialize(item.body) + "\n";
  return all;
}

TEST(TeamView, HidesTheTruthInEveryByteAndLength) {
  events::Open open;
  open.plan.scenario = kCanary;
  EXPECT_EQ(seen(open), "");
  EXPECT_EQ(seen(events::Armed{kCanary}), "");
  EXPECT_EQ(seen(events::Bit{kCanary, kCanary, kCanary}), "");
  EXPECT_EQ(seen(events::Ended{kCanary, kCanary, 1}), "");
  events::Journey journey;
  journey.bites = {kCanary};
  EXPECT_EQ(seen(journey), "");
  events::Failing failing;
  failing.id = kCanary;
  EXPECT_EQ(seen(failing), "");
  events::Books books;
  books.rows.push_back({kCanary, kCanary, kCanary, kCanary, kCanary});
  EXPECT_EQ(seen(books), "");
  events::Slip slip;
  EXPECT_EQ(seen(slip), "");
}

TEST(TeamView, ShowsAVendorsWordsButNotTheFaultTheyAreAbout) {
  events::Vendor vendor;
  vendor.vendor = "hesi";
  vendor.says = "fixed";
  vendor.fault = kCanary;
  vendor.text = {"已修复", "repaired"};
  std::string text = seen(vendor);
  EXPECT_NE(text.find("repaired"), std::string::npos);
  EXPECT_EQ(text.find(kCanary), std::string::npos);
}

TEST(TeamView, ShowsAnActionButNotWhatTheIndexSaysOfItsEvidence) {
  events::Action action;
  action.side = "team";
  action.action = "ticket";
  action.findings.push_back({"req-1", true, true, kCanary, Instant{}, {kCanary}});
  action.key = kCanary;
  std::string text = seen(action);
  EXPECT_NE(text.find("ticket"), std::string::npos);
  EXPECT_EQ(text.find(kCanary), std::string::npos);
  action.side = "facilitator";
  EXPECT_EQ(seen(action), "");
}

TEST(Sight, FoldsWhatItSeesIntoWhatHoldsNow) {
  Sight sight;
  events::Alert alert;
  alert.alert = "LogInFailing";
  alert.state = "firing";
  sight.see(make_event(Instant{1min}, alert));
  EXPECT_TRUE(sight.state().firing.contains("LogInFailing"));
  alert.state = "resolved";
  sight.see(make_event(Instant{2min}, alert));
  EXPECT_FALSE(sight.state().firing.contains("LogInFailing"));
  EXPECT_TRUE(sight.state().fired.contains("LogInFailing"));
  events::Action declare;
  declare.side = "team";
  declare.action = "declare";
  sight.see(make_event(Instant{3min}, declare));
  EXPECT_EQ(sight.state().incidents, 1);
  declare.action = "close";
  sight.see(make_event(Instant{4min}, declare));
  EXPECT_EQ(sight.state().incidents, 0);
}

TEST(Sight, SpeaksOfACallToTheDeskByItsPath) {
  Sight sight;
  sight.see_failing(
      Instant{1min},
      {{"dir", "in"}, {"path", "/hooks/hesi"}, {"status", 500}, {"request_id", "msg-1"}});
  EXPECT_EQ(sight.state().failing.back().to, "");
  EXPECT_EQ(sight.state().failing.back().operation, "/hooks/hesi");
  EXPECT_EQ(sight.state().failing.back().sample, "HTTP 500");
}

TEST(TeamView, ShowsWhatCameOfReplayingMessages) {
  EXPECT_EQ(seen(events::Replayed{true, 5, 4}), "{\"complete\":true,\"failed\":5,\"taken\":4}\n");
}

TEST(Sight, ShowsAFewFailingCallsAMinuteAndKeepsTheRestForEvidence) {
  Sight sight;
  for (int i = 0; i < 10; ++i) {
    json::object line{{"dir", "out"},
                      {"to", "hesi"},
                      {"operation", "approveFlows"},
                      {"error", "timed_out"},
                      {"request_id", "dk-" + std::to_string(i)}};
    sight.see_failing(Instant{1min}, line);
  }
  EXPECT_EQ(sight.items().size(), 3U);
  EXPECT_EQ(sight.state().failing.size(), 10U);
  EXPECT_EQ(sight.state().failing.back().request_id, "dk-9");
}

}  // namespace
}  // namespace mayday
