#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "files.h"

namespace mayday::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// The example that the language was designed with; it must stay readable as it stands.
constexpr const char* kFirstExample = R"(# yaml-language-server: $schema=scenario.schema.json
scenario: hesi-approval-timeout
title: {zh: 合思审批接口超时，审批流停滞, en: Hesi approval calls time out and approvals stall}
origin: 案例一
tags: [hesi, approval, timeout]
length: 120m
seed: 20260301

estate:
  hesi:   {staff: 200, departments: 12}    # each department has its own manager, who approves
  airline: {}
  hotel:   {}
  payment: {}
  desk:   {auth: v1, patience: 10s, retries: 2}

journeys:                                  # synthetic travellers; each outcome is a business result, not a health check
  - {run: log-in,         rate: 60/min, clients: {mobile: 60%, pc: 40%}}
  - {run: submit-expense, rate: 20/min}    # done when approved; one approval batch per manager a minute, as Hesi requires
  - {run: book-trip,      rate: 6/min}

faults:
  - id: approval-timeout
    at: 5m
    where: {vendor: hesi, operations: [approveFlows, getApprovalResult]}
    share: {percent: 80%, by: staff}       # the acting person: here the approving manager
    stage: before-commit
    effect: {hang: 30s, then: close}
    heal: answer
    until: {vendor: hesi, fixes: approval-timeout}
    at_most: 100m
    truth: {component: hesi.approval, kind: upstream-timeout, party: hesi}

vendors:                                   # how a vendor's desk behaves when nobody plays it
  hesi:
    acknowledges: 5m
    fixes:
      approval-timeout: {after: 50m, needs: [request-id, time-range, endpoint]}   # counted from when all needs are in
    status_page: {lags: 20m}

injects:
  - {at: 12m, to: service-desk, from: {zh: 出差员工, en: a traveller}, text: {zh: 报销一直审批中, en: my claim is stuck}}

responders:
  gold:    responders/hesi-approval-timeout.gold.yaml
  null:    responders/null.yaml
  cheater: responders/cheater.yaml

gates: {score: 70, recover: 90m, lost_orders: 0}
)";

TEST(Scenario, OfTheDesignReadsAsPrinted) {
  LoadedScenario loaded = load_text(kFirstExample);
  const Plan& plan = loaded.plan;
  EXPECT_EQ(plan.scenario, "hesi-approval-timeout");
  EXPECT_EQ(plan.title, (Text{"合思审批接口超时，审批流停滞",
                              "Hesi approval calls time out and approvals stall"}));
  EXPECT_EQ(plan.origin, "案例一");
  EXPECT_THAT(plan.tags, ElementsAre("hesi", "approval", "timeout"));
  EXPECT_EQ(plan.length, 120min);
  EXPECT_EQ(plan.seed, 20260301U);
  EXPECT_EQ(rfc3339(std::chrono::seconds{plan.starts}), "2026-03-02T01:00:00Z");
  EXPECT_THAT(plan.estate.staff, SizeIs(200));
  EXPECT_THAT(plan.estate.departments, SizeIs(12));
  EXPECT_THAT(plan.estate.paces, IsEmpty());
  EXPECT_THAT(loaded.warnings, IsEmpty());
}

TEST(Scenario, OfTheDesignNamesItsRespondersInOrder) {
  LoadedScenario loaded = load_text(kFirstExample);
  ASSERT_THAT(loaded.responders, SizeIs(3));
  EXPECT_EQ(loaded.responders[0].first, "gold");
  EXPECT_EQ(loaded.responders[1].first, "null");
  EXPECT_EQ(loaded.responders[1].second, kLibrary + "/responders/null.yaml");
}

TEST(Scenario, HasItsFaultWithEveryReferenceResolved) {
  Plan plan = load_text(kFirstExample).plan;
  ASSERT_THAT(plan.faults, SizeIs(1));
  const FaultPlan& fault = plan.faults[0];
  EXPECT_EQ(fault.id, "approval-timeout");
  EXPECT_EQ(fault.at, Instant{5min});
  EXPECT_EQ(fault.vendor, Member::hesi);
  EXPECT_THAT(fault.operations, ElementsAre("approveFlows", "getApprovalResult"));
  EXPECT_EQ(fault.per_mille, 800U);
  EXPECT_EQ(fault.by, ShareBy::staff);
  EXPECT_EQ(fault.stage, Stage::before_commit);
  const auto* hang = fault.effect.as<effects::Hang>();
  ASSERT_NE(hang, nullptr);
  EXPECT_EQ(hang->time, 30s);
  EXPECT_EQ(hang->then, Sequel::close);
  EXPECT_EQ(fault.heal, Sequel::answer);
  EXPECT_EQ(fault.until.fix, "hesi");
  EXPECT_EQ(fault.at_most, 100min);
  ASSERT_THAT(fault.truths, SizeIs(1));
  EXPECT_EQ(fault.truths[0].component, "hesi.approval");
}

TEST(Scenario, HasItsVendorsInjectsAndGates) {
  Plan plan = load_text(kFirstExample).plan;
  ASSERT_THAT(plan.vendors, SizeIs(1));
  EXPECT_EQ(plan.vendors[0].acknowledges, 5min);
  EXPECT_EQ(plan.vendors[0].status_lags, 20min);
  ASSERT_THAT(plan.vendors[0].fixes, SizeIs(1));
  EXPECT_EQ(plan.vendors[0].fixes[0].after, 50min);
  EXPECT_THAT(plan.vendors[0].fixes[0].needs, ElementsAre("request-id", "time-range", "endpoint"));
  ASSERT_THAT(plan.injects, SizeIs(1));
  EXPECT_EQ(plan.injects[0].text.en, "my claim is stuck");
  ASSERT_THAT(plan.gates, SizeIs(3));
  EXPECT_EQ(plan.gates[1].name, "recover");
  EXPECT_EQ(plan.gates[1].limit, Duration{90min}.count());
}

TEST(Scenario, RunsItsJourneysAndTheRoundsTheyNeedOnce) {
  Plan plan = load_text(kFirstExample).plan;
  ASSERT_THAT(plan.journeys, SizeIs(3));
  const JourneyPlan& log_in = plan.journeys[0];
  EXPECT_EQ(log_in.kind, "log-in");
  EXPECT_EQ(log_in.rate, 60);
  EXPECT_EQ(log_in.per, 1min);
  EXPECT_EQ(log_in.mobile_per_mille, 600U);
  EXPECT_EQ(log_in.good_within, 10s);
  EXPECT_THAT(plan.journeys[2].functions, ElementsAre("login", "booking", "payment"));
  ASSERT_THAT(plan.rounds, SizeIs(1));
  EXPECT_EQ(plan.rounds[0].kind, "approve-claims");
  EXPECT_EQ(plan.rounds[0].every, 1min);
}

TEST(Scenario, KeepsOnlyAlertRulesOfJourneysThatItRuns) {
  Plan plan = load_text(small_scenario()).plan;
  for (const AlertRule& rule : plan.alerts)
    EXPECT_TRUE(rule.measure == Measure::http_errors || rule.journey == "submit-expense")
        << rule.alert;
  EXPECT_FALSE(plan.alerts.empty());
}

TEST(Scenario, TakesSeedAndStartFromTheCommandLineFirst) {
  LoadOptions options = with_library();
  options.seed = 99;
  options.starts = 1'800'000'000;
  Plan plan = load_text(small_scenario(), options).plan;
  EXPECT_EQ(plan.seed, 99U);
  EXPECT_EQ(plan.starts, 1'800'000'000);
}

TEST(Scenario, PrefersFilesBesideItToTheLibrary) {
  Folder folder;
  folder.write("journeys/submit-expense.yaml",
               "journey: submit-expense\ntitle: Mine\ngood_within: 1m\npatience: 5s\nsteps:\n"
               "  - {name: a, function: approval, call: GET /a, expect: [200]}\n");
  std::string path = folder.write("drill.yaml", small_scenario());
  EXPECT_EQ(load_scenario(path, with_library()).plan.journeys[0].title.en, "Mine");
}

TEST(Scenario, ReadsTheDesksSettings) {
  Plan plan = load_text(with(small_scenario(), "departments: 3}",
                             "departments: 3, latency: 80ms}\n"
                             "  desk: {auth: compatible, patience: 2s, retries: 0, receiver: off,\n"
                             "         breaker: {failures: 5, open: 1m}, token_cache: false,\n"
                             "         manual_approval: on, auth_rollout: 3m}"))
                  .plan;
  const DeskPlan& desk = plan.estate.desk;
  EXPECT_EQ(desk.auth, "compatible");
  EXPECT_EQ(desk.patience, 2s);
  EXPECT_EQ(desk.retries, 0);
  EXPECT_EQ(desk.breaker_failures, 5);
  EXPECT_EQ(desk.breaker_open, 1min);
  EXPECT_FALSE(desk.token_cache);
  EXPECT_FALSE(desk.receiver);
  EXPECT_TRUE(desk.manual_approval);
  EXPECT_EQ(desk.auth_rollout, 3min);
  ASSERT_THAT(plan.estate.paces, SizeIs(1));
  EXPECT_EQ(plan.estate.paces[0].latency, 80ms);
}

TEST(Scenario, ReachesOutsideOnlyWhereTheCommandLineAllows) {
  std::string text = with(small_scenario(), "departments: 3}",
                          "departments: 3}\n  airline: {upstream: 'https://air.example'}\n  desk: "
                          "{url: 'http://desk.example:8080'}");
  LoadOptions options = with_library();
  EXPECT_THAT(
      complaint_about_text(text),
      HasSubstr("may not reach 'air.example' unless the command line says --allow air.example"));
  options.allow_hosts = {"air.example"};
  EXPECT_THAT(complaint_about_text(text, options), HasSubstr("may not reach 'desk.example'"));
  options.allow_hosts = {"air.example", "desk.example"};
  EstatePlan estate = load_text(text, options).plan.estate;
  EXPECT_EQ(estate.desk.url, "http://desk.example:8080");
  ASSERT_THAT(estate.upstreams, SizeIs(1));
  EXPECT_EQ(estate.upstreams[0].member, Member::airline);
  EXPECT_EQ(estate.upstreams[0].url, "https://air.example");
}

TEST(Scenario, GivesADeskOfOnesOwnNoSettings) {
  std::string text = with(small_scenario(), "departments: 3}",
                          "departments: 3}\n  desk: {url: 'http://desk.example', retries: 3}");
  LoadOptions options = with_library();
  options.allow_hosts = {"desk.example"};
  EXPECT_THAT(complaint_about_text(text, options),
              HasSubstr("'retries' is a setting of the built-in desk; leave it out beside 'url'"));
}

TEST(Scenario, IsWarnedOfAFaultThatNoJourneyMeets) {
  std::string text = with(small_scenario(), "{vendor: hesi, operations: [approveFlows]}",
                          "{vendor: hotel, operations: [createHotelOrder]}");
  text = with(text, "    share: {percent: 50%, by: staff}\n", "");
  EXPECT_THAT(load_text(text).warnings,
              ElementsAre(HasSubstr(
                  "warning: no journey meets the fault 'slow-approval'; a fault that never bites "
                  "makes a drill inconclusive\n    - id: slow-approval\n      ^")));
}

TEST(Scenario, IsWarnedOfTwoFaultsAtOnceOnOneOperation) {
  std::string second = R"(  - id: second
    at: 49m
    where: {vendor: hesi}
    stage: respond-head
    effect: reset
    at_most: 1m
    truth: {component: hesi, kind: outage, party: hesi}
)";
  EXPECT_THAT(
      load_text(small_scenario() + second).warnings,
      ElementsAre(HasSubstr("the faults 'slow-approval' and 'second' can act on one operation")));
  EXPECT_THAT(load_text(small_scenario() + with(second, "49m", "50m")).warnings, IsEmpty());
}

TEST(Scenario, IsWarnedOfAFixThatEndsNothing) {
  std::string text = small_scenario() +
                     "vendors: {hesi: {acknowledges: 1m, fixes: {slow-approval: {after: 1m}}}}\n";
  EXPECT_THAT(load_text(text).warnings, ElementsAre(HasSubstr("no 'until' of it waits for that")));
}

TEST(DefaultEstate, IsNobodyAndNothingForEver) {
  Plan plan = default_estate(with_library());
  EXPECT_EQ(plan.length, kForever);
  EXPECT_THAT(plan.estate.staff, IsEmpty());
  EXPECT_THAT(plan.journeys, IsEmpty());
  EXPECT_THAT(plan.faults, IsEmpty());
  EXPECT_THAT(plan.alerts, IsEmpty());
  EXPECT_FALSE(plan.vocabulary.components.empty());
}

TEST(DefaultEstate, StandsWithoutALibrary) {
  EXPECT_THAT(default_estate({}).vocabulary.components, IsEmpty());
}

}  // namespace
}  // namespace mayday::test
