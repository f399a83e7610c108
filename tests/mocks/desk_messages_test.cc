#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "desk_estate.h"

namespace mayday {
namespace {

using ::testing::ElementsAre;

constexpr const char* kReplay = "/admin/actions/replay-messages";

/// A claim that Hesi has approved while the desk's receiver was off.
struct Unheard {
  Unheard() {
    estate.desk.change({{"receiver", "off"}});
    std::string session = estate.log_in();
    Response handed =
        estate.call("POST", "/api/claims",
                    R"({"title":"Hangzhou","amount":"680.00","date":"2026-03-01"})", session);
    claim = text_at(estate.json_of(handed), "claim");
    estate.hesi_works(5s);
    estate.call("POST", "/api/approvals", "{}", estate.log_in("D1002"));
    estate.hesi_works(1min);
  }

  std::string replay(std::string_view count) {
    return text_at(estate.json_of(estate.call("POST", kReplay)), count);
  }
  std::vector<std::string> state() { return DeskEstate::states(estate.desk.books(), claim); }

  DeskEstate estate;
  std::string claim;
};

TEST(DeskReplay, BringsWhatHesiCouldNotSay) {
  Unheard drill;
  EXPECT_THAT(drill.state(), ElementsAre("claim open"));
  EXPECT_THAT(DeskEstate::states(drill.estate.hesi_vendor.books(), drill.claim),
              ElementsAre("claim approved"));
  EXPECT_EQ(drill.replay("complete"), "true");
  EXPECT_THAT(drill.state(), ElementsAre("claim approved"));
  EXPECT_EQ(drill.estate.reconcile().differences, 0);
}

TEST(DeskReplay, AsksForMessagesOfEveryTypeInTurn) {
  Unheard drill;
  drill.estate.hesi.operations.clear();
  drill.replay("complete");
  const std::vector<std::string>& asked = drill.estate.hesi.operations;
  EXPECT_EQ(std::count(asked.begin(), asked.end(), "listOutboundLogs"), 6);
}

TEST(DeskReplay, TwiceDoesNoHarm) {
  Unheard drill;
  std::string first = drill.replay("taken");
  EXPECT_NE(first, "0");
  EXPECT_EQ(drill.replay("taken"), first);
  EXPECT_THAT(drill.state(), ElementsAre("claim approved"));
}

TEST(DeskReplay, DoesNotUndoWhatUsersHaveBeenTold) {
  Unheard drill;
  drill.estate.desk.change({{"manual_approval", "on"}});
  drill.estate.call("POST", "/api/approvals", "{}", drill.estate.log_in("D1002"));
  EXPECT_THAT(drill.state(), ElementsAre("claim approved"));
  drill.replay("taken");
  EXPECT_THAT(drill.state(), ElementsAre("claim approved"));
  EXPECT_EQ(drill.estate.reconcile().differences, 0);
}

TEST(DeskReplay, SaysWhenHesiDidNotAnswer) {
  DeskEstate estate;
  estate.hesi.fails["listOutboundLogs"] = 503;
  EXPECT_EQ(estate.call("POST", kReplay).body, R"({"complete":false,"failed":0,"taken":0})");
}

}  // namespace
}  // namespace mayday
