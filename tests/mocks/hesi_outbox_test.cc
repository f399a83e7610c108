#include <gtest/gtest.h>

#include "hesi_tenant.h"

namespace mayday::hesi_test {
namespace {

json::array log_rows(Tenant& tenant, const std::string& kind = "message",
                     const std::string& to = "1888220800000") {
  return tenant
      .get("/api/openapi/v1/outboundMessageLogs?startDate=1788220800000&endDate=" + to +
           "&messageType=" + kind)
      .at("items")
      .as_array();
}

/// A tenant with one message on its way.
Tenant& told(Tenant& tenant) {
  commit_claim(tenant, "A", kAda);
  tenant.wait(2s);
  EXPECT_EQ(tenant.pushes.size(), 1U);
  return tenant;
}

TEST(HesiDelivery, NamesTheOuterCodeOfTheDocument) {
  Tenant tenant;
  EXPECT_EQ(told(tenant).pushes[0].order, "A");
}

TEST(HesiDelivery, CountsOnlyTheTickedStatuses) {
  for (int status : {204, 200, 201, 302, 500}) {
    Tenant tenant;
    bool good = status == 204 || status == 200;
    EXPECT_EQ(told(tenant).answered(0, Response(status)), good) << status;
    EXPECT_EQ(log_rows(tenant).size(), good ? 0U : 1U) << status;
  }
}

TEST(HesiDelivery, MayNeedAKeywordInTheAnswer) {
  HesiSettings settings;
  settings.approval->keyword = "code=1";
  for (auto [body, good] : {std::pair{R"({"code":1})", true},
                            {R"({"code":"1"})", true},
                            {R"({"code":2})", false},
                            {"code=1", false},
                            {"", false}}) {
    Tenant tenant(settings);
    EXPECT_EQ(told(tenant).answered(0, Response(200, body)), good) << body;
  }
}

TEST(HesiDelivery, IsRepeatedAsConfigured) {
  HesiSettings settings;
  settings.approval->retry_after = {5s, 5s, 5s};
  Tenant tenant(settings);
  EXPECT_EQ(told(tenant).pushes[0].retry_after, (std::vector<Duration>{5s, 5s, 5s}));
}

TEST(HesiDelivery, GoesToTheAddressOfTheReceiver) {
  HesiSettings settings;
  settings.approval->to = *Peer::at("http://127.0.0.1:9/erp/hesi?k=1");
  Tenant tenant(settings);
  EXPECT_EQ(told(tenant).pushes[0].request.target, "/erp/hesi?k=1");
  ASSERT_NE(tenant.pushes[0].to.outside(), nullptr);
}

TEST(HesiDelivery, IsNotTriedWithoutAReceiver) {
  HesiSettings settings;
  settings.approval.reset();
  Tenant tenant(settings);
  commit_claim(tenant, "A", kAda);
  tenant.wait(2s);
  EXPECT_TRUE(tenant.pushes.empty());
}

TEST(HesiOutboundLog, ShowsWhatFailedUntilItGetsThrough) {
  HesiSettings settings;
  settings.approval->retry_after = {5s};
  Tenant tenant(settings);
  EXPECT_FALSE(told(tenant).answered(0, Response(500)));
  json::array rows = log_rows(tenant);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(text(rows[0].at("messageId")), "ID01drMsgAppr1");
  EXPECT_EQ(text(rows[0].at("state")), "FAILURE");
  EXPECT_EQ(text(rows[0].at("nodeName")), "主管审批");
  EXPECT_EQ(rows[0].at("response").at("status").as_int64(), 500);
  EXPECT_EQ(text(rows[0].at("request").at("action")), "backlog.approving");
  EXPECT_TRUE(tenant.answered(0, Response(204), 1));
  EXPECT_TRUE(log_rows(tenant).empty());
}

TEST(HesiOutboundLog, IsReadByKindAndTime) {
  Tenant tenant;
  EXPECT_FALSE(told(tenant).answered(0, CallError::refused));
  EXPECT_EQ(log_rows(tenant).size(), 1U);
  EXPECT_TRUE(log_rows(tenant, "flow").empty());
  EXPECT_TRUE(log_rows(tenant, "other").empty());
  EXPECT_TRUE(log_rows(tenant, "message", "1788220800000").empty());
  EXPECT_TRUE(log_rows(tenant, "message", "soon").empty());
  EXPECT_EQ(tenant.call("GET", "/api/openapi/v1/outboundMessageLogs?startDate=1").status, 404);
}

TEST(HesiOutboundLog, DefaultsToTheRobotsMessages) {
  Tenant tenant;
  tenant.post(kCommit, claim("A", kAda, {}, R"(,"payeeId":"P")",
                             "ID01drSpcBot01:7443e83ad2981f55639d84b20c8a0d641607354c"));
  tenant.wait(2s);
  EXPECT_FALSE(tenant.answered(0, Response(500)));
  json::object page = tenant.get(
      "/api/openapi/v1/outboundMessageLogs?startDate=1788220800000&endDate=1888220800000");
  ASSERT_EQ(page.at("items").as_array().size(), 1U);
  EXPECT_EQ(text(page.at("items").at(0).at("messageType")), "flow");
}

}  // namespace
}  // namespace mayday::hesi_test
