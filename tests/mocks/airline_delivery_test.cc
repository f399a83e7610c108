#include "airline_drill.h"
#include "mayday/airline/signature.h"
#include "mayday/faults/courier.h"
#include "mayday/world/virtual_world.h"

namespace mayday::airline_tests {
namespace {

/// Reports one attempt to the airline. True: it wants no further one.
bool attempt(AirlineDrill& drill, const Push& push, std::size_t number, CallResult result,
             Instant began = {}) {
  bool last = number == push.retry_after.size();
  return drill.airline.delivered(push, {last, began, began + 1s, std::move(result)});
}

Response deliveries(AirlineDrill& drill, const std::string& query = "") {
  return drill.caller.call(get("/air/webhooks/deliveries" + query));
}

Response redeliver(AirlineDrill& drill, const std::string& event, Instant now) {
  return drill.caller.call(act("/air/webhooks/events/" + event + "/actions/redeliver"), now);
}

class AirlineDelivery : public testing::Test {
 protected:
  AirlineDrill drill;
  Response hook = drill.hook(R"(["order.created"])");
  std::string secret = text_at(hook, "/data/secret");

  Push push(Instant now = {}) {
    drill.book(0, "PEK", "SHA", now);
    std::vector<Push> pushes = drill.airline.advance(now);
    EXPECT_EQ(pushes.size(), 1U);
    return pushes.at(0);
  }
};

TEST_F(AirlineDelivery, IsSignedForTheSecondItIsSentIn) {
  Push sent = push(at(90s));
  EXPECT_EQ(sent.operation, "deliverEvent");
  EXPECT_EQ(sent.request.method, "POST");
  EXPECT_EQ(sent.request.headers.get("content-type"), "application/json");
  EXPECT_EQ(sent.request.headers.get("x-duffel-signature"),
            sign_event(secret, kStarts + 90, sent.request.body));
}

TEST_F(AirlineDelivery, IsTriedAgainForUpToThreeDays) {
  Push sent = push();
  Duration total{0};
  for (Duration pause : sent.retry_after) total += pause;
  ASSERT_EQ(sent.retry_after.size(), 15U);
  EXPECT_EQ(sent.retry_after[0], 5s);
  EXPECT_EQ(sent.retry_after[1], 10s);
  EXPECT_EQ(sent.retry_after[14], 5s * 16384);
  EXPECT_LE(total, 72h);
  EXPECT_GT(total + sent.retry_after[14] * 2, 72h);
}

TEST_F(AirlineDelivery, EndsWithTheFirstGoodAnswer) {
  Push sent = push();
  EXPECT_FALSE(attempt(drill, sent, 0, CallError::refused));
  EXPECT_FALSE(attempt(drill, sent, 1, Response(500, "broken")));
  EXPECT_FALSE(attempt(drill, sent, 2, Response(302)));
  EXPECT_TRUE(attempt(drill, sent, 3, Response(204)));
}

TEST_F(AirlineDelivery, EventsDoNotWaitForEachOther) { EXPECT_NE(push().subject, push().subject); }

TEST_F(AirlineDelivery, EveryAttemptIsLoggedNewestFirst) {
  Push sent = push();
  attempt(drill, sent, 0, CallError::timed_out, at(1s));
  attempt(drill, sent, 1, Response(500, "broken\x01\xff"), at(7s));
  attempt(drill, sent, 2, Response(200, "ok"), at(18s));
  Response log = deliveries(drill);
  ASSERT_EQ(column(log, "id").size(), 3U) << log.body;
  std::string event(json::parse(sent.request.body).at("id").as_string());
  EXPECT_THAT(column(log, "event_id"), testing::Each(event));
  EXPECT_THAT(column(log, "type"), testing::Each(std::string("order.created")));
  EXPECT_THAT(column(log, "url"), testing::Each(std::string(AirlineDrill::kHook)));
  EXPECT_THAT(column(log, "endpoint_id"), testing::Each(text_at(hook, "/data/id")));
  EXPECT_EQ(text_at(log, "/data/0/delivery_success"), "true");
  EXPECT_EQ(text_at(log, "/data/0/response_status_code"), "200");
  EXPECT_EQ(text_at(log, "/data/0/created_at"), "2026-11-23T06:00:18.000000Z");
  EXPECT_EQ(text_at(log, "/data/1/response_body"), "broken??");
  EXPECT_EQ(text_at(log, "/data/2/delivery_success"), "false");
  EXPECT_EQ(text_at(log, "/data/2/response_status_code"), "null");
  EXPECT_EQ(text_at(log, "/data/2/response_body"), "null");
}

TEST_F(AirlineDelivery, LogIsFilteredAndPaged) {
  Push sent = push();
  attempt(drill, sent, 0, Response(500));
  attempt(drill, sent, 1, Response(200));
  drill.caller.call(act("/air/webhooks/" + text_at(hook, "/data/id") + "/actions/ping"));
  attempt(drill, drill.airline.advance(at(0s)).at(0), 0, Response(200));
  auto count = [&](const std::string& query) {
    return column(deliveries(drill, query), "id").size();
  };
  EXPECT_EQ(count(""), 3U);
  EXPECT_EQ(count("?delivery_success=true"), 2U);
  EXPECT_EQ(count("?delivery_success=false"), 1U);
  EXPECT_EQ(count("?type=ping.triggered"), 1U);
  EXPECT_EQ(count("?endpoint_id=" + text_at(hook, "/data/id")), 3U);
  EXPECT_EQ(count("?endpoint_id=end_none"), 0U);
  EXPECT_EQ(count("?limit=2"), 2U);
  EXPECT_EQ(code(deliveries(drill, "?delivery_success=yes")), "validation_type");
}

TEST_F(AirlineDelivery, CanBeAskedForAgainWithAFreshSignature) {
  Push sent = push();
  std::string event(json::parse(sent.request.body).at("id").as_string());
  Response queued = redeliver(drill, event, at(10min));
  EXPECT_EQ(queued.status, 204);
  EXPECT_EQ(queued.body, "");
  std::vector<Push> again = drill.airline.advance(at(10min));
  ASSERT_EQ(again.size(), 1U);
  EXPECT_EQ(again[0].request.body, sent.request.body);
  EXPECT_EQ(again[0].request.headers.get("x-duffel-signature"),
            sign_event(secret, kStarts + 600, sent.request.body));
  EXPECT_EQ(code(redeliver(drill, "wev_none", at(10min))), "not_found");
}

TEST_F(AirlineDelivery, PingGoesOnceToItsReceiverWhateverThatWants) {
  drill.hook(R"(["ping.triggered"])", "https://example.com/other");
  std::string ping = "/air/webhooks/" + text_at(hook, "/data/id") + "/actions/ping";
  EXPECT_EQ(drill.caller.call(act(ping)).status, 204);
  std::vector<Push> pushes = drill.airline.advance(at(0s));
  ASSERT_EQ(pushes.size(), 1U);
  EXPECT_EQ(pushes[0].request.target, "/hooks/airline");
  EXPECT_TRUE(pushes[0].retry_after.empty());
  json::value event = json::parse(pushes[0].request.body);
  EXPECT_EQ(event.at("type"), "ping.triggered");
  EXPECT_EQ(event.at("data").at("object"), json::object());
  EXPECT_EQ(code(drill.caller.call(act("/air/webhooks/end_none/actions/ping"))), "not_found");

  redeliver(drill, std::string(event.at("id").as_string()), at(1s));
  pushes = drill.airline.advance(at(1s));
  ASSERT_EQ(pushes.size(), 1U);
  EXPECT_EQ(pushes[0].request.target, "/hooks/airline");
}

TEST_F(AirlineDelivery, IsGivenUpWhenNobodyEverAnswers) {
  // The whole way, in a world where nothing outside can be reached: every attempt is made and
  // logged, and then there is an end.
  VirtualWorld world;
  Plan plan;
  FaultEngine engine(world, plan, {});
  Origins origins;
  CallIndex calls;
  FrontDesk desk{world, engine, origins, calls, 0};
  Courier courier(desk, drill.airline);
  drill.book();
  courier.look();
  world.run();
  Response log = deliveries(drill);
  EXPECT_EQ(column(log, "id").size(), 16U);
  EXPECT_EQ(text_at(log, "/data/15/created_at"), "2026-11-23T06:00:00.000000Z");
  EXPECT_EQ(text_at(log, "/data/14/created_at"), "2026-11-23T06:00:05.000000Z");
  EXPECT_EQ(text_at(log, "/data/13/created_at"), "2026-11-23T06:00:15.000000Z");
  EXPECT_EQ(drill.airline.next_due(), kNever);
}

TEST_F(AirlineDelivery, OnlyTheLastTenThousandAreRemembered) {
  Push first = push();
  attempt(drill, first, 0, Response(200));
  std::string ping = "/air/webhooks/" + text_at(hook, "/data/id") + "/actions/ping";
  Instant now = at(0s);
  for (int i = 0; i < 10'000; ++i) {
    now = now + 20ms;  // below the limit of 4000 a minute
    drill.caller.call(act(ping), now);
    for (const Push& sent : drill.airline.advance(now)) attempt(drill, sent, 0, Response(200));
  }
  EXPECT_EQ(column(deliveries(drill, "?type=order.created"), "id").size(), 0U);
  std::string event(json::parse(first.request.body).at("id").as_string());
  EXPECT_EQ(code(redeliver(drill, event, now)), "not_found");
}

}  // namespace
}  // namespace mayday::airline_tests
