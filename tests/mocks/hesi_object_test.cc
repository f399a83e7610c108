#include <gtest/gtest.h>

#include "hesi_tenant.h"

namespace mayday::hesi_test {
namespace {

const std::string kList = "/api/openapi/v2.1/datalink?entityId=";
const std::string kAdd = "/api/openapi/v2.1/datalink/add";
const std::string kProject = "d0a1c000000000000004";
const std::string kField = "E_d0a1c000000000000004_";

std::string row(const std::string& code, const std::string& fields = "",
                const std::string& more = R"("disabled":false,)") {
  return "{" + more + R"("data":{")" + kField + R"(code":")" + code + "\"" + fields + "}}";
}

std::string rows(const std::string& list, const std::string& more = "") {
  return R"({"entityId":")" + kProject + "\"" + more + R"(,"dataLinks":[)" + list + "]}";
}

json::object add(Tenant& tenant, const std::string& body, const std::string& query = "") {
  return tenant.post(kAdd + query, body).at("value").as_object();
}

json::object object(Tenant& tenant, std::size_t place) {
  return tenant.get(kList + kProject).at("items").at(place).as_object();
}

TEST(HesiObjects, AreInsertedAndTheirSubscribersTold) {
  Tenant tenant;
  json::object done = add(tenant, rows(row("PRJ-002", R"(,")" + kField + R"(name":"B",")" + kField +
                                                          R"(amount":"12.35")")));
  EXPECT_TRUE(done.at("success").as_bool());
  EXPECT_EQ(done.at("errorMsg").as_array().size(), 1U);
  json::object stored = object(tenant, 1);
  EXPECT_EQ(done.at("dataLinkIds").at("PRJ-002"), stored.at("id"));
  EXPECT_EQ(json::serialize(stored.at("form").at(kField + "amount")), money("12.35"));
  tenant.wait(1s);
  ASSERT_EQ(tenant.pushes.size(), 1U);
  EXPECT_EQ(tenant.pushes[0].operation, "outboundDataLinkEvent");
  EXPECT_EQ(json::parse(tenant.pushes[0].request.body).at("dataLinkId"), stored.at("id"));
}

TEST(HesiObjects, AreCoveredOrChangedInPart) {
  Tenant tenant;
  std::string full = R"(,")" + kField + R"(name":"New",")" + kField + R"(amount":"1")";
  add(tenant, rows(row("PRJ-001", full, R"("disabled":false,"ownerId":")" + kLin + R"(",)")));
  add(tenant, rows(row("PRJ-001")), "?editFlag=increment");
  EXPECT_EQ(text(object(tenant, 0).at("name")), "New");
  EXPECT_EQ(text(object(tenant, 0).at("ownerId")), kLin);
  EXPECT_EQ(object(tenant, 0).at("version").as_int64(), 3);
  add(tenant, rows(row("PRJ-001", R"(,")" + kField + R"(amount":"")")), "?editFlag=increment");
  EXPECT_TRUE(object(tenant, 0).at("form").at(kField + "amount").is_null());
  add(tenant, rows(row("PRJ-001")));
  EXPECT_EQ(text(object(tenant, 0).at("name")), "");
  EXPECT_EQ(text(object(tenant, 0).at("ownerId")), "");
  EXPECT_EQ(text(object(tenant, 0).at("id")), "ID01drObjPrj01");
}

TEST(HesiObjects, AreDisabledWhenNobodySaysOtherwise) {
  Tenant tenant;
  add(tenant, rows(row("PRJ-001", "", "")), "?editFlag=increment");
  EXPECT_FALSE(object(tenant, 0).at("active").as_bool());
  auto count = [&](const std::string& query) {
    return tenant.get(kList + kProject + query).at("count").as_int64();
  };
  EXPECT_EQ(count("&active=true"), 0);
  EXPECT_EQ(count("&active="), 1);
  EXPECT_EQ(count(""), 1);
}

TEST(HesiObjects, StopAtABadRowUnlessToldToGoOn) {
  Tenant tenant;
  std::string list = row("PRJ-002") + "," + row("") + "," + row("PRJ-003");
  json::object done = add(tenant, rows(list));
  EXPECT_FALSE(done.at("success").as_bool());
  EXPECT_EQ(done.at("errorMsg").as_array().size(), 3U);
  EXPECT_EQ(tenant.get(kList + kProject).at("count").as_int64(), 2);
  done = add(tenant, rows(list, R"(,"importPart":true)"));
  EXPECT_FALSE(done.at("success").as_bool());
  EXPECT_EQ(done.at("dataLinkIds").as_object().size(), 2U);
  EXPECT_EQ(tenant.get(kList + kProject).at("count").as_int64(), 3);
}

TEST(HesiObjects, SayWhatIsWrongWithARow) {
  Tenant tenant;
  auto fault = [&](const std::string& one) {
    json::object done = add(tenant, rows(one));
    EXPECT_FALSE(done.at("success").as_bool());
    return text(done.at("errorMsg").at(0));
  };
  EXPECT_EQ(fault(row("")), "第1行:code为空");
  EXPECT_EQ(fault(row("P", "", R"("ownerId":"nobody",)")), "第1行:负责人nobody不存在");
  EXPECT_EQ(fault(row("P", R"(,")" + kField + R"(amount":"USD1.00")")), "第1行:币种USD未配置");
  EXPECT_EQ(fault(row("P", R"(,")" + kField + R"(amount":"1.2.3")")), "第1行:金额格式不正确");
  EXPECT_EQ(fault("7"), "第1行:data不能为空");
}

TEST(HesiObjects, RefuseWholeCalls) {
  Tenant tenant;
  EXPECT_EQ(
      message(tenant.call("POST", kAdd, R"({"entityId":"d0a1d000000000000005","dataLinks":[{}]})")),
      "实体已经停用");
  EXPECT_EQ(tenant.call("POST", kAdd, R"({"entityId":"none","dataLinks":[{}]})").status, 400);
  EXPECT_EQ(tenant.call("POST", kAdd, "").status, 400);
  std::string many = row("P");
  for (int i = 0; i < 100; ++i) many += "," + row("P" + std::to_string(i));
  EXPECT_EQ(tenant.call("POST", kAdd, rows(many)).status, 400);
  EXPECT_EQ(tenant.call("GET", kList + "none").status, 400);
  EXPECT_EQ(tenant.get(kList + "d0a1d000000000000005").at("count").as_int64(), 0);
}

}  // namespace
}  // namespace mayday::hesi_test
