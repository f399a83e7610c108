#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json/parse.hpp>

#include "mayday/base/json.h"
#include "mayday/ledger/events.h"
#include "mayday/reports/report_html.h"
#include "sample.h"

namespace mayday {
namespace {

/// The block from which the page's script draws.
json::value data_of(const Scorecard& card, const std::vector<Event>& events) {
  std::string page = report_html(card, events);
  std::string begin = "<script type=\"application/json\" id=\"data\">";
  std::size_t from = page.find(begin) + begin.size();
  return json::parse(page.substr(from, page.find("</script>", from) - from));
}

json::value sample_data() { return data_of(sample_card(), sample_events()); }

TEST(TimelineData, HoldsTheTruthWithItsPhases) {
  json::value fault = sample_data().at("faults").as_array().at(0);
  EXPECT_EQ(fault.at("id"), "approval-timeout");
  EXPECT_EQ(fault.at("from"), 300'000);  // armed, before it first bit
  EXPECT_EQ(fault.at("to"), 3'990'000);
  EXPECT_EQ(fault.at("truth"), "hesi.approval · upstream-timeout · hesi");
  EXPECT_EQ(fault.at("phases").as_array().size(), 6U);
  EXPECT_EQ(fault.at("phases").as_array().at(3).at("name"), "mitigate");
}

TEST(TimelineData, AFaultOrAPhaseWithoutAnEndHasNone) {
  Scorecard card = sample_card();
  card.faults[0].ended = kNever;
  card.faults[0].phases.back().to = kNever;
  json::value fault = data_of(card, sample_events()).at("faults").as_array().at(0);
  EXPECT_FALSE(fault.as_object().contains("to"));
  EXPECT_FALSE(fault.at("phases").as_array().back().as_object().contains("to"));
}

TEST(TimelineData, AnAlertLastsFromFiringToResolved) {
  json::array alerts = sample_data().at("alerts").as_array();
  ASSERT_EQ(alerts.size(), 2U);
  EXPECT_EQ(alerts[0].at("name"), "ApprovalsStalling");
  EXPECT_EQ(alerts[0].at("from"), 540'000);
  EXPECT_EQ(alerts[0].at("to"), 4'320'000);
  EXPECT_TRUE(alerts[1].at("bad").as_bool());  // false, and never resolved
  EXPECT_FALSE(alerts[1].as_object().contains("to"));
}

TEST(TimelineData, WhatWasSaidInTwoLanguagesIsThereInBoth) {
  json::value data = sample_data();
  for (const json::value& moment : data.at("moments").as_array()) {
    if (moment.at("at") != 720'000) continue;
    EXPECT_EQ(moment.at("who"), (json::array{"出差员工", "a traveller"}));
    EXPECT_EQ(moment.at("detail"), (json::array{"报销一直审批中", "my claim is stuck"}));
    return;
  }
  ADD_FAILURE() << "the traveller's message is missing";
}

TEST(TimelineData, TurnsAtSymptomMitigationAndRecovery) {
  std::vector<std::string> names;
  json::value data = sample_data();
  for (const json::value& turn : data.at("turns").as_array())
    names.emplace_back(turn.at("name").as_string());
  EXPECT_THAT(names, ::testing::ElementsAre("t_sym", "t_mit", "t_rec"));
}

TEST(TimelineData, CountsTheJourneysOfEveryMinute) {
  json::value data = sample_data();
  EXPECT_EQ(data.at("bin"), 60'000);
  json::array rates = data.at("rates").as_array();
  ASSERT_EQ(rates.size(), 3U);
  EXPECT_EQ(rates[1].at("title"), (json::array{"提交报销", "Submit expense"}));
  EXPECT_EQ(rates[1].at("bins").as_array().size(), 120U);
  EXPECT_EQ(rates[1].at("bins").as_array().at(0), (json::array{6, 0, 0}));
}

TEST(TimelineData, AnEmptyLedgerHasAnEmptyPicture) {
  json::value data = data_of({}, {});
  EXPECT_EQ(data.at("length"), 60'000);
  for (const char* list : {"faults", "turns", "alerts", "moments", "rates"})
    EXPECT_TRUE(data.at(list).as_array().empty()) << list;
}

}  // namespace
}  // namespace mayday
