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
  for (const char* name : {"http://www.w3.org/1998/", "http://www.w3.org/1999/",
                           "http://www.w3.org/2000/", "http://www.w3.org/XML/1998/"})
    for (std::size_t at = page.find(name); at != std::string::npos; at = page.find(name))
      page.erase(at, 7);                   // names of XML namespaces, which nobody asks for
  page.erase(page.find("url(#plot)"), 4);  // the picture's own frame
  for (const char* way :
       {"http://", "https://", "//cdn", "@import", "url(", "src=", "<link", "fetch(", "WebSocket"})
    EXPECT_THAT(page, Not(HasSubstr(way))) << way;
  EXPECT_THAT(page, HasSubstr("default-src 'none'"));
}

TEST(ReportHtml, AllowsExactlyItsOwnScriptAndStyle) {
  // Known answer: the base64 of SHA-256("abc") is ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=.
  // Here it is enough that the page names two hashes of the right form and no looser word; a
  // browser's own check is report_page_test.mjs.
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

TEST(ReportHtml, TheStoryIsATableForThoseWhoReadWithoutScript) {
  std::string story = between(sample_page(), "<details id=\"story\" open", "</details>");
  EXPECT_THAT(story, HasSubstr("<th scope=\"row\">14:00</th>"));
  EXPECT_THAT(story, HasSubstr("my claim is stuck"));
  EXPECT_THAT(story, HasSubstr("approveFlows 超时"));
}

TEST(ReportHtml, AClaimStandsBesideItsMeasurement) {
  std::string claims = between(sample_page(), "aria-labelledby=\"claims-1\"", "</table>");
  EXPECT_THAT(claims, HasSubstr("<td>1:08:00</td><td>1:07:00</td>"));
  EXPECT_THAT(claims, HasSubstr("<span class=\"chip good\">+1m</span>"));
}

TEST(ReportHtml, AClaimThatCameTooEarlyOrNeverCameTrueIsCalledThat) {
  Scorecard card = sample_card();
  for (Stamp& stamp : card.timestamps[0].stamps) {
    if (stamp.name == "d_mit") stamp.at = Instant{60min};
    if (stamp.name == "d_rec") stamp.at = Instant{70min};
    if (stamp.name == "t_rec") stamp.at = kNever;
  }
  std::string page = report_html(card, sample_events());
  EXPECT_THAT(page, HasSubstr("too early by</span> 7m"));
  EXPECT_THAT(page, HasSubstr("never came true"));
}

TEST(ReportHtml, EveryNoticeShowsItsWordsAndAllSevenElements) {
  std::string notice = between(sample_page(), "<li class=\"notice\">", "</li>");
  EXPECT_THAT(notice, HasSubstr("<blockquote>审批暂时缓慢，已联系供应商处理。</blockquote>"));
  std::string impact = between(notice, "lang=\"zh\">影响</span>", "</tr>");
  EXPECT_THAT(impact, HasSubstr("审批暂停"));
  EXPECT_THAT(impact, HasSubstr("✓ "));
  EXPECT_THAT(between(notice, "lang=\"zh\">善后</span>", "</tr>"), HasSubstr("missing"));
}

TEST(ReportHtml, AVendorsClockRunsFromTheTicketOn) {
  // The sample's vendor answers after five minutes; it promises ten, which a plan says.
  std::vector<Event> events = sample_events();
  events::Open open;
  open.plan.vendors = {{Member::hesi, 3min, 0s, {}}};
  events.insert(events.begin(), make_event(Instant{}, open));
  for (Event& event : events) {
    if (event.kind != "vendor") continue;
    auto vendor = as<events::Vendor>(event);
    vendor.ticket = "T-1";
    event = make_event(event.t, vendor);
  }
  std::string clock =
      between(report_html(sample_card(), events), "aria-labelledby=\"clock-table\"", "</table>");
  EXPECT_THAT(clock, HasSubstr("<code>T-1</code></th><td>hesi</td><td>20:00</td>"));
  EXPECT_THAT(clock, HasSubstr("<td>23:00 <small>+3m</small></td>"));
  EXPECT_THAT(clock, HasSubstr("<span class=\"loss\">25:00 <small>+5m</small></span>"));
  EXPECT_THAT(clock, HasSubstr("<td>1:06:00 <small>+46m</small></td>"));
}

TEST(ReportHtml, EveryOrderThatDiffersIsListedWithBothSidesOfTheBooks) {
  std::vector<Event> events = sample_events();
  events.push_back(make_event(
      Instant{120min}, events::Books{1200, {{"stuck", "D-0991", "hesi", "waiting", "approved"}}}));
  std::string page = report_html(sample_card(), events);
  std::string books = between(page, "aria-labelledby=\"books-table\"", "</table>");
  EXPECT_THAT(books, HasSubstr("<td>hesi</td><td>waiting</td><td>approved</td>"));
  EXPECT_THAT(between(page, "误报单号", "</div>"), HasSubstr("D-1044"));
}

TEST(ReportHtml, HintsAreListedWithTheirPrice) {
  std::vector<Event> events = sample_events();
  events.push_back(make_event(
      Instant{50min},
      events::Action{
          "导演", "facilitator", "hint", {{"cost", 5}, {"text", "看审批接口"}}, "", "", {}}));
  std::string hints =
      between(report_html(sample_card(), events), "aria-labelledby=\"facilitator\"", "</section>");
  EXPECT_THAT(hints, HasSubstr("−5</span>"));
  EXPECT_THAT(hints, HasSubstr("看审批接口"));
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
  EXPECT_LT(sample_page().size(), kMost / 2);
}

TEST(ReportHtml, TheSameDrillGivesTheSameBytes) { EXPECT_EQ(sample_page(), sample_page()); }

}  // namespace
}  // namespace mayday
