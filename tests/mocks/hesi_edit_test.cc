#include <gtest/gtest.h>

#include "hesi_tenant.h"

namespace mayday::hesi_test {
namespace {

std::string edit_target(const std::string& id, const std::string& query = "?editFlag=cover") {
  return "/api/openapi/v2.2/flow/data/$" + id + query;
}

std::string draft(Tenant& tenant, const std::string& more = R"(,"payeeId":"P","description":"d")") {
  return text(tenant.post(kCreate, claim("TMC-1", kLin, {}, more)).at("flow").at("id"));
}

json::object form_of(Tenant& tenant, const std::string& id) {
  return tenant.get("/api/openapi/v1.1/flowDetails?flowId=" + id)
      .at("value")
      .at("form")
      .as_object();
}

TEST(HesiUpdateFlow, CoversWhatIsNotSentUnlessItIsAnIncrement) {
  Tenant tenant;
  std::string id = draft(tenant);
  std::string small = R"({"form":{"title":"Renamed","submitterId":")" + kLin +
                      R"(","specificationId":")" + std::string(kTripForm) + R"(","details":[]}})";
  json::object answer = tenant.put(edit_target(id, "?editFlag=increment"), small);
  EXPECT_EQ(text(answer.at("flow").at("form").at("title")), "Renamed");
  json::object form = form_of(tenant, id);
  EXPECT_EQ(text(form.at("description")), "d");
  EXPECT_EQ(text(form.at("outerCode")), "TMC-1");
  EXPECT_EQ(form.at("details").as_array().size(), 1U);  // an increment never touches them
  tenant.put(edit_target(id), claim("", kLin, line(money("20.00"))));
  form = form_of(tenant, id);
  EXPECT_EQ(text(form.at("title")), "Hangzhou trip");
  EXPECT_EQ(text(form.at("payMoney").at("standard")), "20.00");
  EXPECT_FALSE(form.contains("description"));
  EXPECT_EQ(tenant.call("GET", "/api/openapi/v1.1/flowDetails/outerCode?outerCode=TMC-1").status,
            412);
}

TEST(HesiUpdateFlow, SendsADocumentInApprovalThroughTheCheckAgain) {
  // The manager of this template may edit. The document must come back to the same desk as a new
  // task, and the subscriber must be told again.
  Tenant tenant;
  std::string id = commit_claim(tenant, "A", kAda);
  tenant.wait(2s);
  std::size_t told = tenant.pushes.size();
  json::object answer =
      tenant.put(edit_target(id, "?editorId=" + kBoss), claim("A", kAda, line(money("1.00"))));
  EXPECT_EQ(text(answer.at("flow").at("state")), "pending");
  EXPECT_EQ(tenant.call("PUT", edit_target(id), claim("A", kAda)).status, 400);  // while it lasts
  tenant.wait(2s);
  EXPECT_EQ(state_of(tenant, id), "approving");
  EXPECT_EQ(tenant.pushes.size(), told + 1);
  json::object tasks = tenant.get("/api/openapi/v1.1/flowDetails/allLogs?flowId=" + id);
  EXPECT_EQ(tasks.at("count").as_int64(), 4);
  EXPECT_EQ(text(tasks.at("items").at(2).at("state")), "CANCELED");
  decide(tenant, id, kBoss);
  tenant.wait(3s);
  EXPECT_EQ(state_of(tenant, id), "paying");
  EXPECT_EQ(tenant.hesi.books().front().amount.minor, 100);
}

TEST(HesiUpdateFlow, RefusesWhoAndWhatMayNotBeEdited) {
  Tenant tenant;
  std::string id = commit_claim(tenant, "A", kAda);
  tenant.wait(2s);
  EXPECT_EQ(message(tenant.call("PUT", edit_target(id, "?editorId=" + kZhou), claim("A", kAda))),
            "您没有权限执行此操作");
  EXPECT_EQ(tenant.call("PUT", edit_target(id), claim("A", kAda, {}, "")).status, 412);
  EXPECT_EQ(tenant.call("PUT", edit_target(id, "?editFlag=some"), claim("A", kAda)).status, 400);
  EXPECT_EQ(message(tenant.call("PUT", edit_target("ID01nothing"), claim("A"))), "单据不存在");
  EXPECT_EQ(message(tenant.call("PUT", edit_target("ID01drFlwGone1"), claim("A"))), "单据已删除");
  EXPECT_EQ(tenant.call("PUT", edit_target("ID01drFlwPaid1"), claim("B")).status, 400);
  std::string other = draft(tenant);
  EXPECT_EQ(tenant.call("PUT", edit_target(other), claim("A", kLin)).status, 400);  // A's code
  EXPECT_EQ(
      message(tenant.call("PUT", edit_target(other), claim("B", kLin, {}, "", "ID01drSpcTrip1"))),
      "单据模板不存在");
  decide(tenant, id, kBoss);
  tenant.wait(3s);
  EXPECT_EQ(tenant.call("PUT", edit_target(id), claim("A", kAda)).status, 400);  // cashier's node
}

TEST(HesiFlowAction, RetractsUntilAPersonHasActed) {
  Tenant tenant;
  std::string id = commit_claim(tenant, "A", kAda);
  const std::string retract = "/api/openapi/v2.1/flow/data/$" + id + "/retract";
  EXPECT_EQ(tenant.call("POST", retract).status, 403);  // pending
  tenant.wait(2s);
  EXPECT_EQ(text(tenant.post(retract, "").at("flow").at("state")), "draft");
  tenant.wait(2s);
  EXPECT_EQ(text(json::parse(tenant.pushes.back().request.body).at("action")), "freeflow.retract");
  EXPECT_EQ(tenant.get("/api/openapi/v1.1/docs/byFlowId/$" + kBoss).at("count").as_int64(), 0);
  // After "back to an earlier node" a person has acted, and the document is in approval again.
  std::string picked = commit_claim(tenant, "B", kAda);
  tenant.wait(2s);
  decide(tenant, picked, kBoss);
  tenant.wait(3s);
  EXPECT_EQ(tenant.call("POST", "/api/openapi/v2.1/flow/data/$" + picked + "/retract").status, 403);
}

TEST(HesiFlowAction, DeletesDraftsAndRejectedDocumentsOnly) {
  Tenant tenant;
  std::string id = draft(tenant);
  const std::string path = "/api/openapi/v2.1/flow/data/$";
  EXPECT_FALSE(tenant.post(path + id + "/delete", "").at("flow").at("active").as_bool());
  EXPECT_EQ(message(tenant.call("GET", "/api/openapi/v1.1/flowDetails?flowId=" + id)),
            "单据已删除");
  EXPECT_EQ(message(tenant.call("POST", path + id + "/delete")), "单据已删除");
  EXPECT_EQ(stage_of(tenant, id), "已删除");
  EXPECT_TRUE(tenant.hesi.books().empty());
  EXPECT_EQ(tenant.call("POST", path + "ID01drFlwPaid1/delete").status, 403);
  EXPECT_EQ(tenant.call("POST", path + "ID01nothing/delete").status, 412);
  EXPECT_EQ(tenant.call("POST", path + "ID01drFlwPaid1/burn").status, 400);
}

TEST(HesiFlowAction, ReopensAFinishedRequisition) {
  Tenant tenant;
  const std::string path = "/api/openapi/v2.1/flow/data/$ID01drFlwReq01/alter";
  json::object flow = tenant.post(path, "").at("flow").as_object();
  EXPECT_EQ(text(flow.at("state")), "draft");
  EXPECT_EQ(text(flow.at("form").at("alterFlag")), "1");
  EXPECT_EQ(tenant.call("POST", path).status, 400);  // in progress
  EXPECT_EQ(tenant.call("GET", "/api/openapi/v1/requisition/$ID01drFlwReq01").status, 200);
  EXPECT_EQ(tenant.call("POST", "/api/openapi/v2.1/flow/data/$ID01drFlwPaid1/alter").status, 403);
  tenant.post("/api/openapi/v2/flow/data/submitFlow?flowId=ID01drFlwReq01",
              R"({"isUrgent":false,"nodes":[{"configNodeId":"ID01drCnReq002","approverId":")" +
                  kZhou + R"("}]})");
  tenant.wait(2s);
  decide(tenant, "ID01drFlwReq01", kZhou);
  tenant.wait(3s);
  EXPECT_EQ(state_of(tenant, "ID01drFlwReq01"), "paid");
  EXPECT_EQ(text(form_of(tenant, "ID01drFlwReq01").at("alterFlag")), "0");
}

TEST(HesiFlowPlan, ListsTheNodesOfADraft) {
  Tenant tenant;
  json::object made =
      tenant.post(kCreate, claim("P", kLin, {}, R"(,"payeeId":"P")",
                                 "ID01drSpcPick1:fd41347737f62af95806b91793de8ab299a1f295"));
  const std::string path = "/api/openapi/v2/flow/plan/computed/$";
  json::object plan = tenant.get(path + text(made.at("flow").at("id"))).at("value").as_object();
  EXPECT_EQ(text(plan.at("flowPlanConfigId")), "ID01drPlnPick1");
  EXPECT_EQ(text(plan.at("node").at(0).at("type")), "ebot");
  EXPECT_TRUE(plan.at("node").at(0).at("staffIds").is_null());
  EXPECT_EQ(text(plan.at("node").at(1).at("staffIds").at(0)), kZhou);
  EXPECT_EQ(tenant.call("GET", path + "ID01drFlwPaid1").status, 412);
  EXPECT_EQ(message(tenant.call("GET", path + "ID01nothing")), "单据不存在");
}

}  // namespace
}  // namespace mayday::hesi_test
