#include <gtest/gtest.h>

#include "hesi_tenant.h"

namespace mayday::hesi_test {
namespace {

const std::string kSubmit = "/api/openapi/v2/flow/data/submitFlow?flowId=";

/// A draft whose manager must be chosen.
std::string draft(Tenant& tenant, const std::string& submitter = kLin) {
  return text(tenant
                  .post(kCreate, claim("P", submitter, {}, R"(,"payeeId":"P")",
                                       "ID01drSpcPick1:fd41347737f62af95806b91793de8ab299a1f295"))
                  .at("flow")
                  .at("id"));
}

std::string nodes(const std::string& list) {
  return R"({"isUrgent":false,"nodes":[)" + list + "]}";
}
std::string pick(const std::string& approver) {
  return R"({"configNodeId":"ID01drCnPick02","approverId":")" + approver + R"("})";
}

TEST(HesiSubmitFlow, SendsADraftToTheChosenApprover) {
  Tenant tenant;
  std::string id = draft(tenant);
  json::object answer = tenant.post(kSubmit + id, nodes(pick(kZhou)));
  EXPECT_EQ(text(answer.at("flow").at("state")), "pending");
  tenant.wait(3s);
  EXPECT_EQ(stage_of(tenant, id), "直属主管");
  decide(tenant, id, kZhou);
  tenant.wait(5s);
  EXPECT_EQ(stage_of(tenant, id), "出纳支付");
}

TEST(HesiSubmitFlow, RefusesWhoIsNoCandidate) {
  Tenant tenant;
  std::string id = draft(tenant);
  EXPECT_EQ(tenant.call("POST", kSubmit + id, nodes(pick(kQin))).status, 400);
  EXPECT_EQ(tenant.call("POST", kSubmit + id, nodes(pick(""))).status, 400);
  EXPECT_EQ(tenant.call("POST", kSubmit + id, nodes(R"({"configNodeId":"ID01other"})")).status,
            400);
  EXPECT_EQ(tenant.call("POST", kSubmit + id, nodes(R"({"configNodeId":"ID01drCnPick03"})")).status,
            400);
  EXPECT_EQ(tenant.call("POST", kSubmit + id, nodes("")).status, 400);
  EXPECT_EQ(tenant.call("POST", kSubmit + id, "").status, 400);
  EXPECT_EQ(tenant.call("POST", kSubmit + "ID01nothing", nodes(pick(kZhou))).status, 400);
  EXPECT_EQ(state_of(tenant, id), "draft");
}

TEST(HesiSubmitFlow, TakesTheDepartmentsManagerAsCandidate) {
  Tenant tenant;
  std::string id = draft(tenant, kAda);
  EXPECT_EQ(tenant.call("POST", kSubmit + id, nodes(pick(kZhou))).status, 400);
  EXPECT_EQ(tenant.call("POST", kSubmit + id, nodes(pick(kBoss))).status, 200);
}

TEST(HesiSubmitFlow, LosesTheApproverOfANodeThatIsLeftOut) {
  Tenant tenant;
  std::string id = text(tenant.post(kCreate, claim("T", kAda)).at("flow").at("id"));
  tenant.post(kSubmit + id, nodes(R"({"configNodeId":"ID01drCnTrip01"})"));
  tenant.wait(3s);
  EXPECT_EQ(stage_of(tenant, id), "主管审批");
  EXPECT_TRUE(tenant.pushes.empty());
  decide(tenant, id, kBoss);
  tenant.wait(3s);
  EXPECT_EQ(result_of(tenant, kBoss).at("error").as_int64(), 1);
  EXPECT_EQ(state_of(tenant, id), "approving");
}

TEST(HesiSubmitFlow, ChecksAgainWhenTheWriteIsDone) {
  Tenant tenant;
  std::string id = draft(tenant);
  Exchange x =
      tenant.exchange("POST", kSubmit + id + "&accessToken=" + tenant.token(), nodes(pick(kZhou)));
  Handled one = tenant.hesi.handle(x, tenant.now);
  Handled two = tenant.hesi.handle(x, tenant.now);
  EXPECT_EQ(one.write(tenant.now, Commit::whole).status, 200);
  EXPECT_EQ(two.write(tenant.now, Commit::whole).status, 400);
}

}  // namespace
}  // namespace mayday::hesi_test
