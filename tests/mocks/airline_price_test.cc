#include "airline_drill.h"

namespace mayday::airline_tests {
namespace {

Response price(AirlineDrill& drill, const Response& found, const std::string& body,
               Instant now = {}) {
  std::string id = text_at(found, "/data/offers/0/id");
  return drill.caller.call(post("/air/offers/" + id + "/actions/price", body), now);
}

TEST(AirlinePrice, IsTheOfferAndWhatWasIntended) {
  AirlineDrill drill;
  Response found = drill.search();
  Response priced =
      price(drill, found, R"({"data":{"intended_payment_methods":[{"type":"balance"}]}})");
  ASSERT_EQ(priced.status, 200) << priced.body;
  EXPECT_EQ(text_at(priced, "/data/id"), text_at(found, "/data/offers/0/id"));
  EXPECT_EQ(text_at(priced, "/data/total_amount"), text_at(found, "/data/offers/0/total_amount"));
  EXPECT_EQ(text_at(priced, "/data/intended_payment_methods"), R"([{"type":"balance"}])");
  EXPECT_EQ(text_at(priced, "/data/intended_services"), "[]");
}

TEST(AirlinePrice, NeedsNoBody) {
  AirlineDrill drill;
  Response priced = price(drill, drill.search(), "");
  EXPECT_EQ(priced.status, 200);
  EXPECT_EQ(text_at(priced, "/data/intended_payment_methods"), "[]");
}

TEST(AirlinePrice, ByCardHasASurchargeOnExtrasToo) {
  AirlineDrill drill;
  Response found = drill.search();
  Response read = drill.caller.call(get("/air/offers/" + text_at(found, "/data/offers/0/id") +
                                        "?return_available_services=true"));
  std::string bag = text_at(read, "/data/available_services/0/id");
  Response priced = price(
      drill, found,
      R"({"data":{"intended_payment_methods":[{"type":"card","card_id":"tcd_1"}],"intended_services":[{"id":")" +
          bag + R"(","quantity":1}]}})");
  ASSERT_EQ(priced.status, 200) << priced.body;
  std::string card = "/data/intended_payment_methods/0";
  std::int64_t due = minor_units(text_at(priced, "/data/total_amount")) + 12000;
  std::int64_t surcharge = minor_units(text_at(priced, card + "/surcharge_amount"));
  EXPECT_GT(surcharge, 0);
  EXPECT_EQ(minor_units(text_at(priced, card + "/charge_amount")), due + surcharge);
  EXPECT_EQ(text_at(priced, card + "/charge_currency"), "CNY");
  EXPECT_EQ(text_at(priced, card + "/card_id"), "tcd_1");
  EXPECT_EQ(text_at(priced, "/data/intended_services/0/id"), bag);
}

TEST(AirlinePrice, IsTheCurrentOne) {
  AirlineDrill drill;
  Response found = drill.search("LHR", "STN");
  std::int64_t listed = minor_units(text_at(found, "/data/offers/0/total_amount"));
  EXPECT_EQ(minor_units(text_at(price(drill, found, ""), "/data/total_amount")), listed + 1000);
  EXPECT_EQ(code(price(drill, drill.search("LGW", "LHR"), "")), "offer_no_longer_available");
  EXPECT_EQ(code(price(drill, found, "", at(30min))), "offer_expired");
}

TEST(AirlinePrice, WrongMembersAreNamed) {
  struct {
    const char* data;
    const char* code;
    const char* pointer;
  } cases[] = {
      {R"("intended_payment_methods":{})", "validation_type", "/intended_payment_methods"},
      {R"("intended_payment_methods":[{"type":"gold"}])", "validation_inclusion",
       "/intended_payment_methods/0/type"},
      {R"("intended_payment_methods":[{"type":"card"}])", "validation_required",
       "/intended_payment_methods/0/card_id"},
      {R"("intended_services":[{"id":"ase_none","quantity":0}])", "validation_inclusion",
       "/intended_services/0/quantity"},
      {R"("intended_services":[{"id":"ase_none","quantity":1}])", "ancillary_service_not_available",
       ""},
  };
  AirlineDrill drill;
  Response found = drill.search();
  for (const auto& bad : cases) {
    Response answer = price(drill, found, std::string(R"({"data":{)") + bad.data + "}}");
    EXPECT_EQ(code(answer), bad.code) << bad.data;
    EXPECT_EQ(text_at(answer, "/errors/0/source/pointer"), bad.pointer) << bad.data;
  }
  EXPECT_EQ(code(drill.caller.call(act("/air/offers/off_none/actions/price"))), "not_found");
}

TEST(AirlineExtras, AreCountedWithoutOverflow) {
  AirlineDrill drill;
  Response found = drill.search();
  Response read = drill.caller.call(get("/air/offers/" + text_at(found, "/data/offers/0/id") +
                                        "?return_available_services=true"));
  std::string bag = R"({"id":")" + text_at(read, "/data/available_services/0/id") +
                    R"(","quantity":9223372036854775807})";
  Response answer =
      price(drill, found, R"({"data":{"intended_services":[)" + bag + "," + bag + "]}}");
  EXPECT_EQ(code(answer), "validation_inclusion");
  EXPECT_EQ(text_at(answer, "/errors/0/source/pointer"), "/intended_services/0/quantity");
}

}  // namespace
}  // namespace mayday::airline_tests
