#include <gtest/gtest.h>

#include "hesi_tenant.h"

namespace mayday::hesi_test {
namespace {

const std::string kResults = "/api/openapi/v1/paymentResults";
const std::string kVoucher = "/api/openapi/v2.1/flow/data/erpVoucher";

std::string result(const std::string& id, const std::string& code) {
  return R"({"id":")" + id + R"(","code":")" + code + R"(","errorMsg":"bank closed"})";
}

std::string codes(Tenant& tenant, const std::string& items) {
  std::string out;
  json::object answer = tenant.post(kResults, R"({"items":[)" + items + "]}");
  for (const json::value& item : answer.at("items").as_array()) out += text(item.at("code")) + " ";
  return out;
}

TEST(HesiPaymentResults, HaveACodeForEachDocument) {
  Tenant tenant;
  std::string open = commit_claim(tenant, "A");
  EXPECT_EQ(codes(tenant, result("ID01nothing", "P1") + "," + result("ID01nothing", "P00001") +
                              "," + result("ID01drFlwPaid1", "P00001") + "," +
                              result(open, "P00001") + ",7," + result("ID01drFlwProc1", "P00001")),
            "R00005 R00001 R00002 R00003 R00006 R00000 ");
  EXPECT_EQ(state_of(tenant, "ID01drFlwProc1"), "paid");
  EXPECT_EQ(codes(tenant, result("ID01drFlwProc1", "P00001")), "R00002 ");  // a repeat
  tenant.wait(1s);
  EXPECT_EQ(text(json::parse(tenant.pushes.front().request.body).at("action")), "flow.paid");
}

TEST(HesiPaymentResults, BringAFailedPaymentBackToTheCashier) {
  Tenant tenant;
  EXPECT_EQ(codes(tenant, result("ID01drFlwProc1", "P00002")), "R00000 ");
  json::object flow =
      tenant.get("/api/openapi/v1.1/flowDetails?flowId=ID01drFlwProc1").at("value").as_object();
  EXPECT_EQ(text(flow.at("state")), "paying");
  const json::array& logs = flow.at("logs").as_array();
  EXPECT_EQ(text(logs.at(logs.size() - 1).at("attributes").at("failureReason")), "bank closed");
  EXPECT_EQ(codes(tenant, result("ID01drFlwProc1", "P00001")), "R00003 ");
}

TEST(HesiPaymentResults, AnswerGarbageWithACodeToo) {
  Tenant tenant;
  for (const char* body : {"", "[]", "{}", R"({"items":[]})", R"({"items":7})"}) {
    Response answer = tenant.call("POST", kResults, body);
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(text(Tenant::object(answer).at("items").at(0).at("code")), "R00006") << body;
  }
}

TEST(HesiPayment, GoesItsWholeWayWhenTheCashierActs) {
  HesiSettings settings;
  settings.payment_starts_after = 10s;
  settings.archived_after = 1h;
  Tenant tenant(settings);
  std::string id = commit_claim(tenant, "A", kAda);
  tenant.wait(2s);
  decide(tenant, id, kBoss);
  tenant.wait(3s);
  EXPECT_EQ(state_of(tenant, id), "paying");
  tenant.wait(10s);
  EXPECT_EQ(state_of(tenant, id), "PROCESSING");
  EXPECT_EQ(codes(tenant, result(id, "P00002")), "R00000 ");
  tenant.wait(10s);  // the cashier tries again
  EXPECT_EQ(codes(tenant, result(id, "P00001")), "R00000 ");
  EXPECT_EQ(state_of(tenant, id), "paid");
  tenant.wait(1h);
  EXPECT_EQ(state_of(tenant, id), "archived");
  EXPECT_EQ(tenant.hesi.books().front().state, "approved");
}

TEST(HesiVoucher, IsKeptForPaidDocumentsOnlyAndTakenAwayWhenEmpty) {
  Tenant tenant;
  auto voucher = [](const std::string& id, const std::string& number) {
    return R"({"voucher":[{"flowId":")" + id + R"(","voucherNo":")" + number +
           R"(","voucherCreateTime":"1788220800000"}]})";
  };
  auto form = [&] {
    return tenant.get("/api/openapi/v1.1/flowDetails?flowId=ID01drFlwPaid1")
        .at("value")
        .at("form")
        .as_object();
  };
  EXPECT_EQ(text(form().at("voucherStatus")), "未生成");
  EXPECT_TRUE(tenant.put(kVoucher, voucher("ID01drFlwPaid1", "2026001")).at("value").as_bool());
  EXPECT_EQ(text(form().at("voucherNo")), "2026001");
  EXPECT_EQ(form().at("voucherCreateTime").as_int64(), 1788220800000);
  EXPECT_EQ(text(form().at("voucherStatus")), "已生成");
  tenant.put(kVoucher, voucher("ID01drFlwPaid1", ""));
  EXPECT_FALSE(form().contains("voucherNo"));
  EXPECT_EQ(message(tenant.call("PUT", kVoucher, voucher("ID01drFlwProc1", "1"))),
            "单据ID01drFlwProc1未支付");
  EXPECT_EQ(tenant.call("PUT", kVoucher, voucher("ID01nothing", "1")).status, 412);
  EXPECT_EQ(tenant.call("PUT", kVoucher, R"({"voucher":[]})").status, 400);
}

TEST(HesiVoucher, RefusesAWholeBatchForOneBadRow) {
  Tenant tenant;
  std::string rows =
      R"({"voucher":[{"flowId":"ID01drFlwPaid1","voucherNo":"1","voucherCreateTime":1},)"
      R"({"flowId":"ID01drFlwProc1","voucherNo":"2","voucherCreateTime":1}]})";
  EXPECT_EQ(tenant.call("PUT", kVoucher, rows).status, 400);
  EXPECT_FALSE(tenant.get("/api/openapi/v1.1/flowDetails?flowId=ID01drFlwPaid1")
                   .at("value")
                   .at("form")
                   .as_object()
                   .contains("voucherNo"));
}

TEST(HesiPayees, ShowDisabledAccountsOnlyWhenAskedForByName) {
  Tenant tenant;
  auto ids = [&](const std::string& query) {
    std::string out;
    json::object page = tenant.get("/api/openapi/v2.1/payeeInfos?start=0&count=10&" + query);
    for (const json::value& item : page.at("items").as_array()) out += text(item.at("id")) + " ";
    return out;
  };
  EXPECT_EQ(ids("ids=&names=&cardNos="), "ID01drPayee001 ");
  EXPECT_EQ(ids("ids=&names=&cardNos=&active=false"), "");
  EXPECT_EQ(ids("ids=ID01drPayee002&names=&cardNos=&active=false"), "ID01drPayee002 ");
  EXPECT_EQ(ids("ids=ID01drPayee002&names=&cardNos=6200000000000001"), "ID01drPayee001 ");
  Response lacking = tenant.call("GET", "/api/openapi/v2.1/payeeInfos?ids=&start=0&count=10");
  EXPECT_EQ(lacking.status, 404);
  EXPECT_EQ(text(Tenant::object(lacking).at("status")), "404");
}

}  // namespace
}  // namespace mayday::hesi_test
