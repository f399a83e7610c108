#include <gtest/gtest.h>

#include "hesi_tenant.h"

namespace mayday::hesi_test {
namespace {

std::string counters(const json::object& value) {
  std::string out;
  for (const char* name : {"total", "success", "error", "residue"})
    out += text(value.at(name)) + " ";
  return out;
}

json::object details(Tenant& tenant, const std::string& id) {
  return tenant.get("/api/openapi/v1.1/flowDetails?flowId=" + id).at("value").as_object();
}

TEST(HesiApproval, FollowsAClaimFromSubmissionToTheCashier) {
  Tenant tenant;
  std::string id = commit_claim(tenant, "A", kAda);
  EXPECT_EQ(state_of(tenant, id), "pending");
  tenant.wait(2s - 1ns);
  EXPECT_EQ(state_of(tenant, id), "pending");
  tenant.wait(1ns);
  EXPECT_EQ(state_of(tenant, id), "approving");
  Response receipt = decide(tenant, id, kBoss);
  EXPECT_EQ(receipt.body,
            R"({"value":{"total":1,"success":0,"error":0,"residue":1,"errorMsg":null,)"
            R"("lastBacklogId":"","filter":0}})");
  EXPECT_EQ(state_of(tenant, id), "approving");  // only accepted so far
  EXPECT_EQ(counters(result_of(tenant, kBoss)), "1 0 0 1 ");
  tenant.wait(3s);
  EXPECT_EQ(state_of(tenant, id), "paying");
  EXPECT_EQ(counters(result_of(tenant, kBoss)), "1 1 0 0 ");
  json::array logs = details(tenant, id).at("logs").as_array();
  ASSERT_EQ(logs.size(), 2U);
  EXPECT_EQ(text(logs[0].at("action")), "freeflow.submit");
  EXPECT_EQ(text(logs[0].at("nextOperatorId")), "ebot");
  EXPECT_EQ(text(logs[0].at("attributes").at("nextName")), "费用标准检查");
  EXPECT_EQ(text(logs[1].at("action")), "freeflow.agree");
  EXPECT_EQ(text(logs[1].at("operatorId")), kBoss);
  EXPECT_EQ(text(logs[1].at("nextOperatorId")), kQin);
  EXPECT_EQ(text(logs[1].at("state")), "paying");
}

TEST(HesiApproval, ReadsAreRightEvenWhenNobodyAdvancedTheVendor) {
  Tenant tenant;
  std::string id = commit_claim(tenant, "A");
  tenant.now = tenant.now + 2s;  // no advance in between
  EXPECT_EQ(state_of(tenant, id), "approving");
  EXPECT_EQ(tenant.hesi.next_due(), tenant.now);  // the message about it still waits to be fetched
  EXPECT_EQ(tenant.hesi.advance(tenant.now).size(), 1U);
  EXPECT_EQ(tenant.hesi.next_due(), kNever);
}

TEST(HesiApproval, EndsARequisitionAfterTheManager) {
  Tenant tenant;
  json::object made = tenant.post(
      kCommit,
      claim("R", kLin,
            line(money("9.00"),
                 "Kq7DrillCorp00:hotel:requisition:fdb578a02e9d57b49741073805966a25887b2245"),
            "", "ID01drSpcReq01:58131f999e6dd0ee446dbfc2b9b7992437395501"));
  std::string id = text(made.at("flow").at("id"));
  tenant.wait(2s);
  decide(tenant, id, kZhou);
  tenant.wait(5s);
  EXPECT_EQ(state_of(tenant, id), "paid");
  EXPECT_EQ(stage_of(tenant, id), "完成");
  EXPECT_EQ(text(json::parse(tenant.pushes.back().request.body).at("action")), "flow.paid");
}

TEST(HesiApproval, TellsAWrongApproverOnlyInTheResult) {
  Tenant tenant;
  std::string mine = commit_claim(tenant, "A", kAda);
  std::string other = commit_claim(tenant, "B", kLin);
  tenant.wait(2s);
  EXPECT_EQ(decide(tenant, mine + "," + other + ",ID01nothing", kBoss).status, 200);
  tenant.wait(3s);
  json::object result = result_of(tenant, kBoss);
  EXPECT_EQ(counters(result), "3 1 2 0 ");
  EXPECT_EQ(text(result.at("errorMsg").at(0).at("flowId")), other);
  EXPECT_EQ(text(result.at("errorMsg").at(0).at("flowCode")), "B26000011");
  EXPECT_EQ(text(result.at("errorMsg").at(1).at("flowId")), "ID01nothing");
  EXPECT_EQ(state_of(tenant, other), "approving");
}

TEST(HesiApproval, ForgetsAResultAfterAMinute) {
  Tenant tenant;
  std::string id = commit_claim(tenant, "A", kAda);
  EXPECT_EQ(counters(result_of(tenant, kBoss)), "0 0 0 0 ");
  tenant.wait(2s);
  decide(tenant, id, kBoss);
  tenant.wait(60s);
  EXPECT_EQ(counters(result_of(tenant, kBoss)), "1 1 0 0 ");
  tenant.wait(1ns);
  EXPECT_EQ(counters(result_of(tenant, kBoss)), "0 0 0 0 ");
}

TEST(HesiApproval, KeepsOnlyTheLatestBatchOfAPerson) {
  Tenant tenant;
  std::string first = commit_claim(tenant, "A", kAda);
  std::string second = commit_claim(tenant, "B", kAda);
  tenant.wait(2s);
  decide(tenant, first, kBoss);
  tenant.wait(1s);
  decide(tenant, second, kBoss);
  tenant.wait(2s);
  EXPECT_EQ(counters(result_of(tenant, kBoss)), "1 0 0 1 ");
  EXPECT_EQ(state_of(tenant, first), "paying");  // the first batch is carried out all the same
}

TEST(HesiApproval, RefusesWhatCannotBeABatch) {
  Tenant tenant;
  std::string id = commit_claim(tenant, "A", kAda);
  EXPECT_EQ(message(decide(tenant, id, kBoss)), "无待办审批事项");  // still pending
  tenant.wait(2s);
  EXPECT_EQ(message(decide(tenant, "ID01nothing", kBoss)), "无待办审批事项");
  EXPECT_EQ(message(decide(tenant, id, "nobody")), "未设置指定人员");
  EXPECT_EQ(decide(tenant, id, kBoss, R"({"name":"freeflow.shrug"})").status, 400);
  EXPECT_EQ(decide(tenant, id, kBoss, R"({"name":"freeflow.reject"})").status, 400);
  EXPECT_EQ(
      decide(tenant, id, kBoss, R"({"name":"freeflow.reject","resubmitMethod":"LATER"})").status,
      400);
  std::string eleven = id;
  for (int i = 0; i < 10; ++i) eleven += ",ID01x" + std::to_string(i);
  EXPECT_EQ(decide(tenant, eleven, kBoss).status, 400);
  const std::string path = "/api/openapi/v1/backlog/data/[" + id + "]";
  EXPECT_EQ(message(tenant.call("POST", path + "?messageCode=debug&powerCode=TICKET_AUDIT_switch")),
            "未设置指定人员");
  EXPECT_EQ(tenant.call("POST", path + "?messageCode=debug").status, 404);
  EXPECT_EQ(tenant.call("POST", path + "?messageCode=debug&powerCode=other").status, 403);
  EXPECT_EQ(message(tenant.call(
                "GET", "/api/openapi/v1/backlog/data/result?powerCode=TICKET_AUDIT_switch")),
            "未设置指定人员");
}

TEST(HesiApproval, TakesEncodedBracketsAndCommas) {
  Tenant tenant;
  std::string a = commit_claim(tenant, "A", kAda);
  std::string b = commit_claim(tenant, "B", kAda);
  tenant.wait(2s);
  Response receipt =
      tenant.call("POST",
                  "/api/openapi/v1/backlog/data/%5B" + a + "%2C" + b +
                      "%5D?messageCode=debug&powerCode=TICKET_AUDIT_switch",
                  R"({"approveId":")" + kBoss + R"(","action":{"name":"freeflow.agree"}})");
  EXPECT_EQ(counters(Tenant::object(receipt).at("value").as_object()), "2 0 0 2 ");
  json::object states =
      tenant.get("/api/openapi/v2/approveStates/%5B" + a + "%2C" + b + ",ID01nothing%5D");
  EXPECT_EQ(states.at("items").as_array().size(), 2U);
}

TEST(HesiApproval, ARejectedClaimGoesBackAndCanBeSubmittedAgain) {
  Tenant tenant;
  std::string id = commit_claim(tenant, "A", kAda);
  tenant.wait(2s);
  decide(tenant, id, kBoss,
         R"({"name":"freeflow.reject","comment":"why?","resubmitMethod":"FROM_START"})");
  tenant.wait(5s);
  EXPECT_EQ(state_of(tenant, id), "rejected");
  EXPECT_EQ(stage_of(tenant, id), "拒绝");
  EXPECT_EQ(text(details(tenant, id).at("logs").at(1).at("attributes").at("comment")), "why?");
  EXPECT_EQ(tenant.hesi.books().front().state, "rejected");
  const std::string submit = "/api/openapi/v2/flow/data/submitFlow?flowId=" + id;
  std::string nodes =
      R"({"isUrgent":false,"urgentReason":"","nodes":[{"configNodeId":"ID01drCnTrip02","approverId":")" +
      kBoss + R"("}]})";
  json::object again = tenant.post(submit, nodes);
  EXPECT_EQ(text(again.at("flow").at("state")), "pending");
  EXPECT_EQ(tenant.call("POST", submit, nodes).status, 400);  // not a draft any more
  tenant.wait(2s);
  EXPECT_EQ(state_of(tenant, id), "approving");
  decide(tenant, id, kBoss);
  tenant.wait(3s);
  EXPECT_EQ(state_of(tenant, id), "paying");
}

TEST(HesiApproval, NullifiedIsTheEnd) {
  Tenant tenant;
  std::string id = commit_claim(tenant, "A", kAda);
  tenant.wait(2s);
  decide(tenant, id, kBoss, R"({"name":"freeflow.nullify"})");
  tenant.wait(3s);
  EXPECT_EQ(state_of(tenant, id), "nullify");
  EXPECT_EQ(message(decide(tenant, id, kBoss)), "无待办审批事项");
}

TEST(HesiApproveStates, LagASecondBehind) {
  Tenant tenant;
  std::string id = commit_claim(tenant, "A", kAda);
  EXPECT_EQ(stage_of(tenant, id), "尚未提交");
  tenant.wait(3s - 1ns);
  EXPECT_EQ(state_of(tenant, id), "approving");
  EXPECT_EQ(stage_of(tenant, id), "尚未提交");
  tenant.wait(1ns);
  EXPECT_EQ(
      tenant.call("GET", "/api/openapi/v2/approveStates/[" + id + "]").body,
      R"({"items":[{"flowId":")" + id +
          R"(","stageName":"主管审批","operators":[{"id":"Kq7DrillCorp00:ID01estBoss01","name":"博思","code":"E2002"}],"delegateData":[]}]})");
  EXPECT_EQ(stage_of(tenant, "ID01drFlwGone1"), "已删除");
  EXPECT_EQ(stage_of(tenant, "ID01drFlwPaid1"), "完成");
}

TEST(HesiBacklogRows, ShowTheRobotThenThePeople) {
  Tenant tenant;
  std::string id = commit_claim(tenant, "A", kAda);
  tenant.wait(2s);
  json::object logs = tenant.get("/api/openapi/v1.1/flowDetails/allLogs?flowId=" + id);
  EXPECT_EQ(logs.at("count").as_int64(), 2);
  const json::object& manager = logs.at("items").at(0).as_object();
  const json::object& robot = logs.at("items").at(1).as_object();
  EXPECT_EQ(text(manager.at("ownerId")), kBoss);
  EXPECT_EQ(manager.at("logId").as_int64(), -1);
  EXPECT_EQ(text(manager.at("state")), "APPROVING");
  EXPECT_TRUE(manager.at("action").is_null());
  EXPECT_EQ(text(robot.at("ownerId")), "ebot");
  EXPECT_EQ(text(robot.at("state")), "PROCESSED");
  EXPECT_EQ(robot.at("logId").as_int64(), 1);
  EXPECT_EQ(tenant.call("GET", "/api/openapi/v1.1/flowDetails/allLogs?flowId=ID01nothing").status,
            412);
}

}  // namespace
}  // namespace mayday::hesi_test
