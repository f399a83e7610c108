#include "airline_drill.h"
#include "mayday/airline/signature.h"

namespace mayday::airline_tests {
namespace {

TEST(AirlineSignature, IsTheContractsForItsTestVector) {
  std::string body =
      R"({"api_version":"v2","created_at":"2026-09-21T08:00:00.000000Z","data":{"object":{"id":"ord_0000DRILL0000000000001"}},"id":"wev_0000DRILL0000000000001","idempotency_key":"ord_0000DRILL0000000000001","identity_organisation_id":"org_0000DRILL0000000000001","live_mode":false,"type":"order.created"})";
  ASSERT_EQ(body.size(), 295U);
  EXPECT_EQ(sign_event("ZHJpbGwtc2VjcmV0LTAwMQ==", 1790000000, body),
            "t=1790000000,v1=1d5a71028f20b1b1d84930b830b4c2c462ee3337f11d7c46d513ccbbe2583c4b");
}

TEST(AirlineWebhook, ShowsItsSecretOnce) {
  AirlineDrill drill;
  Response made = drill.hook(R"(["order.created","ping.triggered"])", AirlineDrill::kHook, at(1s));
  ASSERT_EQ(made.status, 201) << made.body;
  EXPECT_THAT(text_at(made, "/data/id"), testing::MatchesRegex("end_[0-9A-Za-z]{22}"));
  EXPECT_EQ(text_at(made, "/data/url"), AirlineDrill::kHook);
  EXPECT_EQ(text_at(made, "/data/events"), R"(["order.created","ping.triggered"])");
  EXPECT_EQ(text_at(made, "/data/active"), "true");
  EXPECT_EQ(text_at(made, "/data/created_at"), "2026-11-23T06:00:01.000000Z");
  EXPECT_THAT(text_at(made, "/data/secret"), testing::MatchesRegex("[0-9A-Za-z]{22}=="));
  Response listed = drill.caller.call(get("/air/webhooks"));
  EXPECT_EQ(text_at(listed, "/data/0/id"), text_at(made, "/data/id"));
  EXPECT_EQ(text_at(listed, "/data/0/secret"), "");
  EXPECT_NE(text_at(drill.hook(R"(["order.created"])"), "/data/secret"),
            text_at(made, "/data/secret"));
}

TEST(AirlineWebhook, RefusesWhatItCannotTellAnybody) {
  AirlineDrill drill;
  auto refusal = [&](std::string_view events, std::string_view url = AirlineDrill::kHook) {
    Response answer = drill.hook(events, url);
    return code(answer) + " " + text_at(answer, "/errors/0/source/pointer");
  };
  std::string one = R"(["order.created"])";
  EXPECT_EQ(refusal(R"(["order.created","order.lost"])"), "validation_inclusion /events/1");
  EXPECT_EQ(refusal(R"(["order.created","order.created"])"), "validation_unique /events/1");
  EXPECT_EQ(refusal(R"([7])"), "validation_type /events/0");
  EXPECT_EQ(refusal("[]"), "validation_required /events");
  EXPECT_EQ(refusal("{}"), "validation_type /events");
  EXPECT_EQ(refusal(one, "/hooks"), "validation_format /url");
  EXPECT_EQ(refusal(one, "ftp://example.com/"), "validation_format /url");
  EXPECT_EQ(refusal(one, "https://user:secret@example.com/"), "validation_format /url");
  EXPECT_EQ(refusal(one, "http://example.com/hooks"), "validation_format /url");
  EXPECT_EQ(refusal(one, "http://127.example.com/hooks"), "validation_format /url");
  EXPECT_EQ(refusal(one, "https://example.com/" + std::string(2000, 'a')),
            "validation_length /url");
  EXPECT_EQ(text_at(drill.caller.call(get("/air/webhooks")), "/data"), "[]");
  EXPECT_EQ(drill.hook(one, "https://example.com/hooks?team=1").status, 201);
  EXPECT_EQ(drill.hook(one, "http://[::1]:8080").status, 201);
}

TEST(AirlineWebhook, ThereAreAHundredAtMost) {
  AirlineDrill drill;
  for (int i = 0; i < 100; ++i) EXPECT_EQ(drill.hook(R"(["order.created"])").status, 201);
  EXPECT_EQ(code(drill.hook(R"(["order.created"])")), "validation_inclusion");
  Response page = drill.caller.call(get("/air/webhooks?limit=60"));
  EXPECT_EQ(column(page, "id").size(), 60U);
  page = drill.caller.call(get("/air/webhooks?limit=60&after=" + text_at(page, "/meta/after")));
  EXPECT_EQ(column(page, "id").size(), 40U);
  EXPECT_EQ(text_at(page, "/meta/after"), "null");
}

TEST(AirlineWebhook, DeletedHearsNothingMore) {
  AirlineDrill drill;
  std::string id = text_at(drill.hook(R"(["order.created"])"), "/data/id");
  Response gone = drill.caller.call(with_headers(Request("DELETE", "/air/webhooks/" + id)));
  EXPECT_EQ(gone.status, 204);
  EXPECT_EQ(gone.body, "");
  EXPECT_FALSE(gone.headers.has("content-type"));
  EXPECT_EQ(gone.headers.get("x-request-id"), "caller-1");
  drill.book();
  EXPECT_THAT(drill.told(), testing::IsEmpty());
  gone = drill.caller.call(with_headers(Request("DELETE", "/air/webhooks/" + id)));
  EXPECT_EQ(code(gone), "not_found");
}

TEST(AirlineEvents, AreTheOnesAskedForInTheOrderTheyHappen) {
  AirlineDrill drill;
  drill.hook(
      R"(["order.created","order.airline_initiated_change_detected","order_cancellation.created","order_cancellation.confirmed","air.payment.succeeded"])");
  Response made = drill.order(drill.order_body(drill.search(), 0, "hold"));
  std::string order = text_at(made, "/data/id");
  Response paid = drill.pay(made, text_at(made, "/data/total_amount"));
  drill.airline.change_schedule(order, 60, at(0s));
  Response quoted = drill.quote(made);
  drill.confirm(quoted);
  std::string change = text_at(drill.read(made), "/data/airline_initiated_changes/0/id");
  std::string quote = text_at(quoted, "/data/id");
  EXPECT_EQ(drill.airline.next_due(), at(0s));
  EXPECT_THAT(drill.told(),
              testing::ElementsAre(
                  "order.created " + order, "air.payment.succeeded " + text_at(paid, "/data/id"),
                  "order.airline_initiated_change_detected " + change,
                  "order_cancellation.created " + quote, "order_cancellation.confirmed " + quote));
  EXPECT_THAT(drill.told(), testing::IsEmpty());
}

TEST(AirlineEvents, GoOnlyToThoseWhoWantThem) {
  AirlineDrill drill;
  drill.hook(R"(["order.created"])", "https://example.com/one");
  drill.hook(R"(["order_cancellation.created"])", "https://example.com/two");
  drill.hook(R"(["order.created"])", "https://example.com/three?x=1");
  Response made = drill.book();
  std::vector<Push> pushes = drill.airline.advance(at(0s));
  ASSERT_EQ(pushes.size(), 2U);
  EXPECT_EQ(pushes[0].request.target, "/one");
  EXPECT_EQ(pushes[1].request.target, "/three?x=1");
  EXPECT_EQ(pushes[1].to.outside()->host, "example.com");
  EXPECT_EQ(pushes[1].order, "T-1");
  // One event, however many hear of it.
  EXPECT_EQ(pushes[0].request.body, pushes[1].request.body);
}

TEST(AirlineEvents, CarryWhatTheContractSays) {
  AirlineDrill drill;
  Response hook = drill.hook(
      R"(["order.airline_initiated_change_detected","order_cancellation.confirmed","air.payment.succeeded"])");
  Response made = drill.order(drill.order_body(drill.search(), 0, "hold"));
  Response paid = drill.pay(made, text_at(made, "/data/total_amount"));
  drill.airline.change_schedule(text_at(made, "/data/id"), 60, at(0s));
  Response cancelled = drill.confirm(drill.quote(made));
  std::vector<json::value> events;
  for (const Push& push : drill.airline.advance(at(0s)))
    events.push_back(json::parse(push.request.body));
  ASSERT_EQ(events.size(), 3U);
  EXPECT_EQ(events[0].at("data").at("object"), body_of(paid).at("data"));
  std::string change = text_at(drill.read(made), "/data/airline_initiated_changes/0/id");
  EXPECT_EQ(events[1].at("data").at("object"),
            json::value({{"id", text_at(made, "/data/id")}, {"aic_id", change}}));
  EXPECT_EQ(events[2].at("data").at("object"), body_of(cancelled).at("data"));
  EXPECT_EQ(events[2].at("api_version"), "v2");
  EXPECT_EQ(events[2].at("live_mode"), false);
  EXPECT_EQ(events[2].at("created_at"), "2026-11-23T06:00:00.000000Z");
}

}  // namespace
}  // namespace mayday::airline_tests
