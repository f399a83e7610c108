#include "airline_drill.h"

namespace mayday::airline_tests {
namespace {

AirlineSettings answering_after(Duration d) {
  AirlineSettings settings;
  settings.pace.order_answer = d;
  return settings;
}

constexpr const char* kOutcomes = R"(["order.created","order.creation_failed"])";

TEST(AirlinePending, IsAcceptedFirstAndMadeLater) {
  AirlineDrill drill(answering_after(40s));
  drill.hook(kOutcomes);
  Response found = drill.search();
  Response asked = drill.order(drill.order_body(found, 0), at(1min));
  ASSERT_EQ(asked.status, 202) << asked.body;
  EXPECT_EQ(text_at(asked, "/data/offer_id"), text_at(found, "/data/offers/0/id"));
  EXPECT_EQ(text_at(asked, "/data/id"), "");
  EXPECT_TRUE(drill.airline.books().empty());
  EXPECT_EQ(code(drill.order(drill.order_body(found, 0), at(70s))),
            "order_creation_already_attempted");
  EXPECT_EQ(drill.airline.next_due(), at(100s));
  std::vector<std::string> told = drill.told(at(100s));
  Response listed = drill.caller.call(get("/air/orders"), at(100s));
  EXPECT_THAT(told, testing::ElementsAre("order.created " + text_at(listed, "/data/0/id")));
  EXPECT_EQ(text_at(listed, "/data/0/created_at"), "2026-11-23T06:01:40.000000Z");
}

TEST(AirlinePending, ThatEndsBadlyNamesTheOfferOnly) {
  // The answer takes longer than the offer lives.
  AirlineDrill drill(answering_after(2min));
  drill.hook(kOutcomes);
  Response found = drill.search();
  EXPECT_EQ(drill.order(drill.order_body(found, 0), at(29min)).status, 202);
  std::vector<Push> pushes = drill.airline.advance(at(31min));
  ASSERT_EQ(pushes.size(), 1U);
  json::value event = json::parse(pushes[0].request.body);
  json::string offer(text_at(found, "/data/offers/0/id"));
  EXPECT_EQ(event.at("type"), "order.creation_failed");
  EXPECT_EQ(event.at("idempotency_key"), offer);
  EXPECT_EQ(event.at("data").at("object"), json::value({{"offer_id", offer}}));
  EXPECT_TRUE(drill.airline.books().empty());
}

TEST(AirlinePending, IsRefusedAtOnceWhenItCannotBe) {
  AirlineDrill drill(answering_after(40s));
  std::string body = drill.order_body(drill.search(), 0);
  EXPECT_EQ(code(drill.order(body, at(30min))), "offer_expired");
}

TEST(AirlinePending, ThatIsRefusedLeavesNoDoubt) {
  // The first try is held up until the offer has run out; what is then said is why, not "in doubt".
  AirlineDrill drill(answering_after(40s));
  Request request = post("/air/orders", drill.order_body(drill.search(), 0));
  Handled held_up = drill.caller.hold(request, at(30min - 1s));
  EXPECT_EQ(code(held_up.write(at(30min), Commit::whole)), "offer_expired");
  EXPECT_EQ(code(drill.caller.call(request, at(30min + 1s))), "offer_expired");
}

TEST(AirlinePending, MayLoseItsSearchToALaterAttempt) {
  // After two minutes an order is no longer in doubt, so the client's second try is taken too; the
  // search makes one order only.
  AirlineDrill drill(answering_after(3min));
  drill.hook(kOutcomes);
  std::string body = drill.order_body(drill.search(), 0);
  EXPECT_EQ(drill.order(body, at(0s)).status, 202);
  EXPECT_EQ(drill.order(body, at(125s)).status, 202);
  EXPECT_THAT(drill.told(at(180s)),
              testing::ElementsAre(testing::StartsWith("order.creation_failed")));
  EXPECT_THAT(drill.told(at(305s)), testing::ElementsAre(testing::StartsWith("order.created")));
  EXPECT_EQ(drill.airline.books().size(), 1U);
}

TEST(AirlineUnreadable, IsConfirmedBeforeItCanBeRead) {
  AirlineSettings settings;
  settings.pace.order_readable = 30s;
  AirlineDrill drill(settings);
  drill.hook(kOutcomes);
  Response asked = drill.book();
  ASSERT_EQ(asked.status, 200) << asked.body;
  EXPECT_NE(text_at(asked, "/data/offer_id"), "");
  // The airline has it, its clients do not see it yet.
  ASSERT_EQ(drill.airline.books().size(), 1U);
  std::string id = drill.airline.books()[0].id;
  std::string cancel = R"({"data":{"order_id":")" + id + R"("}})";
  EXPECT_EQ(code(drill.caller.call(get("/air/orders/" + id), at(29s))), "not_found");
  EXPECT_EQ(text_at(drill.caller.call(get("/air/orders"), at(29s)), "/data"), "[]");
  EXPECT_EQ(code(drill.caller.call(post("/air/order_cancellations", cancel), at(29s))),
            "not_found");
  EXPECT_THAT(drill.told(at(30s)), testing::ElementsAre("order.created " + id));
  EXPECT_EQ(drill.caller.call(get("/air/orders/" + id), at(30s)).status, 200);
}

}  // namespace
}  // namespace mayday::airline_tests
