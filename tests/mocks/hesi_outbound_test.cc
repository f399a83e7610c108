#include <gtest/gtest.h>

#include <map>

#include "hesi_tenant.h"

namespace mayday::hesi_test {
namespace {

std::vector<std::string> actions(const Tenant& tenant, const std::string& id) {
  std::vector<std::string> all;
  for (const Push& push : tenant.pushes)
    if (push.subject == id) all.push_back(text(json::parse(push.request.body).at("action")));
  return all;
}

TEST(HesiOutbound, TellsTheDeskAtEachHumanNode) {
  Tenant tenant;
  std::string id = commit_claim(tenant, "A", kAda);
  tenant.wait(2s);
  ASSERT_EQ(tenant.pushes.size(), 1U);
  const Push& push = tenant.pushes.front();
  EXPECT_EQ(push.to.member(), Member::desk);
  EXPECT_EQ(push.to.outside(), nullptr);
  EXPECT_EQ(push.operation, "outboundApprovalEvent");
  EXPECT_EQ(push.request.method, "POST");
  EXPECT_EQ(push.request.target, "/hooks/hesi");
  EXPECT_EQ(push.person, kAda);
  EXPECT_EQ(push.subject, id);
  EXPECT_TRUE(push.retry_after.empty());
  json::object message = json::parse(push.request.body).as_object();
  EXPECT_EQ(text(message.at("flowId")), id);
  EXPECT_EQ(text(message.at("action")), "backlog.approving");
  EXPECT_EQ(text(message.at("actionName")), "待审批");
  EXPECT_EQ(text(message.at("userInfo").at("id")), kBoss);
  EXPECT_EQ(text(message.at("userInfo").at("name")), "博思");
  EXPECT_EQ(text(message.at("state")), "approving");
  json::object logs = tenant.get("/api/openapi/v1.1/flowDetails/allLogs?flowId=" + id);
  EXPECT_EQ(message.at("backlogId"), logs.at("items").at(0).at("id"));
  EXPECT_EQ(message.at("nodeId"), logs.at("items").at(0).at("nodeId"));
}

TEST(HesiOutbound, KeepsADocumentsOrder) {
  Tenant tenant;
  std::string id = commit_claim(tenant, "A", kAda);
  std::string rejected = commit_claim(tenant, "B", kAda);
  tenant.wait(2s);
  decide(tenant, id, kBoss);
  tenant.wait(1s);
  decide(tenant, rejected, kBoss, R"({"name":"freeflow.reject","resubmitMethod":"TO_REJECTOR"})");
  tenant.wait(10s);
  EXPECT_EQ(actions(tenant, id), (std::vector<std::string>{"backlog.approving", "backlog.paying"}));
  EXPECT_EQ(actions(tenant, rejected),
            (std::vector<std::string>{"backlog.approving", "flow.rejected"}));
  json::object last = json::parse(tenant.pushes.back().request.body).as_object();
  EXPECT_EQ(text(last.at("userInfo").at("id")), kAda);  // the submitter learns of it
  EXPECT_EQ(text(last.at("state")), "rejected");
}

TEST(HesiOutbound, IsDueWhenItHappenedAndSentOnce) {
  Tenant tenant;
  commit_claim(tenant, "A", kAda);
  EXPECT_EQ(tenant.hesi.next_due(), tenant.now + 2s);
  EXPECT_TRUE(tenant.hesi.advance(tenant.now + 1s).empty());
  EXPECT_EQ(tenant.hesi.advance(tenant.now + 2s).size(), 1U);
  EXPECT_TRUE(tenant.hesi.advance(tenant.now + 2s).empty());
}

TEST(HesiBooks, HaveOneEntryForEachDocumentOfTheDrill) {
  Tenant tenant;
  std::string open = commit_claim(tenant, "A", kAda);
  std::string agreed = commit_claim(tenant, "B", kAda);
  std::string nameless = commit_claim(tenant, "", kAda);
  tenant.wait(2s);
  decide(tenant, agreed, kBoss);
  tenant.wait(3s);
  std::vector<BookEntry> books = tenant.hesi.books();
  ASSERT_EQ(books.size(), 3U);
  EXPECT_EQ(books[0].what, "claim");
  EXPECT_EQ(books[0].key, "A");
  EXPECT_EQ(books[0].id, open);
  EXPECT_EQ(books[0].state, "open");
  EXPECT_EQ(books[0].amount, (Money{68000, "CNY"}));
  EXPECT_EQ(books[1].state, "approved");
  EXPECT_EQ(books[2].key, nameless);
}

TEST(HesiIdentify, NamesTheOperationThePersonAndWhetherItWrites) {
  Tenant tenant;
  std::string id = commit_claim(tenant, "A", kAda);
  struct Row {
    const char* method;
    std::string target, body, operation, person;
    bool write;
  };
  const std::vector<Row> rows{
      {"POST", "/api/openapi/v1/auth/getAccessToken", std::string(kKeys), "getAccessToken", "",
       false},
      {"POST", "/api/openapi/v1/staffs/getStaffIds", R"({"type":"CODE","conditionIds":["E2001"]})",
       "findStaffs", kAda, false},
      {"POST", "/api/openapi/v1/staffs/getStaffIds",
       R"({"type":"STAFFID","conditionIds":[")" + kAda + R"("]})", "findStaffs", kAda, false},
      {"POST", kCommit, claim("B", kAda), "createFlow", kAda, true},
      {"POST", "/api/openapi/v2/flow/data/submitFlow?flowId=" + id, "{}", "submitFlow", kAda, true},
      {"GET", "/api/openapi/v1.1/flowDetails?flowId=" + id, "", "getFlowById", kAda, false},
      {"GET", "/api/openapi/v1.1/flowDetails/byCode?code=B26000010", "", "getFlowByCode", kAda,
       false},
      {"GET", "/api/openapi/v1.1/flowDetails/outerCode?outerCode=A", "", "getFlowByOuterCode", kAda,
       false},
      {"GET", "/api/openapi/v1.1/docs/getApplyList?uid=" + kAda, "", "listFlows", kAda, false},
      {"GET", "/api/openapi/v1.1/docs/byFlowId/$" + kBoss, "", "listApproverBacklog", kBoss, false},
      {"POST", "/api/openapi/v1/backlog/data/[" + id + "]", R"({"approveId":")" + kBoss + R"("})",
       "approveFlows", kBoss, true},
      {"GET", "/api/openapi/v1/backlog/data/result?approveId=" + kBoss, "", "getApprovalResult",
       kBoss, false},
      {"GET", "/api/openapi/v1.1/flowDetails?flowId=ID01nothing", "", "getFlowById", "", false}};
  for (const Row& row : rows) {
    Exchange x = tenant.exchange(row.method, row.target, row.body);
    EXPECT_EQ(x.operation, row.operation) << row.target;
    EXPECT_EQ(x.person, row.person) << row.target;
    EXPECT_EQ(x.write, row.write) << row.target;
  }
  EXPECT_EQ(tenant.exchange("GET", "/nowhere").route, -1);
}

TEST(HesiFailure, SpeaksInTheVendorsOwnForms) {
  Tenant tenant;
  Exchange x = tenant.exchange("GET", "/api/openapi/v1/corporations");
  EXPECT_EQ(message(tenant.hesi.failure(x, 403)), "未授权");
  EXPECT_EQ(text(Tenant::object(tenant.hesi.failure(x, 404)).at("servlet")), "openapi-servlet");
  EXPECT_EQ(Tenant::object(tenant.hesi.failure(x, 500)).at("errorCode").as_int64(), 500);
  EXPECT_EQ(tenant.hesi.failure(x, 503).status, 503);
  EXPECT_EQ(tenant.hesi.failure(x, 504).headers.get("content-type"), "text/plain;charset=UTF-8");
}

}  // namespace
}  // namespace mayday::hesi_test
