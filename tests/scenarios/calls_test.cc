#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "fault_text.h"
#include "mayday/contracts/contracts.h"

namespace mayday::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<std::string> operations_of(const std::string& vendor, const std::string& calls) {
  return load_fault({{"where", "{vendor: " + vendor + ", calls: " + calls + "}"},
                     {"stage", "respond-head"}})
      .operations;
}

TEST(Calls, AreOperationsByMethodAndPath) {
  EXPECT_THAT(
      operations_of("hesi", "[GET /api/openapi/v1.1/staffs, POST /api/openapi/v2.2/flow/data]"),
      ElementsAre("listStaffs", "createFlow"));
  EXPECT_THAT(operations_of("hotel", "GET /v3/shopping/hotel-offers"),
              ElementsAre("searchHotelOffers"));
  EXPECT_THAT(operations_of("desk", "POST /api/login"), ElementsAre("logIn"));
}

TEST(Calls, NameVaryingPartsAsTheyLike) {
  EXPECT_THAT(operations_of("airline", "'GET /air/orders/{order}'"), ElementsAre("getOrder"));
  EXPECT_THAT(operations_of("airline", "GET /air/orders/*"), ElementsAre("getOrder"));
  EXPECT_THAT(operations_of("hesi", "'POST /api/openapi/v1/backlog/data/[{ids}]'"),
              ElementsAre("approveFlows"));
}

TEST(Calls, WithoutAMethodAreOfEveryOne) {
  EXPECT_THAT(operations_of("airline", "/air/orders"), ElementsAre("listOrders", "createOrder"));
}

TEST(Calls, OfOneOperationTwiceAreRefused) {
  EXPECT_THAT(complaint_about_text(scenario_of(fault_text(
                  {{"where", "{vendor: airline, calls: [/air/orders, POST /air/orders]}"}}))),
              HasSubstr("the operation 'createOrder' stands here a second time"));
}

TEST(ContractRoutes, AreAllThatTheContractsHave) {
  std::map<Member, std::size_t> counts = {
      {Member::hesi, 45}, {Member::airline, 22}, {Member::hotel, 15}, {Member::payment, 6}};
  for (auto [vendor, count] : counts) {
    std::vector<ContractRoute> routes = contract_routes(vendor);
    EXPECT_EQ(routes.size(), count) << to_text(vendor);
    for (const ContractRoute& route : routes) {
      // Each is an operation that the reader knows by its id, too. `${` begins a parameter.
      std::string path(route.path);
      for (std::size_t at = path.find("${"); at != std::string::npos; at = path.find("${"))
        path.erase(at, 1);
      EXPECT_THAT(
          operations_of(std::string(to_text(vendor)), "'" + route.method + " " + path + "'"),
          ElementsAre(route.operation));
      EXPECT_EQ(load_fault({{"where", "{vendor: " + std::string(to_text(vendor)) +
                                          ", operations: [" + std::string(route.operation) + "]}"},
                            {"stage", "respond-head"}})
                    .operations.size(),
                1U);
    }
  }
  EXPECT_TRUE(contract_routes(Member::desk).empty());
}

TEST(Calls, OfTheDeskAreThoseOfItsOwnTable) {
  std::string table = read_file(kSource + "/mocks/desk/routes.cc");
  std::string reader = read_file(kSource + "/scenarios/reader/calls_reader.cc");
  for (const std::string& operation :
       load_fault({{"where", "{vendor: desk}"}, {"stage", "respond-head"}}).operations) {
    std::size_t at = table.find("\"" + operation + "\", \"");
    ASSERT_NE(at, std::string::npos) << operation;
    std::size_t method = table.find("\", \"", at) + 4;
    std::size_t path = table.find("\", \"", method);
    std::string row = "{\"" + table.substr(method, table.find('"', path + 4) + 1 - method) +
                      ", \"" + operation + "\"}";
    EXPECT_THAT(reader, HasSubstr(row));
  }
}

}  // namespace
}  // namespace mayday::test
