#include "airline_drill.h"

namespace mayday::airline_tests {
namespace {

TEST(AirlineOrders, AreFoundByOfferReferenceNameAndState) {
  AirlineDrill drill;
  Response first = drill.order(drill.order_body(drill.search(), 1), at(1min));
  Response second = drill.order(drill.order_body(drill.search(), 0, "hold"), at(2min));
  auto ids = [&](const std::string& query) {
    Response answer = drill.caller.call(get("/air/orders" + query), at(3min));
    json::value body = body_of(answer);
    std::vector<std::string> found;
    for (const json::value& order : body.at("data").as_array())
      found.emplace_back(order.at("id").as_string());
    return found;
  };
  std::string one = text_at(first, "/data/id");
  std::string two = text_at(second, "/data/id");
  EXPECT_THAT(ids(""), testing::ElementsAre(two, one));
  EXPECT_THAT(ids("?sort=created_at"), testing::ElementsAre(one, two));
  EXPECT_THAT(ids("?offer_id=" + text_at(first, "/data/offer_id")), testing::ElementsAre(one));
  EXPECT_THAT(ids("?booking_reference=" + text_at(second, "/data/booking_reference")),
              testing::ElementsAre(two));
  EXPECT_THAT(ids("?awaiting_payment=true"), testing::ElementsAre(two));
  EXPECT_THAT(ids("?passenger_name%5B%5D=Wan&limit=1"), testing::ElementsAre(two));
  EXPECT_THAT(ids("?passenger_name[]=Li"), testing::IsEmpty());
  EXPECT_THAT(ids("?passenger_name[]=Li&passenger_name%5B%5D=lan"), testing::IsEmpty());
  EXPECT_THAT(ids("?passenger_name[]=Nobody&passenger_name[]=Wan"), testing::SizeIs(2));
  EXPECT_EQ(code(drill.caller.call(get("/air/orders?awaiting_payment=maybe"))), "validation_type");
  EXPECT_EQ(code(drill.caller.call(get("/air/orders?sort=age"))), "validation_inclusion");
}

Response patch(AirlineDrill& drill, const std::string& order, std::string body) {
  Request request("PATCH", "/air/orders/" + order, std::move(body));
  return drill.caller.call(with_headers(std::move(request)), at(1h));
}

TEST(AirlineUpdate, ReplacesTheMetadataInEitherForm) {
  AirlineDrill drill;
  Response made = drill.book();
  std::string id = text_at(made, "/data/id");
  Response changed = patch(drill, id, R"({"data":{"metadata":{"order_number":"T-2"}}})");
  EXPECT_EQ(changed.status, 200);
  EXPECT_EQ(text_at(changed, "/data/metadata"), R"({"order_number":"T-2"})");
  EXPECT_EQ(drill.airline.books().at(0).key, "T-2");
  // The official client 4.30.0 wraps it.
  patch(drill, id, R"({"data":{"options":{"metadata":{"note":"窗口"}}}})");
  EXPECT_EQ(text_at(drill.read(made), "/data/metadata"), R"({"note":"窗口"})");
  patch(drill, id, R"({"data":{"metadata":{}}})");
  EXPECT_EQ(text_at(drill.read(made), "/data/metadata"), "null");
}

TEST(AirlineUpdate, RefusesWhatIsNoMetadataAndChangesNothing) {
  AirlineDrill drill;
  Response made = drill.book();
  std::string id = text_at(made, "/data/id");
  EXPECT_EQ(code(patch(drill, id, R"({"data":{}})")), "validation_required");
  EXPECT_EQ(code(patch(drill, id, R"({"data":{"metadata":[]}})")), "validation_type");
  EXPECT_EQ(code(patch(drill, id, R"({"data":{"options":{"metadata":{"a b":"c"}}}})")),
            "validation_format");
  EXPECT_EQ(code(patch(drill, id, "{")), "bad_request");
  EXPECT_EQ(code(patch(drill, "ord_none", "{")), "not_found");
  EXPECT_EQ(body_of(drill.read(made)), body_of(made));
}

TEST(AirlineUpdate, CountsCharactersAndNotBytes) {
  AirlineDrill drill;
  std::string id = text_at(drill.book(), "/data/id");
  std::string most;
  for (int i = 0; i < 500; ++i) most += "票";
  auto body = [](const std::string& value) {
    return R"({"data":{"metadata":{"note":")" + value + R"("}}})";
  };
  EXPECT_EQ(patch(drill, id, body(most)).status, 200);
  EXPECT_EQ(code(patch(drill, id, body(most + "x"))), "validation_length");
}

}  // namespace
}  // namespace mayday::airline_tests
