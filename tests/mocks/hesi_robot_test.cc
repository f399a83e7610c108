#include <gtest/gtest.h>

#include "hesi_tenant.h"

namespace mayday::hesi_test {
namespace {

constexpr std::string_view kBotForm = "ID01drSpcBot01:7443e83ad2981f55639d84b20c8a0d641607354c";

/// A claim that waits at the outside system's node; its id.
std::string waiting_claim(Tenant& tenant, const std::string& outer_code = "A") {
  json::object made =
      tenant.post(kCommit, claim(outer_code, kAda, {}, R"(,"payeeId":"P")", kBotForm));
  tenant.wait(2s);
  return text(made.at("flow").at("id"));
}

json::object pushed(const Tenant& tenant) {
  return json::parse(tenant.pushes.back().request.body).as_object();
}

std::string call_back(Tenant& tenant, const std::string& flow, const std::string& node,
                      const std::string& action = "accept",
                      const std::string& sign_key = "Dr1llS1gnK3y", const std::string& more = "") {
  Response answer =
      tenant.call("POST", "/api/outbound/v1/approval",
                  R"({"signKey":")" + sign_key + R"(","flowId":")" + flow + R"(","nodeId":")" +
                      node + R"(","action":")" + action + R"(","comment":"c")" + more + "}");
  EXPECT_EQ(answer.status, 200);
  return text(Tenant::object(answer).at("value").at("code"));
}

TEST(HesiRobot, AsksOutsideAndGoesOnWhenItIsAnswered) {
  Tenant tenant;
  std::string id = waiting_claim(tenant);
  ASSERT_EQ(tenant.pushes.size(), 1U);
  EXPECT_EQ(tenant.pushes.back().operation, "outboundEbotEvent");
  json::object asked = pushed(tenant);
  EXPECT_EQ(text(asked.at("flowId")), id);
  EXPECT_FALSE(asked.contains("action"));
  json::object task = tenant.get("/api/openapi/v1.1/flowDetails/allLogs?flowId=" + id)
                          .at("items")
                          .at(0)
                          .as_object();
  EXPECT_EQ(text(task.at("ownerId")), "ebot");
  EXPECT_EQ(text(task.at("state")), "APPROVING");
  EXPECT_EQ(task.at("nodeId"), asked.at("nodeId"));
  std::string node = text(asked.at("nodeId"));
  EXPECT_EQ(call_back(tenant, id, node, "accept", "wrong"), "401");
  EXPECT_EQ(call_back(tenant, id, "FLOW:1:1"), "412");
  EXPECT_EQ(call_back(tenant, id, node, "shrug"), "400");
  EXPECT_EQ(call_back(tenant, id, node), "204");
  EXPECT_EQ(call_back(tenant, id, node), "412");  // not twice
  tenant.wait(2s);
  EXPECT_EQ(stage_of(tenant, id), "主管审批");
  EXPECT_EQ(text(pushed(tenant).at("userInfo").at("id")), kBoss);
}

TEST(HesiRobot, RefusalGoesToTheSubmitterAndResubmissionAsksAgain) {
  Tenant tenant;
  std::string id = waiting_claim(tenant);
  std::string node = text(pushed(tenant).at("nodeId"));
  EXPECT_EQ(call_back(tenant, id, node, "refuse", "Dr1llS1gnK3y", R"(,"rejectTo":"FLOW:9:9")"),
            "400");
  EXPECT_EQ(call_back(tenant, id, node, "refuse"), "204");
  EXPECT_EQ(state_of(tenant, id), "rejected");
  tenant.post("/api/openapi/v2/flow/data/submitFlow?flowId=" + id,
              R"({"isUrgent":false,"nodes":[{"configNodeId":"ID01drCnBot003","approverId":")" +
                  kBoss + R"("}]})");
  tenant.wait(2s);
  EXPECT_NE(text(pushed(tenant).at("nodeId")), node);  // nodes are new with each submission
  EXPECT_EQ(call_back(tenant, id, node), "412");
  EXPECT_EQ(call_back(tenant, id, text(pushed(tenant).at("nodeId"))), "204");
}

TEST(HesiRobot, CannotBeEditedWhileItWaits) {
  Tenant tenant;
  std::string id = waiting_claim(tenant);
  EXPECT_EQ(tenant
                .call("PUT", "/api/openapi/v2.2/flow/data/$" + id,
                      claim("A", kAda, {}, R"(,"payeeId":"P")", kBotForm))
                .status,
            400);
}

TEST(HesiRobot, WaitsNoLongerThanTheNodeAllows) {
  HesiSettings settings;
  settings.robot_wait = 30s;
  Tenant tenant(settings);
  std::string forgotten = waiting_claim(tenant, "A");
  std::string answered = waiting_claim(tenant, "B");
  EXPECT_EQ(call_back(tenant, answered, text(pushed(tenant).at("nodeId"))), "204");
  tenant.wait(30s);
  EXPECT_EQ(state_of(tenant, forgotten), "rejected");
  EXPECT_EQ(state_of(tenant, answered), "approving");
}

TEST(HesiRobot, IsAskedFourTimesAndThenDoesWhatTheNodeSays) {
  struct Case {
    RobotFallback how;
    const char* state;
    const char* stage;
  };
  for (const Case& one : {Case{RobotFallback::stay, "approving", "外部系统审核"},
                          Case{RobotFallback::agree, "approving", "主管审批"},
                          Case{RobotFallback::reject, "rejected", "拒绝"}}) {
    HesiSettings settings;
    settings.robot_unreached = one.how;
    Tenant tenant(settings);
    std::string id = waiting_claim(tenant);
    // 60, 180 and 600 s after the first failure.
    EXPECT_EQ(tenant.pushes.front().retry_after, (std::vector<Duration>{60s, 120s, 420s}));
    for (std::size_t attempt = 0; attempt < 4; ++attempt)
      EXPECT_FALSE(tenant.answered(0, CallError::timed_out, attempt));
    tenant.wait(2s);
    EXPECT_EQ(state_of(tenant, id), one.state);
    EXPECT_EQ(stage_of(tenant, id), one.stage);
  }
}

TEST(HesiRobot, IsNotAskedForAgainOnceTheDocumentHasLeft) {
  Tenant tenant;
  std::string id = waiting_claim(tenant);
  EXPECT_FALSE(tenant.answered(0, Response(500)));
  EXPECT_EQ(call_back(tenant, id, text(pushed(tenant).at("nodeId"))), "204");
  EXPECT_TRUE(tenant.answered(0, Response(500), 1));  // no further attempt
}

TEST(HesiRobot, TakesWrongCallbacksInItsStride) {
  Tenant tenant;
  for (const char* body : {"", "[]", "{}", R"({"signKey":7,"flowId":[]})"}) {
    Response answer = tenant.call("POST", "/api/outbound/v1/approval", body);
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(text(Tenant::object(answer).at("value").at("code")), "400") << body;
  }
  EXPECT_EQ(tenant.call("POST", "/api/openapi/v1/approval", "{}").status, 404);  // no such alias
}

}  // namespace
}  // namespace mayday::hesi_test
