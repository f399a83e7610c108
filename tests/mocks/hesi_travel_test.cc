#include <gtest/gtest.h>

#include "hesi_tenant.h"

namespace mayday::hesi_test {
namespace {

const std::string kPush = "/api/openapi/v1/travel/costCenter/synTravelOrder";
const std::string kSearch = "/api/openapi/v2.1/datalink/TRAVEL_MANAGEMENT/searchOrders";
const std::string kByCode = "/api/openapi/v2.1/datalink/TRAVEL_MANAGEMENT/byDataLinkCodes";
const std::string kFlights = "d0a1f000000000000001";
const std::string kHotels = "d0a1e000000000000003";
const std::string kPrefix = "E_d0a1b000000000000009_";

std::string order(const std::string& number, const std::string& status = "出票",
                  const std::string& type = "flight") {
  return R"({"initialOriginalOrderNo":"F1","initialParentOrderNo":"F1","initialOrderNo":"F1",)"
         R"("originalOrderNo":"F1","parentOrderNo":"F1","orderNo":")" +
         number + R"(","orderSummary":"北京-杭州","orderDate":1788220800000,"orderStatus":")" +
         status +
         R"(","orderCategory":"主订单","travelType":"因公","realAmount":"920.00",)"
         R"("bookingPlatform":"Drill Mall","orderType":")" +
         type + R"(","ticketNumber":"784-1","travelPeople":[")" + kLin + R"("]})";
}

std::string body_with(const std::string& orders) { return R"({"data":[)" + orders + "]}"; }

json::object search(Tenant& tenant, const std::string& entity, const std::string& more = "") {
  return tenant
      .post(kSearch, R"({"entityId":")" + entity + R"(","start":0,"count":100)" + more + "}")
      .at("items")
      .as_object();
}

TEST(HesiTravelOrders, AreFoundALittleAfterTheMallHasSentThem) {
  Tenant tenant;
  EXPECT_EQ(text(tenant.post(kPush, body_with(order("F-1") + "," + order("F-2"))).at("value")),
            "ok");
  EXPECT_EQ(search(tenant, kFlights).at("total").as_int64(), 0);
  tenant.wait(2s);
  json::object found = search(tenant, kFlights);
  EXPECT_EQ(found.at("total").as_int64(), 2);
  const json::object& first = found.at("data").at(0).at("dataLink").as_object();
  EXPECT_EQ(text(first.at(kPrefix + "code")), "F-2");  // highest number first
  EXPECT_EQ(text(first.at(kPrefix + "票号")), "784-1");
  EXPECT_EQ(json::serialize(first.at(kPrefix + "订单金额")), money("920.00"));
  EXPECT_EQ(search(tenant, kHotels).at("total").as_int64(), 0);
}

TEST(HesiTravelOrders, OfOneNumberAreOneObject) {
  Tenant tenant;
  tenant.post(kPush, body_with(order("F-1")));
  tenant.post(kPush, body_with(order("F-1", "退票")));
  tenant.post(kPush, body_with(order("H-1", "确认订单", "hotel")));
  tenant.wait(2s);
  json::object found = search(tenant, kFlights);
  EXPECT_EQ(found.at("total").as_int64(), 1);
  EXPECT_EQ(text(found.at("data").at(0).at("dataLink").at(kPrefix + "订单状态")), "退票");
  EXPECT_EQ(search(tenant, kHotels).at("total").as_int64(), 1);
  json::object one = tenant.get(kByCode + "?entityId=" + kFlights + "&codes=F-1,F-9");
  EXPECT_EQ(one.at("items").as_array().size(), 1U);
  EXPECT_EQ(one.at("items").at(0).at("version").as_int64(), 2);
}

TEST(HesiTravelOrders, NeedTheFieldsThatBecameRequired) {
  Tenant tenant;
  std::string whole = order("F-1");
  for (const char* name : {"initialOrderNo", "orderSummary", "travelType", "realAmount"}) {
    std::string lacking = whole;
    lacking.replace(lacking.find(name), 1, "X");
    EXPECT_EQ(tenant.call("POST", kPush, body_with(order("F-2") + "," + lacking)).status, 400)
        << name;
  }
  for (const char* body : {"", "[]", "{}", R"({"data":[]})", R"({"data":[7]})"})
    EXPECT_EQ(tenant.call("POST", kPush, body).status, 400) << body;
  tenant.wait(2s);
  EXPECT_EQ(search(tenant, kFlights).at("total").as_int64(), 0);  // all or nothing
  const std::string summary = R"("北京-杭州")";
  std::string nameless = whole;
  nameless.replace(nameless.find(summary), summary.size(), "null");
  EXPECT_EQ(tenant.call("POST", kPush, body_with(nameless)).body, R"({"value":"ok"})");
}

TEST(HesiTravelSearch, SaysWhatIsWrongWithIt) {
  Tenant tenant;
  auto status = [&](const std::string& body, const std::string& target = kSearch) {
    return tenant.call("POST", target, body).status;
  };
  std::string good = R"({"entityId":")" + kFlights + R"(","start":0,"count":100})";
  EXPECT_EQ(status(good), 200);
  EXPECT_EQ(status(good, "/api/openapi/v2.1/datalink/OTHER/searchOrders"), 400);
  EXPECT_EQ(status(R"({"entityId":")" + kFlights + R"(","start":0,"count":101})"), 400);
  EXPECT_EQ(status(R"({"entityId":")" + kFlights + R"("})"), 400);
  EXPECT_EQ(status(""), 400);
  EXPECT_EQ(message(tenant.call("POST", kSearch,
                                R"({"entityId":"d0a1c000000000000004","start":0,"count":1})")),
            "业务对象模板不存在");
  EXPECT_EQ(message(tenant.call("GET", kByCode + "?entityId=" + kFlights + "&codes=none")),
            "查询的数据不存在");
}

TEST(HesiTrips, AppearWhenARequisitionIsApproved) {
  Tenant tenant;
  std::string plan = R"(,"u_行程规划":[{"dataLinkId":null,"dataLinkTemplateId":"T","dataLinkForm":)"
                     R"({"E_x_name":"上海 - 广州","E_x_行程日期":1788220800000}}])";
  json::object made = tenant.post(
      kCommit,
      claim("R", kAda,
            line(money("9.00"),
                 "Kq7DrillCorp00:hotel:requisition:fdb578a02e9d57b49741073805966a25887b2245"),
            plan, "ID01drSpcReq01:58131f999e6dd0ee446dbfc2b9b7992437395501"));
  std::string id = text(made.at("flow").at("id"));
  tenant.wait(2s);
  EXPECT_EQ(search(tenant, "d0a1f000000000000002").at("total").as_int64(), 1);  // the fixture
  decide(tenant, id, kBoss);
  tenant.wait(5s);
  json::object trips = search(tenant, "d0a1f000000000000002");
  ASSERT_EQ(trips.at("total").as_int64(), 2);
  json::object trip;
  for (const json::value& one : trips.at("data").as_array())
    if (text(one.at("dataLink").at("ownerId")) == kAda) trip = one.at("dataLink").as_object();
  EXPECT_EQ(text(trip.at(kPrefix + "name")), "上海 - 广州");
  EXPECT_EQ(text(trip.at(kPrefix + "订购状态")), "待订购");
  EXPECT_EQ(text(trip.at(kPrefix + "申请单编码")), text(made.at("flow").at("form").at("code")));
}

TEST(HesiTrips, IncludeTheFixture) {
  Tenant tenant;
  json::object found =
      tenant.get(kByCode + "?entityId=d0a1f000000000000002&codes=" + "TRIP202609010000000001");
  EXPECT_EQ(text(found.at("items").at(0).at("id")), "ID01drTrip0001");
  EXPECT_EQ(text(found.at("items").at(0).at("sourceId")), "ID01drFlwReq01");
  EXPECT_EQ(found.at("items").at(0).at("form").at(kPrefix + "行程日期").as_int64(), 1788220800000);
}

}  // namespace
}  // namespace mayday::hesi_test
