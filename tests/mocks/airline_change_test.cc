#include "airline_drill.h"

namespace mayday::airline_tests {
namespace {

Response changes(AirlineDrill& drill, const std::string& query = "", Instant now = {}) {
  return drill.caller.call(get("/air/airline_initiated_changes" + query), now);
}

Response accept(AirlineDrill& drill, const std::string& change, Instant now = {}) {
  return drill.caller.call(act("/air/airline_initiated_changes/" + change + "/actions/accept"),
                           now);
}

std::string departure(const Response& order) {
  return text_at(order, "/data/slices/0/segments/0/departing_at");
}

TEST(AirlineChange, ComesByItselfOnTheRouteThatHasThem) {
  AirlineDrill drill;
  Response made = drill.book(0, "LHR", "LTN");
  EXPECT_EQ(drill.airline.next_due(), at(10min));
  EXPECT_EQ(text_at(drill.read(made, at(10min - 1s)), "/data/airline_initiated_changes"), "[]");
  Response read = drill.read(made, at(10min));
  std::string change = "/data/airline_initiated_changes/0";
  EXPECT_THAT(text_at(read, change + "/id"), testing::MatchesRegex("aic_[0-9A-Za-z]{22}"));
  EXPECT_EQ(text_at(read, change + "/action_taken"), "null");
  EXPECT_EQ(text_at(read, change + "/available_actions"), R"(["accept","cancel"])");
  EXPECT_EQ(text_at(read, change + "/removed"), text_at(made, "/data/slices"));
  EXPECT_EQ(text_at(read, "/data/synced_at"), "2026-11-23T06:10:00.000000Z");
  EXPECT_EQ(text_at(drill.read(drill.book(), at(2h)), "/data/airline_initiated_changes"), "[]");
}

TEST(AirlineChange, ShowsInTheOrderOnceItIsAccepted) {
  AirlineDrill drill;
  Response made = drill.book();
  ASSERT_TRUE(drill.airline.change_schedule(text_at(made, "/data/id"), 1440, at(1h)));
  EXPECT_EQ(departure(drill.read(made, at(1h))), departure(made));
  Response listed = changes(drill, "", at(1h));
  EXPECT_EQ(text_at(listed, "/data/0/order_id"), text_at(made, "/data/id"));
  Response accepted = accept(drill, text_at(listed, "/data/0/id"), at(2h));
  ASSERT_EQ(accepted.status, 200) << accepted.body;
  EXPECT_EQ(text_at(accepted, "/data/action_taken"), "accepted");
  EXPECT_EQ(text_at(accepted, "/data/action_taken_at"), "2026-11-23T08:00:00.000000Z");
  EXPECT_EQ(text_at(accepted, "/data/available_actions"), "[]");
  Response read = drill.read(made, at(2h));
  EXPECT_EQ(text_at(read, "/data/slices"), text_at(accepted, "/data/added"));
  EXPECT_EQ(departure(read), replaced(departure(made), "03-15", "03-16"));
  EXPECT_NE(text_at(read, "/data/slices/0/id"), text_at(made, "/data/slices/0/id"));
  EXPECT_NE(text_at(read, "/data/slices/0/segments/0/id"),
            text_at(made, "/data/slices/0/segments/0/id"));
}

TEST(AirlineChange, IsStaleWhenThereIsANewerOne) {
  AirlineDrill drill;
  Response made = drill.book();
  std::string order = text_at(made, "/data/id");
  drill.airline.change_schedule(order, 60, at(1h));
  drill.airline.change_schedule(order, -30, at(2h));
  Response listed = changes(drill, "?order_id=" + order, at(2h));
  std::vector<std::string> ids = column(listed, "id");  // newest last
  ASSERT_EQ(ids.size(), 2U);
  EXPECT_EQ(text_at(listed, "/data/0/available_actions"), "[]");
  EXPECT_EQ(code(accept(drill, ids[0], at(3h))), "stale_airline_initiated_change_accept");
  Response accepted = accept(drill, ids[1], at(3h));
  EXPECT_EQ(accepted.status, 200);
  EXPECT_EQ(text_at(accepted, "/data/removed"), text_at(made, "/data/slices"));
  EXPECT_EQ(code(accept(drill, ids[1], at(4h))), "stale_airline_initiated_change_accept");
}

TEST(AirlineChange, KeepsAnUnpaidOrderFromBeingPaid) {
  AirlineDrill drill;
  Response made = drill.order(drill.order_body(drill.search(), 0, "hold"));
  drill.airline.change_schedule(text_at(made, "/data/id"), 60, at(1h));
  std::string total = text_at(made, "/data/total_amount");
  EXPECT_EQ(code(drill.pay(made, total, at(1h))), "schedule_changed");
  accept(drill, text_at(changes(drill, "", at(1h)), "/data/0/id"), at(1h));
  EXPECT_EQ(drill.pay(made, total, at(1h)).status, 201);
}

TEST(AirlineChange, EndsWithItsOrder) {
  AirlineDrill drill;
  Response made = drill.book();
  std::string order = text_at(made, "/data/id");
  drill.airline.change_schedule(order, 60, at(1h));
  drill.confirm(drill.quote(made, at(2h)), at(2h));
  Response listed = changes(drill, "", at(3h));
  EXPECT_EQ(text_at(listed, "/data/0/action_taken"), "cancelled");
  EXPECT_EQ(code(accept(drill, text_at(listed, "/data/0/id"), at(3h))), "already_cancelled");
  EXPECT_FALSE(drill.airline.change_schedule(order, 60, at(3h)));
  EXPECT_FALSE(drill.airline.change_schedule("ord_none", 60, at(3h)));
}

TEST(AirlineChanges, AreListedByOrder) {
  AirlineDrill drill;
  std::string one = text_at(drill.book(), "/data/id");
  std::string two = text_at(drill.book(), "/data/id");
  drill.airline.change_schedule(two, 60, at(1h));
  drill.airline.change_schedule(one, 60, at(2h));
  EXPECT_THAT(column(changes(drill, "", at(2h)), "order_id"), testing::ElementsAre(two, one));
  EXPECT_THAT(column(changes(drill, "?order_id=" + one, at(2h)), "order_id"),
              testing::ElementsAre(one));
  EXPECT_THAT(column(changes(drill, "?order_id=ord_none", at(2h)), "order_id"), testing::IsEmpty());
  EXPECT_EQ(code(accept(drill, "aic_none")), "not_found");
}

}  // namespace
}  // namespace mayday::airline_tests
