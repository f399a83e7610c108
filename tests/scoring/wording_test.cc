#include "mayday/scoring/wording.h"

#include <gtest/gtest.h>

#include <map>

#include "drill_builder.h"
#include "mayday/scoring/score.h"

namespace mayday {
namespace {

/// Nine o'clock in Beijing on a Monday.
constexpr std::int64_t kStarts = 1'772'413'200;
constexpr Instant kIssued{20min};

Wording read(std::string_view text) { return read_wording(text, "", kIssued, kStarts); }

/// Element -> the words that said it.
std::map<std::string, std::string> said(std::string_view text) {
  std::map<std::string, std::string> all;
  for (const WordsFound& words : read(text).found) {
    all[words.element] = words.words;
    auto length = static_cast<std::size_t>(words.end - words.begin);
    EXPECT_EQ(text.substr(static_cast<std::size_t>(words.begin), length), words.words);
  }
  return all;
}

bool says_recovered(std::string_view text) { return said(text).contains("recovered"); }

TEST(ChineseNotice, IsReadWordByWord) {
  auto all = said(
      "【故障通知】自9:"
      "05起，部分员工无法登录差旅系统。正在回退合思认证版本，紧急出行可致电服务台代订，预计30分钟内"
      "恢复。"
      "如有疑问请联系差旅服务台 8888。因此产生的改签差价由公司承担。");
  EXPECT_EQ(all["since"], "自9:05");
  EXPECT_EQ(all["impact"], "无法登录");
  EXPECT_EQ(all["measures"], "正在回退");
  EXPECT_EQ(all["workaround"], "可致电服务台代订");
  EXPECT_EQ(all["next"], "预计30分钟");
  EXPECT_EQ(all["contact"], "请联系");
  EXPECT_EQ(all["compensation"], "由公司承担");
  EXPECT_FALSE(all.contains("recovered"));
}

TEST(EnglishNotice, IsReadWordByWord) {
  auto all = said(
      "Since 09:05 staff are unable to log in to the travel desk. We are rolling back the upgrade; "
      "meanwhile please use "
      "the phone. Expected by 9:50 am. Questions? Call 8888. What you pay for rebooking will be "
      "reimbursed.");
  EXPECT_EQ(all["since"], "Since 09:05");
  EXPECT_EQ(all["impact"], "unable to");
  EXPECT_EQ(all["measures"], "are rolling back");
  EXPECT_EQ(all["workaround"], "meanwhile");
  EXPECT_EQ(all["next"], "Expected by 9:50 am");
  EXPECT_EQ(all["contact"], "Call 8888");
  EXPECT_EQ(all["compensation"], "reimburs");
}

TEST(Notice, ThatSaysNothingHoldsNothing) {
  EXPECT_TRUE(said("系统维护通知，敬请谅解。").empty());
  EXPECT_TRUE(said("Dear colleagues, please bear with us.").empty());
  EXPECT_TRUE(said("").empty());
  EXPECT_TRUE(said("其他系统不受影响").empty());
  EXPECT_TRUE(said("Payment is not affected").empty());
}

TEST(NoticeTimes, MustParse) {
  EXPECT_TRUE(said("自25:70起").empty());
  EXPECT_TRUE(said("预计很快恢复").empty());
  EXPECT_TRUE(said("since this morning").empty());
  EXPECT_EQ(said("自上午9点半起")["since"], "自上午9点半");
  EXPECT_EQ(said("since 2026-03-02 09:05")["since"], "since 2026-03-02 09:05");
}

TEST(NoticeTimes, SayWhenUsersAreServedAgain) {
  EXPECT_EQ(read("预计30分钟内恢复").eta, Instant{50min});
  EXPECT_EQ(read("预计还需两个小时").eta, Instant{20min + 2h});
  EXPECT_EQ(read("预计半小时后恢复").eta, Instant{50min});
  EXPECT_EQ(read("预计10:15恢复").eta, Instant{75min});  // the drill began at nine in Beijing
  EXPECT_EQ(read("预计上午10点恢复").eta, Instant{60min});
  EXPECT_EQ(read("ETA: 10:15").eta, Instant{75min});
  EXPECT_EQ(read("restored within 1.5 hours").eta, Instant{110min});
  EXPECT_EQ(read("expected in half an hour").eta, Instant{50min});
}

TEST(NoticeTimes, OfTheNextNoticeAreNoEstimate) {
  EXPECT_EQ(read("下次通知10:30").eta, kNever);
  EXPECT_EQ(read("预计10:30发布下次通知").eta, kNever);
  EXPECT_EQ(read("next update at 10:30").eta, kNever);
  EXPECT_EQ(said("下次通知10:30")["next"], "下次通知10:30");
  EXPECT_EQ(said("next update at 10:30")["next"], "next update at 10:30");
}

TEST(Recovery, IsClaimedOnlyByAClauseThatSaysSo) {
  EXPECT_TRUE(says_recovered("系统已全部恢复，感谢理解。"));
  EXPECT_TRUE(says_recovered("All services are back to normal."));
  EXPECT_TRUE(says_recovered("The problem has been resolved."));
  for (std::string_view hope :
       {"预计半小时后恢复正常", "正在恢复正常", "大部分员工已恢复，少数仍受影响",
        "恢复正常后将另行通知", "尚未恢复正常", "We expect everything to be back to normal by noon",
        "once it is resolved we will write again", "most people work again", "It is not resolved"})
    EXPECT_FALSE(says_recovered(hope)) << hope;
}

TEST(Wording, OfAHostileTextIsReadInNoTimeAndInBounds) {
  std::string text;
  while (text.size() < 100'000) text += "预计影响费用自";
  EXPECT_LE(read(text).found.size(), 8U);
  EXPECT_TRUE(said(std::string(5000, '9')).empty());
}

Scorecard after_notice(const json::object& notice) {
  DrillBuilder drill = harmed_from_6_to_20();
  drill.plan.starts = kStarts;
  drill.act(8min, "declare", {{"suspects", json::array{"auth_adapter"}}});
  drill.act(10min, "notice", notice);
  return score(drill.events(), find_profile("enterprise"), "head");
}

TEST(FreeText, CountsLikeMembersAndKeepsItsWords) {
  Scorecard card = after_notice({{"channels", json::array{"mail"}},
                                 {"text", "自9:06起全员无法登录，正在回滚，预计10分钟内恢复"}});
  const NoticeCheck& check = card.notices.front();
  EXPECT_TRUE(check.counts);
  EXPECT_EQ(check.eta, Instant{20min});
  EXPECT_EQ(check.elements, (std::vector<std::string>{"impact", "since", "measures", "next"}));
  ASSERT_EQ(check.found.size(), 4U);
  EXPECT_EQ(check.found.front().words, "无法登录");
}

TEST(FreeText, AddsToMembersAndDoesNotRepeatThem) {
  Scorecard card =
      after_notice({{"channels", json::array{"mail"}},
                    {"impact", "all"},
                    {"eta_minutes", 12},
                    {"text", {{"zh", "全员无法登录"}, {"en", "we are rolling back"}}}});
  const NoticeCheck& check = card.notices.front();
  EXPECT_TRUE(check.counts);
  EXPECT_EQ(check.eta, Instant{22min});
  ASSERT_EQ(check.found.size(), 1U);
  EXPECT_EQ(check.found.front().language, "en");
}

TEST(FreeText, ThatClaimsRecoveryTooEarlyIsPremature) {
  Scorecard card = after_notice({{"channels", json::array{"mail"}}, {"text", "系统已恢复。"}});
  EXPECT_TRUE(card.notices.front().premature);
  EXPECT_EQ(card.penalties[1].count, 1);
}

}  // namespace
}  // namespace mayday
