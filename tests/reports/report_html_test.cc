#include "mayday/reports/report_html.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mayday/ledger/events.h"
#include "sample.h"

namespace mayday {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::size_t kMost = 600'000;

std::string sample_page() { return report_html(sample_card(), sample_events()); }

std::string between(const std::string& text, const std::string& from, const std::string& to) {
  std::size_t begin = text.find(from) + from.size();
  return text.substr(begin, text.find(to, begin) - begin);
}

TEST(ReportHtml, AsksTheNetworkForNothing) {
  std::string page = sample_page();
  for (const char* way :
       {"http://", "https://", "//cdn", "@import", "url(", "src=", "<link", "fetch(", "WebSocket"})
    EXPECT_THAT(page, Not(HasSubstr(way))) << way;
  EXPECT_THAT(page, HasSubstr("default-src 'none'"));
}

TEST(ReportHtml, AllowsExactlyItsOwnScriptAndStyle) {
  // Known answer: the base64 of SHA-256("abc") is ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=.
  // Here it is enough that the page names two hashes of the right form and no looser word; a
  // browser's own check is look.sh, in which an unstyled page would show.
  std::string policy = between(sample_page(), "Content-Security-Policy\" content=\"", "\"");
  EXPECT_THAT(policy,
              ::testing::ContainsRegex(
                  "script-src 'sha256-[A-Za-z0-9+/]{43}='; style-src 'sha256-[A-Za-z0-9+/]{43}='"));
  EXPECT_THAT(policy, Not(HasSubstr("unsafe")));
}

TEST(ReportHtml, ShowsScoreIntervalLetterAndVerdictInBothLanguages) {
  std::string page = sample_page();
  EXPECT_THAT(page, HasSubstr("85.43</p>"));
  EXPECT_THAT(page, HasSubstr("85.27–85.46"));
  EXPECT_THAT(page, HasSubstr("<b>B</b> <span class=\"zh\" lang=\"zh\">良</span><span class=\"en\" "
                              "lang=\"en\">good</span>"));
  EXPECT_THAT(page, HasSubstr("合思审批接口超时，审批流停滞"));
  EXPECT_THAT(page, HasSubstr("Hesi approval calls time out and approvals stall"));
}

TEST(ReportHtml, DrawsEveryLaneAndEveryJourneyKind) {
  std::string page = between(sample_page(), "<svg class=\"timeline\"", "</svg>");
  for (const char* lane : {"Truth", "Symptoms", "Alerts", "Team", "Vendor", "Notices", "Injects"})
    EXPECT_THAT(page, HasSubstr(">" + std::string(lane) + "</text>")) << lane;
  for (const char* kind : {"log-in", "submit-expense", "book-trip"})
    EXPECT_THAT(page, HasSubstr(kind));
  for (const char* phase : {"detect", "declare", "locate", "mitigate", "recover", "verify"})
    EXPECT_THAT(page, HasSubstr("\"phase " + std::string(phase))) << phase;
}

TEST(ReportHtml, WhatWasSaidInTwoLanguagesIsShownInTheReaders) {
  std::string page = sample_page();
  EXPECT_THAT(page, HasSubstr("data-en=\"12:00 · a traveller · message · my claim is stuck\""));
  EXPECT_THAT(page, HasSubstr(">12:00 · 出差员工 · 来信 · 报销一直审批中</title>"));
}

TEST(ReportHtml, DotsLieWhereTheirTimeIs) {
  // One declaration at half of a drill of 100 minutes stands in the middle between zero and the
  // end.
  Scorecard card;
  card.length = 100min;
  events::Action action;
  action.side = "team";
  action.action = "declare";
  std::string page = report_html(card, {make_event(Instant{50min}, action)});
  EXPECT_THAT(page, HasSubstr("cx=\"639\""));  // (132 + 1146) / 2
}

TEST(ReportHtml, AFaultWithoutAnEndIsDrawnOpen) {
  Scorecard card = sample_card();
  card.faults[0].ended = kNever;
  card.faults[0].phases.back().to = kNever;
  std::string page = report_html(card, sample_events());
  EXPECT_THAT(page, HasSubstr("class=\"truth open\""));
  EXPECT_THAT(page, HasSubstr("class=\"phase verify open\""));
}

TEST(ReportHtml, EveryDimensionAndGapIsThere) {
  std::string page = sample_page();
  for (const char* text : {"11.25<small> / 15.00", "−3.8", "−2.6", "graded too low for 10m",
                           "ApprovalsStalling", "D-0991", "69", "1h9m"})
    EXPECT_THAT(page, HasSubstr(text)) << text;
  EXPECT_THAT(page, HasSubstr(sample_card().ledger_head));
}

TEST(ReportHtml, ADrillThatCannotBeJudgedSaysWhy) {
  Scorecard card = sample_card();
  card.verdict = "inconclusive";
  card.why = {"故障从未生效", "a fault never bit"};
  card.notes = {{"账本被截断", "the ledger was cut off"}};
  std::string page = report_html(card, sample_events());
  EXPECT_THAT(page, HasSubstr("INCONCLUSIVE"));
  EXPECT_THAT(page, HasSubstr("a fault never bit"));
  EXPECT_THAT(page, HasSubstr("the ledger was cut off"));
}

TEST(ReportHtml, AnEmptyLedgerStillMakesAPage) {
  std::string page = report_html({}, {});
  EXPECT_THAT(page, HasSubstr("</html>"));
}

/// Everything there is, at length: long enough texts, and far more of them than a drill sees.
TEST(ReportHtml, StaysUnderItsLimitWhateverTheLedgerHolds) {
  Scorecard card = sample_card();
  std::string text(2000, '&');
  std::vector<Event> events = sample_events();
  for (int i = 0; i < 3000; ++i) {
    events::Action action{text,
                          "team",
                          i % 3 == 0   ? "ticket"
                          : i % 3 == 1 ? "notice"
                                       : "declare",
                          {{"text", text}, {"to", text}},
                          "",
                          "",
                          {}};
    Instant at{Duration{2s} * i};
    events.push_back(make_event(at, action));
    events.push_back(make_event(at, events::Inject{text, {text, text}, {text, text}}));
    card.notices.push_back(card.notices[0]);
    card.notices.back().text = text;
    card.tickets.push_back(card.tickets[0]);
    card.losses.push_back({10, "d1", "time", text, {text, text}, {text, text}});
    card.improvements.push_back({text, {text, text}, text, text, text, "review"});
    card.books.bad.push_back(text);
    card.alerts.push_back({at, at, text, text, text, 0, true, false});
    card.incidents.push_back({text, at, text, text, {text}, {text}, false, false});
    card.notes.push_back({text, text});
    card.gates.push_back({text, 0, 0, true, {text, text}});
  }
  for (int i = 0; i < 40; ++i) {
    card.faults.push_back(card.faults[0]);
    card.timestamps.push_back(card.timestamps[0]);
  }
  EXPECT_LT(report_html(card, events).size(), kMost);
  EXPECT_LT(sample_page().size(), kMost / 4);
}

TEST(ReportHtml, TheSameDrillGivesTheSameBytes) { EXPECT_EQ(sample_page(), sample_page()); }

}  // namespace
}  // namespace mayday
