#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "desk_drill.h"

namespace mayday {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string book_of(const DeskDrill& drill, std::size_t index) {
  std::vector<BookEntry> books = drill.desk->books();
  return index < books.size() ? books[index].key + " " + books[index].state : "(none)";
}

TEST(DeskClaims, AClaimWaitsUntilHesiSendsWord) {
  DeskDrill drill;
  std::string session = drill.log_in();
  std::string claim = drill.hand_in(session);
  EXPECT_EQ(claim, "CL20260301000001");
  EXPECT_EQ(drill.claim_state(session, claim), "approving hesi");
  EXPECT_NE(drill.desk->oldest_unfinished(), kNever);
  EXPECT_EQ(drill.hesi_says("FLOW1", "backlog.paying").status, 204);
  EXPECT_EQ(drill.hesi_says("FLOW1", "flow.paid").status, 204);
  EXPECT_EQ(drill.claim_state(session, claim), "approved hesi");
  EXPECT_EQ(drill.desk->oldest_unfinished(), kNever);
  EXPECT_EQ(book_of(drill, 0), claim + " approved");
}

TEST(DeskClaims, ARejectionReachesTheTraveller) {
  DeskDrill drill;
  std::string session = drill.log_in();
  std::string claim = drill.hand_in(session);
  drill.hesi_says("FLOW1", "flow.rejected");
  EXPECT_EQ(drill.claim_state(session, claim), "rejected hesi");
}

TEST(DeskClaims, ARetryAfterALostAnswerDoesNotHandInTwice) {
  // Hesi takes the claim and its answer comes too late. The desk tries again, is told that the
  // number is taken, looks it up, and nobody notices.
  DeskDrill drill;
  std::string session = drill.log_in();
  drill.hesi.slow_after[FakeHesi::kCreate] = {30s};
  std::string claim = drill.hand_in(session);
  EXPECT_EQ(drill.hesi.documents.size(), 1U);
  EXPECT_EQ(drill.hesi.count(FakeHesi::kCreate), 2U);
  EXPECT_EQ(drill.claim_state(session, claim), "approving hesi");
}

TEST(DeskClaims, WhenNobodyKnowsTheTravellerIsToldSoAndReconciliationFindsOut) {
  DeskPlan settings;
  settings.retries = 0;
  DeskDrill drill(settings);
  std::string session = drill.log_in();
  drill.hesi.slow_after[FakeHesi::kCreate] = {30s};
  Response response =
      drill.call("POST", "/api/claims",
                 R"({"title":"Hangzhou","amount":"680.00","date":"2026-03-01"})", session);
  EXPECT_EQ(response.status, 504);
  EXPECT_EQ(text_at(drill.json_of(response), "state"), "unknown");
  std::string claim = text_at(drill.json_of(response), "claim");
  EXPECT_EQ(book_of(drill, 0), claim + " unknown");
  DeskReconciliation result = drill.reconcile();
  EXPECT_EQ(result.repaired, 1);
  EXPECT_THAT(result.open, IsEmpty());
  EXPECT_EQ(drill.claim_state(session, claim), "approving hesi");
}

TEST(DeskClaims, ARefusedClaimIsNobodysClaim) {
  DeskDrill drill;
  std::string session = drill.log_in();
  drill.hesi.broken_paths.insert(FakeHesi::kCreate);
  Response response =
      drill.call("POST", "/api/claims",
                 R"({"title":"Hangzhou","amount":"680.00","date":"2026-03-01"})", session);
  EXPECT_EQ(response.status, 502);
  EXPECT_THAT(drill.desk->books(), IsEmpty());
}

TEST(DeskClaims, NobodyHandsInWithoutASession) {
  DeskDrill drill;
  EXPECT_EQ(drill.call("POST", "/api/claims", "{}").status, 401);
  EXPECT_EQ(drill.call("POST", "/api/claims", "{}", drill.log_in()).status, 400);
}

TEST(DeskClaims, AMessageThatOvertakesTheAnswerIsNotLost) {
  DeskDrill drill;
  std::string session = drill.log_in();
  drill.hesi_says("FLOW1", "backlog.paying");
  std::string claim = drill.hand_in(session);
  EXPECT_EQ(drill.claim_state(session, claim), "approved hesi");
}

TEST(DeskClaims, WithTheReceiverOffWordFromHesiIsLost) {
  DeskPlan settings;
  settings.receiver = false;
  DeskDrill drill(settings);
  std::string session = drill.log_in();
  std::string claim = drill.hand_in(session);
  EXPECT_EQ(drill.hesi_says("FLOW1", "backlog.paying").status, 500);
  EXPECT_EQ(drill.claim_state(session, claim), "approving hesi");
}

TEST(DeskApprovals, ABatchAgreesToWhatWaitsAndCarriesItsJourneys) {
  DeskDrill drill;
  Origin origin;
  origin.journeys = {5};
  origin.key = "5/submit/1";
  drill.origins.add("traveller-5", origin);
  std::string session = drill.log_in();
  drill.call("POST", "/api/claims", R"({"title":"Hangzhou","amount":"680.00","date":"2026-03-01"})",
             session, "traveller-5");
  std::string manager = drill.log_in("D1002");
  Response response = drill.call("POST", "/api/approvals", "{}", manager);
  EXPECT_EQ(response.body, R"({"approved":1,"failed":0,"waiting":0})");
  EXPECT_EQ(drill.hesi.documents[0].state, "paying");
  Origin seen = drill.hesi.caller_of("POST /api/openapi/v1/backlog/data/");
  EXPECT_THAT(seen.journeys, ElementsAre(5));
  EXPECT_EQ(seen.staff, "Kq7DrillCorp00:ID01drStfZhou1");
  EXPECT_EQ(seen.key, "approve/Kq7DrillCorp00:ID01drStfZhou1/1/1");
  EXPECT_THAT(drill.hesi.caller_of("/backlog/data/result").journeys, ElementsAre(5));
}

TEST(DeskApprovals, OnlyAManagerApproves) {
  DeskDrill drill;
  EXPECT_EQ(drill.call("POST", "/api/approvals", "{}", drill.log_in()).status, 403);
}

TEST(DeskApprovals, ManualApprovalLeavesHesiAloneAndReconciliationPostsItThere) {
  DeskDrill drill;
  std::string session = drill.log_in();
  std::string claim = drill.hand_in(session);
  drill.desk->change({{"manual_approval", "on"}});
  std::string manager = drill.log_in("D1002");
  EXPECT_EQ(drill.call("POST", "/api/approvals", "{}", manager).body,
            R"({"approved":1,"failed":0,"waiting":0})");
  EXPECT_EQ(drill.claim_state(session, claim), "approved manual");
  EXPECT_EQ(drill.hesi.count("backlog"), 0U);
  EXPECT_EQ(drill.hesi.documents[0].state, "approving");
  DeskReconciliation first = drill.reconcile();
  EXPECT_EQ(first.differences, 1);
  EXPECT_EQ(first.repaired, 1);
  EXPECT_THAT(first.open, IsEmpty());
  EXPECT_EQ(drill.hesi.documents[0].state, "paying");
  EXPECT_EQ(drill.reconcile().differences, 0);
}

TEST(DeskApprovals, PostingGoesInTensWithAMinuteBetween) {
  DeskDrill drill;
  std::string session = drill.log_in();
  for (int i = 0; i < 12; ++i) drill.hand_in(session);
  drill.desk->change({{"manual_approval", "on"}});
  drill.call("POST", "/api/approvals", "{}", drill.log_in("D1002"));
  Instant began = drill.world.now();
  DeskReconciliation result = drill.reconcile();
  EXPECT_EQ(result.repaired, 12);
  EXPECT_EQ(drill.hesi.count("POST /api/openapi/v1/backlog/data/"), 2U);
  EXPECT_GT(drill.world.now() - began, Duration(60s));
}

TEST(DeskReconciliations, AClaimThatHesiLostStaysOpen) {
  DeskDrill drill;
  std::string claim = drill.hand_in(drill.log_in());
  drill.hesi.documents.clear();
  DeskReconciliation result = drill.reconcile();
  EXPECT_EQ(result.differences, 1);
  EXPECT_EQ(result.repaired, 0);
  EXPECT_THAT(result.open, ElementsAre(claim));
}

TEST(DeskReconciliations, LostWordFromHesiIsMadeGood) {
  DeskDrill drill;
  std::string session = drill.log_in();
  std::string claim = drill.hand_in(session);
  std::string handed_in = drill.hesi.ids.back();
  drill.hesi.documents[0].state = "paying";
  EXPECT_EQ(drill.reconcile().repaired, 1);
  EXPECT_EQ(drill.claim_state(session, claim), "approved hesi");
  // The log names the request whose outcome nobody was told of.
  ASSERT_EQ(drill.failing.size(), 1U);
  json::value line = drill.failing[0];
  EXPECT_EQ(text_at(line, "request_id"), handed_in);
  EXPECT_EQ(text_at(line, "operation"), "createFlow");
  EXPECT_EQ(text_at(line, "note"), claim + ": approving here, paying at Hesi");
}

std::vector<JourneyPlan> approved_within(Duration good_within) {
  JourneyPlan journey;
  journey.functions = {"login", "approval"};
  journey.good_within = good_within;
  return {journey};
}

TEST(DeskReconciliations, AClaimYoungerThanItsJourneyMayBeIsInFlight) {
  DeskDrill drill({}, approved_within(5min));
  std::string claim = drill.hand_in(drill.log_in());
  drill.hesi.documents.clear();
  DeskReconciliation early = drill.reconcile();
  EXPECT_EQ(early.differences, 0);
  EXPECT_THAT(early.open, IsEmpty());
  drill.pass(5min);
  EXPECT_THAT(drill.reconcile().open, ElementsAre(claim));
}

TEST(DeskReconciliations, AClaimThatIsJustBeingHandedInIsLeftAlone) {
  DeskDrill drill({}, approved_within(5min));
  std::string session = drill.log_in();
  drill.hesi.slow_before[FakeHesi::kCreate] = {8s};
  DeskReconciliation meanwhile;
  drill.world.spawn([](DeskDrill& d, DeskReconciliation& into) -> Task<void> {
    co_await d.world.sleep(2s);
    DeskReconciliation result = co_await d.desk->reconcile();
    into = std::move(result);
  }(drill, meanwhile));
  std::string claim = drill.hand_in(session);
  EXPECT_EQ(meanwhile.compared, 0);
  EXPECT_EQ(drill.claim_state(session, claim), "approving hesi");
}

}  // namespace
}  // namespace mayday
