#include "airline_drill.h"

namespace mayday::airline_tests {
namespace {

TEST(AirlineSearch, OffersThreeFlightsOfWhichTheFirstCanBeHeld) {
  AirlineDrill drill;
  Response found = drill.search();
  ASSERT_EQ(found.status, 201);
  EXPECT_EQ(body_of(found).at("data").at("offers").as_array().size(), 3U);
  EXPECT_EQ(text_at(found, "/data/offers/0/owner/iata_code"), "ZZ");
  EXPECT_EQ(text_at(found, "/data/offers/0/payment_requirements/requires_instant_payment"),
            "false");
  EXPECT_EQ(text_at(found, "/data/offers/0/created_at"), "2026-11-23T06:00:00.000000Z");
  EXPECT_EQ(text_at(found, "/data/offers/0/expires_at"), "2026-11-23T06:30:00.000000Z");
  EXPECT_EQ(text_at(found, "/data/offers/0/payment_requirements/payment_required_by"),
            "2026-11-26T06:00:00.000000Z");
  EXPECT_THAT(text_at(found, "/data/id"), testing::MatchesRegex("orq_[0-9A-Za-z]{22}"));
  EXPECT_EQ(text_at(found, "/data/slices/0/origin/id"), "arp_pek_cn");
  EXPECT_THAT(text_at(found, "/data/offers/0/slices/0/segments/0/departing_at"),
              testing::MatchesRegex("2027-03-15T[0-9:]{8}"));
}

TEST(AirlineSearch, TotalIsBaseAndTaxAndRepeatsForTheSameRouteAndDate) {
  AirlineDrill drill;
  Response first = drill.search();
  Response second = drill.search();
  for (int i = 0; i < 3; ++i) {
    std::string offer = "/data/offers/" + std::to_string(i);
    EXPECT_EQ(minor_units(text_at(first, offer + "/total_amount")),
              minor_units(text_at(first, offer + "/base_amount")) +
                  minor_units(text_at(first, offer + "/tax_amount")));
    EXPECT_EQ(text_at(first, offer + "/total_amount"), text_at(second, offer + "/total_amount"));
    EXPECT_NE(text_at(first, offer + "/id"), text_at(second, offer + "/id"));
  }
}

TEST(AirlineSearch, CanLeaveTheOffersOut) {
  AirlineDrill drill;
  Response found =
      drill.caller.call(post("/air/offer_requests?return_offers=false", search_body()));
  EXPECT_FALSE(body_of(found).at("data").as_object().contains("offers"));
  Response read = drill.caller.call(get("/air/offer_requests/" + text_at(found, "/data/id")));
  EXPECT_EQ(body_of(read).at("data").at("offers").as_array().size(), 3U);
  EXPECT_EQ(code(drill.caller.call(get("/air/offer_requests/orq_none"))), "not_found");
}

TEST(AirlineSearch, CorporateCodesComeBackOnTheOffersOfTheirAirline) {
  AirlineDrill drill;
  std::string body = replaced(search_body(), R"("slices")",
                              R"("private_fares":{"ZZ":[{"corporate_code":"HESI01"}]},"slices")");
  Response found = drill.caller.call(post("/air/offer_requests", body));
  EXPECT_EQ(text_at(found, "/data/offers/0/private_fares/0/corporate_code"), "HESI01");
  EXPECT_EQ(text_at(found, "/data/offers/2/private_fares"), "[]");
}

TEST(AirlineSearch, SandboxRoutesDoWhatTheContractSays) {
  AirlineDrill drill;
  EXPECT_EQ(text_at(drill.search("PVD", "RAI"), "/data/offers"), "[]");
  Response held = drill.search("JFK", "EWR");
  for (const char* i : {"0", "1", "2"})
    EXPECT_EQ(text_at(held, std::string("/data/offers/") + i +
                                "/payment_requirements/requires_instant_payment"),
              "false");
  EXPECT_NE(text_at(drill.search("LHR", "DXB"), "/data/offers/0/slices/0/segments/1/id"), "");
  EXPECT_NE(text_at(drill.search("DXB", "AMS"), "/data/offers/0/slices/0/segments/0/stops/0"), "");
  EXPECT_EQ(text_at(drill.search("BTS", "MRU"),
                    "/data/offers/0/slices/0/segments/0/passengers/0/baggages"),
            "[]");
  Response late = drill.search("STN", "LHR");
  EXPECT_EQ(late.status, 504);
  EXPECT_EQ(code(late), "gateway_timeout_error");
  Response sold = drill.search("LGW", "LHR");
  Response gone = drill.caller.call(get("/air/offers/" + text_at(sold, "/data/offers/0/id")));
  EXPECT_EQ(gone.status, 422);
  EXPECT_EQ(code(gone), "offer_no_longer_available");
  EXPECT_EQ(text_at(gone, "/errors/0/source"), "duffel_airways");
  EXPECT_EQ(code(drill.order(drill.order_body(sold, 0))), "offer_no_longer_available");
}

TEST(AirlineSearch, ExtrasAreListedOnlyWhenAskedForAndNotFromEveryone) {
  AirlineDrill drill;
  Response found = drill.search();
  std::string offer = "/air/offers/" + text_at(found, "/data/offers/0/id");
  EXPECT_EQ(text_at(drill.caller.call(get(offer)), "/data/available_services"), "null");
  Response asked = drill.caller.call(get(offer + "?return_available_services=true"));
  EXPECT_EQ(text_at(asked, "/data/available_services/0/type"), "baggage");
  std::string bare = text_at(drill.search("BTS", "ABV"), "/data/offers/0/id");
  asked = drill.caller.call(get("/air/offers/" + bare + "?return_available_services=true"));
  EXPECT_EQ(text_at(asked, "/data/available_services"), "[]");
}

TEST(AirlineSearch, LeavesOutAirlinesThatAnswerTooLate) {
  AirlineDrill drill;
  auto sellers = [&](const std::string& query) {
    Response found = drill.caller.call(post("/air/offer_requests/" + query, search_body()));
    std::vector<std::string> codes;
    json::value body = body_of(found);
    for (const json::value& offer : body.at("data").at("offers").as_array())
      codes.emplace_back(offer.at("owner").at("iata_code").as_string());
    return codes;
  };
  EXPECT_THAT(sellers("?supplier_timeout=2000"), testing::ElementsAre("ZZ", "ZZ"));
  EXPECT_THAT(sellers("?supplier_timeout=3500"), testing::ElementsAre("ZZ", "ZZ", "CA"));
  // Outside the documented range it is as if nothing had been asked for.
  EXPECT_EQ(sellers("?supplier_timeout=1").size(), 3U);
}

TEST(AirlineSearch, OffersOnlyFlightsOfTheHoursAskedFor) {
  AirlineDrill drill;
  auto departures = [&](const std::string& range) {
    Response found = drill.caller.call(post(
        "/air/offer_requests",
        replaced(search_body(), R"("origin")", R"("departure_time":)" + range + R"(,"origin")")));
    std::vector<std::string> times;
    json::value body = body_of(found);
    for (const json::value& offer : body.at("data").at("offers").as_array())
      times.emplace_back(offer.at("slices")
                             .at(0)
                             .at("segments")
                             .at(0)
                             .at("departing_at")
                             .as_string()
                             .subview(11, 5));
    return times;
  };
  std::vector<std::string> all = departures("null");
  ASSERT_EQ(all.size(), 3U);
  std::string one = all[1];
  EXPECT_THAT(departures(R"({"from":")" + one + R"(","to":")" + one + R"("})"),
              testing::ElementsAre(one));
  EXPECT_THAT(departures(R"({"from":"00:00","to":"05:59"})"), testing::IsEmpty());
}

TEST(AirlineSearch, WrongMembersAreNamed) {
  const BadBody cases[] = {
      {R"("slices":[{"origin")", R"("slices":[],"x":[{"origin")", "validation_required", "/slices"},
      {"PEK", "pek", "validation_format", "/slices/0/origin"},
      {"SHA", "PEK", "validation_inclusion", "/slices/0/destination"},
      {R"("origin")", R"("departure_time":"9","origin")", "validation_type",
       "/slices/0/departure_time"},
      {R"("origin")", R"("arrival_time":{"from":"09:00"},"origin")", "validation_required",
       "/slices/0/arrival_time/to"},
      {R"("origin")", R"("arrival_time":{"from":"24:00","to":"9:00"},"origin")",
       "validation_format", "/slices/0/arrival_time/from"},
      {"2027-03-15", "2027-02-30", "validation_format", "/slices/0/departure_date"},
      {"2027-03-15", "2026-11-21", "validation_inclusion", "/slices/0/departure_date"},
      {R"("type":"adult")", R"("type":"pet")", "validation_inclusion", "/passengers/0/type"},
      {R"("type":"adult")", R"("type":"adult","age":30)", "validation_inclusion",
       "/passengers/0/type"},
      {R"({"type":"adult"})", "{}", "validation_required", "/passengers/0/type"},
      {R"({"type":"adult"})", R"({"age":"30"})", "validation_type", "/passengers/0/age"},
      {R"({"type":"adult"})", R"({"age":131})", "validation_inclusion", "/passengers/0/age"},
      {R"([{"type":"adult"}])", "[]", "validation_required", "/passengers"},
      {R"("passengers")", R"("cabin_class":"steerage","passengers")", "validation_inclusion",
       "/cabin_class"},
      {R"("passengers")", R"("max_connections":3,"passengers")", "validation_inclusion",
       "/max_connections"},
  };
  for (const BadBody& bad : cases) {
    AirlineDrill drill;
    Response answer =
        drill.caller.call(post("/air/offer_requests", replaced(search_body(), bad.from, bad.to)));
    EXPECT_EQ(answer.status, 422) << bad.to;
    EXPECT_EQ(code(answer), bad.code) << bad.to;
    EXPECT_EQ(text_at(answer, "/errors/0/source/pointer"), bad.pointer) << bad.to;
  }
}

TEST(AirlineSearch, TenPassengersAreTooMany) {
  AirlineDrill drill;
  std::string ten = "[";
  for (int i = 0; i < 10; ++i) ten += std::string(i > 0 ? "," : "") + R"({"type":"adult"})";
  EXPECT_EQ(
      code(drill.caller.call(post("/air/offer_requests", search_body("PEK", "SHA", ten + "]")))),
      "validation_length");
}

TEST(AirlineSearch, NeedsTheDataEnvelope) {
  AirlineDrill drill;
  auto answer = [&](const char* body) {
    return code(drill.caller.call(post("/air/offer_requests", body)));
  };
  EXPECT_EQ(answer("{"), "bad_request");
  EXPECT_EQ(answer(""), "missing_data_param");
  EXPECT_EQ(answer("{}"), "missing_data_param");
  EXPECT_EQ(answer("[]"), "malformed_data_param");
  EXPECT_EQ(answer(R"({"data":[]})"), "invalid_data_param");
}

TEST(AirlineSearch, ItinerariesAreNotAvailable) {
  AirlineDrill drill;
  Response answer = drill.caller.call(post("/air/offer_requests?view=itineraries", search_body()));
  EXPECT_EQ(answer.status, 403);
  EXPECT_EQ(code(answer), "unavailable_feature");
}

}  // namespace
}  // namespace mayday::airline_tests
