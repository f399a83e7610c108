#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "files.h"
#include "mayday/base/json.h"

namespace mayday::test {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Responder load(const std::string& text, const Plan* plan = nullptr) {
  Folder folder;
  return load_responder(folder.write("team.gold.yaml", text), plan);
}

/// The one action of a rule, as "kind body".
std::string action(const std::string& text) {
  ResponderDo done = load("- {when: {alert: any}, do: " + text + "}\n").rules.at(0).actions.at(0);
  return done.kind + " " + canonical(done.body);
}

std::string complaint(const std::string& text) {
  try {
    load(text);
  } catch (const InputError& error) {
    std::string message = error.what();
    return message.substr(message.rfind('/', message.find(':')) + 1);
  }
  return {};
}

TEST(Responder, IsNamedAfterItsFile) { EXPECT_EQ(load("[]\n").name, "team.gold"); }

TEST(Responder, MayHaveNoRules) { EXPECT_THAT(load("[]\n").rules, IsEmpty()); }

TEST(Responder, OfTheDesignReadsAsPrinted) {
  Responder team = load(
      R"(- {when: {alert: any}, after: 1m, do: [acknowledge, {declare: {suspects: [hesi.approval]}}, {grade: 2}]}
- {when: {declared: true}, after: 2m, do: {ticket: {to: hesi, evidence: {request_ids: {seen: failing, take: 3}, time_range: seen, endpoint: seen}}}}
- {when: {declared: true}, after: 4m, do: [{locate: {component: hesi.approval, kind: upstream-timeout, party: hesi, evidence: {seen: failing}}}, {desk: {manual_approval: on}}]}
)");
  ASSERT_THAT(team.rules, SizeIs(3));
  EXPECT_EQ(team.rules[0].when.alert, "any");
  EXPECT_EQ(team.rules[0].after, 1min);
  ASSERT_THAT(team.rules[0].actions, SizeIs(3));
  EXPECT_EQ(team.rules[0].actions[0].kind, "acknowledge");
  EXPECT_EQ(canonical(team.rules[0].actions[1].body), R"({"suspects":["hesi.approval"]})");
  EXPECT_EQ(canonical(team.rules[0].actions[2].body), R"({"level":2})");
  EXPECT_TRUE(team.rules[1].when.declared);
  EXPECT_EQ(canonical(team.rules[1].actions[0].body),
            R"({"evidence":{"endpoint":"seen","request_ids":{"seen":"failing","take":3},)"
            R"("time_range":"seen"},"to":"hesi"})");
  EXPECT_EQ(canonical(team.rules[2].actions[1].body), R"({"manual_approval":"on"})");
}

TEST(Responder, WritesItsActionsShort) {
  EXPECT_EQ(action("acknowledge"), "acknowledge {}");
  EXPECT_EQ(action("{acknowledge: log-in-failing}"), R"(acknowledge {"alert":"log-in-failing"})");
  EXPECT_EQ(action("verify"), "regression {}");
  EXPECT_EQ(action("{verify: all}"), "regression {}");
  EXPECT_EQ(action("{reconcile: all}"), "reconcile {}");
  EXPECT_EQ(action("{desk: {action: auth-rollback}}"), R"(desk {"action":"auth-rollback"})");
  EXPECT_EQ(action("{desk: {auth: compatible, token_cache: false}}"),
            R"(desk {"auth":"compatible","token_cache":"off"})");
  EXPECT_EQ(action("{claim: recovered}"), R"(claim {"what":"recovered"})");
  EXPECT_EQ(action("{report_orders: seen}"), R"(report_orders {"ids":"seen"})");
  EXPECT_EQ(action("{report_orders: {ids: [A1, A2]}}"), R"(report_orders {"ids":["A1","A2"]})");
  EXPECT_EQ(action("{escalate: hesi}"), R"(escalate {"to":"hesi"})");
  EXPECT_EQ(action("{close: done}"), R"(close {"reason":"done"})");
}

TEST(Responder, GivesEstimatesInWholeMinutesFromNow) {
  EXPECT_EQ(action("{notice: {channels: mail, eta: 1h30m, impact: {zh: 停滞, en: stalled}}}"),
            R"(notice {"channels":["mail"],"eta_minutes":90,"impact":"停滞 / stalled"})");
  EXPECT_THAT(complaint("- {when: {alert: any}, do: {notice: {channels: mail, eta: 90s}}}\n"),
              HasSubstr("an estimate is given in whole minutes, such as '30m'"));
}

TEST(Responder, WaitsForWhatATeamCanSee) {
  Responder team = load(R"(- when: {ticket: fixed, vendor: hesi, quiet: all, regression: green}
  do: verify
- when: {setting: {auth: compatible}, workaround: on, located: true, reconciled: done, time: 20m}
  do: verify
)");
  EXPECT_EQ(team.rules[0].when.ticket, "fixed");
  EXPECT_EQ(team.rules[0].when.vendor, "hesi");
  EXPECT_EQ(team.rules[0].when.quiet, "all");
  EXPECT_EQ(team.rules[0].when.regression, "green");
  EXPECT_EQ(team.rules[0].when.time, kForever);
  EXPECT_EQ(team.rules[1].when.setting, "auth=compatible");
  EXPECT_TRUE(team.rules[1].when.workaround);
  EXPECT_TRUE(team.rules[1].when.located);
  EXPECT_EQ(team.rules[1].when.reconciled, "done");
  EXPECT_EQ(team.rules[1].when.time, 20min);
}

TEST(Responder, IsToldOfAMisspeltAction) {
  EXPECT_EQ(complaint("- when: {alert: any}\n  do: [acknowlege]\n"),
            "team.gold.yaml:2:8: unknown action 'acknowlege'; did you mean 'acknowledge'?\n"
            "    do: [acknowlege]\n"
            "         ^");
  EXPECT_EQ(complaint("- when: {alert: any}\n  do: {tickets: {to: hesi}}\n"),
            "team.gold.yaml:2:8: unknown action 'tickets'; did you mean 'ticket'?\n"
            "    do: {tickets: {to: hesi}}\n"
            "         ^");
}

TEST(Responder, IsToldWhatAnActionNeeds) {
  EXPECT_THAT(complaint("- {when: {alert: any}, do: grade}\n"), HasSubstr("needs to know more"));
  EXPECT_THAT(complaint("- {when: {alert: any}, do: {grade: 4}}\n"),
              HasSubstr("a level is a whole number from 1 to 3, not '4'"));
  EXPECT_THAT(complaint("- {when: {alert: any}, do: {ticket: {text: help}}}\n"),
              HasSubstr("'ticket' needs 'to'"));
  EXPECT_THAT(complaint("- {when: {alert: any}, do: {desk: {auth: v2}}}\n"),
              HasSubstr("unknown auth version 'v2'"));
}

TEST(Responder, UsesTheVocabularyWhereThereIsOne) {
  Plan plan = load_text(small_scenario()).plan;
  try {
    load("- {when: {time: 0s}, do: {declare: {suspects: [hesi.aproval]}}}\n", &plan);
    FAIL() << "the component is misspelt";
  } catch (const InputError& error) {
    EXPECT_THAT(error.what(),
                HasSubstr("unknown component 'hesi.aproval'; did you mean 'hesi.approval'?"));
  }
}

TEST(Responder, WaitsOnlyForAlertsThatThereAre) {
  Plan plan = load_scenario(kLibrary + "/hesi-auth-upgrade.yaml", with_library()).plan;
  for (const char* when : {"{alert: any}", "{quiet: all}", "{alert: log-in-failing}"})
    EXPECT_THAT(load("- {when: " + std::string(when) + ", do: acknowledge}\n", &plan).rules,
                SizeIs(1))
        << when;
  for (const char* when : {"{alert: log-in-fail}", "{quiet: log-in-fail}"})
    EXPECT_THROW(load("- {when: " + std::string(when) + ", do: acknowledge}\n", &plan), InputError)
        << when;
}

}  // namespace
}  // namespace mayday::test
