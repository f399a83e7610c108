#include "airline_drill.h"

namespace mayday::airline_tests {
namespace {

TEST(AirlineOffers, ArePagedByIdAndSortedWhenAsked) {
  AirlineDrill drill;
  std::string list = "/air/offers?offer_request_id=" + text_at(drill.search(), "/data/id");
  std::vector<std::string> ids;
  std::string after;
  for (int page = 0; page < 3; ++page) {
    Response answer = drill.caller.call(get(list + "&limit=1" + after));
    ASSERT_EQ(answer.status, 200) << answer.body;
    EXPECT_EQ(text_at(answer, "/meta/limit"), "1");
    ids.push_back(text_at(answer, "/data/0/id"));
    after = "&after=" + text_at(answer, "/meta/after");
    if (page == 2) {
      EXPECT_EQ(after, "&after=null");
    }
    if (page == 1) {
      Response back =
          drill.caller.call(get(list + "&limit=1&before=" + text_at(answer, "/meta/before")));
      EXPECT_EQ(text_at(back, "/data/0/id"), ids[0]);
    }
  }
  EXPECT_TRUE(ids[0] < ids[1] && ids[1] < ids[2]);

  Response cheap = drill.caller.call(get(list + "&sort=total_amount"));
  Response dear = drill.caller.call(get(list + "&sort=-total_amount"));
  EXPECT_LT(minor_units(text_at(cheap, "/data/0/total_amount")),
            minor_units(text_at(cheap, "/data/2/total_amount")));
  EXPECT_EQ(text_at(cheap, "/data/0/id"), text_at(dear, "/data/2/id"));
}

TEST(AirlineOffers, RefuseWrongParameters) {
  AirlineDrill drill;
  std::string list = "/air/offers?offer_request_id=" + text_at(drill.search(), "/data/id");
  auto answer = [&](const std::string& target) { return code(drill.caller.call(get(target))); };
  EXPECT_EQ(answer("/air/offers"), "validation_required");
  EXPECT_EQ(answer("/air/offers?offer_request_id=orq_none"), "not_found");
  EXPECT_EQ(answer(list + "&limit=0"), "validation_inclusion");
  EXPECT_EQ(answer(list + "&limit=201"), "validation_inclusion");
  EXPECT_EQ(answer(list + "&after=nonsense"), "validation_format");
  EXPECT_EQ(answer(list + "&sort=colour"), "validation_inclusion");
  EXPECT_EQ(answer("/air/offers/off_none"), "not_found");
}

TEST(AirlineOffers, ConnectionsCanBeRuledOut) {
  AirlineDrill drill;
  std::string list =
      "/air/offers?offer_request_id=" + text_at(drill.search("LHR", "DXB"), "/data/id");
  EXPECT_EQ(text_at(drill.caller.call(get(list + "&max_connections=0")), "/data"), "[]");
  EXPECT_NE(text_at(drill.caller.call(get(list + "&max_connections=1")), "/data"), "[]");
}

}  // namespace
}  // namespace mayday::airline_tests
