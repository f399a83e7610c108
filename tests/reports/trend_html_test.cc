#include "mayday/reports/trend_html.h"

#include <gmock/gmock.h>

#include <boost/json/parse.hpp>
#include <filesystem>
#include <fstream>
#include <pugixml.hpp>

#include "corpus.h"
#include "mayday/reports/trend_text.h"
#include "sample_trend.h"

namespace mayday {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string between(const std::string& text, const std::string& from, const std::string& to) {
  std::size_t begin = text.find(from) + from.size();
  return text.substr(begin, text.find(to, begin) - begin);
}

json::array drills_drawn(const std::string& page) {
  json::value data = json::parse(between(page, "id=\"data\">", "</script>"));
  return data.at("scenarios").as_array().at(0).at("drills").as_array();
}

TEST(TrendHtml, SaysWhatChangedWithItsInterval) {
  std::string page = trend_html(sample_trend({40, 44, 38}, {20, 21, 19}));
  EXPECT_THAT(page, HasSubstr("变好：得分、恢复。"));
  EXPECT_THAT(page, HasSubstr("Better: score, recover."));
  EXPECT_THAT(page, HasSubstr("3 earlier and 3 later drills"));
  EXPECT_THAT(page, HasSubstr("<td>×0.49</td>"));
}

TEST(TrendHtml, AnIntervalThatSpansNoChangeIsNoEvidence) {
  std::string page = trend_html(sample_trend({20, 45, 30}, {24, 41, 22}));
  EXPECT_THAT(page, HasSubstr("No evidence of change: score, recover."));
  EXPECT_THAT(page, HasSubstr("没有证据表明有变化：得分、恢复。"));
}

TEST(TrendHtml, FewDrillsSayNothing) {
  std::string page = trend_html(sample_trend({40}, {20}));
  EXPECT_THAT(page, HasSubstr("1 earlier and 1 later drills: fewer than 3 on either side say "
                              "nothing"));
  EXPECT_THAT(page, HasSubstr("任何一边不足 3 次，不下结论"));
  EXPECT_THAT(page, Not(HasSubstr("id=\"changes-1\"")));
}

TEST(TrendHtml, WhatWasNotReachedIsDrawnOpenAtTheDrillsLength) {
  TrendPage sample = sample_trend({40, 44, 38}, {20, 21, 19});
  sample.trends[0].drills[1].took = {{"recover", 2h, false}};
  std::string page = trend_html(sample);
  json::value recover = drills_drawn(page).at(1).at("took").at("recover");
  EXPECT_EQ(recover.at("reached"), false);
  EXPECT_EQ(recover.at("took"), 7'200'000);
  EXPECT_THAT(page, HasSubstr("<span class=\"loss\">&gt;2h</span>"));
  EXPECT_THAT(page, HasSubstr("counts in the means as the drill&#39;s length"));
}

TEST(TrendHtml, ADrillThatIsNotComparedSaysWhy) {
  TrendPage sample = sample_trend({40, 44, 38}, {20, 21, 19});
  sample.trends[0].drills[0].part = "other-profile";
  std::string page = trend_html(sample);
  EXPECT_THAT(page, HasSubstr("not compared: by another profile than the latest"));
  EXPECT_EQ(drills_drawn(page).at(0).at("part"), "other-profile");
  EXPECT_THAT(trend_text(sample.trends, {}), HasSubstr("not compared: by another profile"));
}

TEST(TrendHtml, LinksTheReportsThatAreThereAndNoOthers) {
  TrendPage sample = sample_trend({40}, {20});
  sample.reports = {{sample.trends[0].drills[0].ledger, "javascript:a/#?\"x\"/../report.html"}};
  std::string page = trend_html(sample);
  EXPECT_THAT(page, HasSubstr("<a href=\"./javascript%3Aa/%23%3F%22x%22/../report.html\">"));
  std::string table = between(page, "<details class=\"drills\"", "</details>");
  EXPECT_EQ(table.find("<a href"), table.rfind("<a href"));
}

TEST(TrendHtml, ScenariosTogetherStandBesideEach) {
  TrendPage sample = sample_trend({40, 44, 38}, {20, 21, 19});
  EXPECT_THAT(trend_html(sample), Not(HasSubstr("id=\"together\"")));
  Trend all;
  all.changes = sample.trends[0].changes;
  sample.trends.insert(sample.trends.begin(), all);
  std::string together = between(trend_html(sample), "aria-labelledby=\"together\"", "</section>");
  EXPECT_THAT(together, HasSubstr("id=\"changes-together\""));
  EXPECT_THAT(together, HasSubstr("<a href=\"#scenario-1\">"));
}

TEST(TrendHtml, AnImprovementHasItsState) {
  TrendPage sample = sample_trend({40}, {20});
  sample.follow_ups = {{{"A1", {"加监控", "watch it"}, "", "2026-05-01", "case", "review"},
                        "case",
                        86'400,
                        "m1/ledger.jsonl",
                        "stale",
                        ""}};
  std::string section =
      between(trend_html(sample), "aria-labelledby=\"improvements\"", "</section>");
  EXPECT_THAT(section, HasSubstr("<span class=\"chip weak\"><span class=\"zh\" lang=\"zh\">搁置"));
  EXPECT_THAT(section, HasSubstr("not yet"));  // nobody owns it
  EXPECT_THAT(section, HasSubstr("2026-05-01"));
}

class HostileTrend : public ::testing::TestWithParam<std::string> {};

/// A page in which everything that others wrote is this text.
TrendPage poisoned(const std::string& with) {
  TrendPage page = sample_trend({40, 44, 38}, {20, 21, 19});
  page.folder = page.since = with;
  page.trends[0].scenario = with;
  page.trends[0].title = {with, with};
  for (ListedDrill& drill : page.trends[0].drills) {
    drill.ledger = with + "/ledger.jsonl";
    drill.letter = drill.verdict = drill.profile = with;
    drill.took[0].what = with;
    page.reports[drill.ledger] = drill.ledger;
  }
  page.follow_ups = {
      {{with, {with, with}, with, with, with, with}, with, 86'400, with, with, with}};
  return page;
}

TEST_P(HostileTrend, TextIsPlainInThePage) {
  // The body is parsed as XML, which is stricter than HTML: anything unescaped would not parse, or
  // would be one element more than in a page of harmless texts.
  auto elements = [](const std::string& page) {
    std::string body =
        page.substr(page.find("<body>"), page.find("<script") - page.find("<body>")) + "</body>";
    pugi::xml_document document;
    pugi::xml_parse_result result = document.load_string(body.c_str());
    EXPECT_TRUE(result) << result.description();
    return document.select_nodes("//*[not(self::span)]").size();
  };
  std::string page = trend_html(poisoned(GetParam()));
  EXPECT_EQ(elements(page), elements(trend_html(poisoned("harmless"))));
  EXPECT_EQ(drills_drawn(page).size(), 6u);
  EXPECT_THAT(page, Not(HasSubstr("\xE2\x80\xAE")));
}

/// One page of them all, for the test that opens it in a browser.
TEST(HostileTrends, AreWrittenForTheBrowser) {
  TrendPage page;
  for (const std::string& text : hostile_texts()) {
    TrendPage one = poisoned(text);
    page.trends.push_back(one.trends[0]);
    page.follow_ups.push_back(one.follow_ups[0]);
    page.reports.merge(one.reports);
  }
  std::filesystem::create_directories(MAYDAY_WRITTEN);
  std::ofstream(MAYDAY_WRITTEN "/hostile-trend.html", std::ios::binary) << trend_html(page);
  EXPECT_TRUE(std::filesystem::exists(MAYDAY_WRITTEN "/hostile-trend.html"));
}

INSTANTIATE_TEST_SUITE_P(Corpus, HostileTrend, ::testing::ValuesIn(hostile_texts()));

}  // namespace
}  // namespace mayday
