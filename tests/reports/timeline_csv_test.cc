#include "mayday/reports/timeline_csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mayday/ledger/events.h"
#include "sample.h"

namespace mayday {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

std::string csv_of_title(const std::string& title) {
  events::Action action;
  action.actor = "a";
  action.side = "team";
  action.action = "declare";
  action.body = {{"title", title}};
  std::string csv = timeline_csv({}, {make_event(Instant{61s}, action)});
  return csv.substr(csv.find('\n') + 1);
}

TEST(TimelineCsv, TellsTheStoryInOrder) {
  std::string csv = timeline_csv(sample_card(), sample_events());
  EXPECT_THAT(csv, StartsWith("\xEF\xBB\xBF\"seconds\",\"clock\",\"lane\",\"who\",\"what_zh\","
                              "\"what_en\",\"detail\"\r\n"));
  EXPECT_THAT(csv, HasSubstr("\"840.000\",\"14:00\",\"team\",\"王珂\",\"立事件\",\"declared\","
                             "\"审批停滞 · desk.order_db\"\r\n"));
  EXPECT_THAT(csv, HasSubstr("\"vendor\",\"hesi\",\"已修复\",\"fixed\",\"已扩容审批服务\"\r\n"));
}

TEST(TimelineCsv, LeavesJourneysOutAndTellsOnlyAFaultsFirstBite) {
  std::string csv = timeline_csv(sample_card(), sample_events());
  EXPECT_EQ(csv.find("book-trip"), std::string::npos);
  EXPECT_EQ(csv.find("first bite"), csv.rfind("first bite"));
}

TEST(TimelineCsv, ACellNeverBeginsAFormula) {
  for (const char* start : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "|cmd", "%0A",
                            "＝1", "＋1", "－1", "＠A1", "  =1", "　=1"})
    EXPECT_THAT(csv_of_title(start), HasSubstr(",\"'")) << start;
}

TEST(TimelineCsv, AQuoteIsDoubledAndALineBreakShows) {
  EXPECT_EQ(csv_of_title("say \"hi\"\r\nforged,line"),
            "\"61.000\",\"01:01\",\"team\",\"a\",\"立事件\",\"declared\",\"say "
            "\"\"hi\"\"⏎forged,line\"\r\n");
}

}  // namespace
}  // namespace mayday
