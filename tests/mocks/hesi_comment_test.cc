#include <gtest/gtest.h>

#include "hesi_tenant.h"

namespace mayday::hesi_test {
namespace {

Response say(Tenant& tenant, const std::string& flow, const std::string& staff,
             const std::string& words) {
  return tenant.call("POST", "/api/openapi/v2.2/flow/data/comment/$" + flow + "?staffId=" + staff,
                     R"({"name":"freeflow.comment","params":{"comment":")" + words + R"("}})");
}

TEST(HesiComment, IsForTheCreatorAndPastApprovers) {
  Tenant tenant;
  std::string id = commit_claim(tenant, "A", kAda);
  tenant.wait(2s);
  EXPECT_EQ(text(Tenant::object(say(tenant, id, kAda, "hello")).at("id")), "评论成功");
  EXPECT_EQ(message(say(tenant, id, kBoss, "not yet")), "您没有评论权限");
  decide(tenant, id, kBoss);
  tenant.wait(3s);
  std::size_t told = tenant.pushes.size();
  EXPECT_EQ(say(tenant, id, kBoss, "for {" + kQin + "} and {nobody}").status, 200);
  tenant.wait(1s);
  ASSERT_EQ(tenant.pushes.size(), told + 2);
  json::object owner = json::parse(tenant.pushes[told].request.body).as_object();
  json::object named = json::parse(tenant.pushes[told + 1].request.body).as_object();
  EXPECT_EQ(text(owner.at("action")), "freeflow.comment");
  EXPECT_EQ(text(owner.at("userInfo").at("id")), kAda);
  EXPECT_EQ(text(named.at("action")), "freeflow.mention");
  EXPECT_EQ(text(named.at("userInfo").at("id")), kQin);
  EXPECT_EQ(state_of(tenant, id), "paying");
}

TEST(HesiComment, LeavesADocumentInPaymentThere) {
  // Until release 1.18 a comment made the list show such a document as merely payable.
  Tenant tenant;
  EXPECT_EQ(say(tenant, "ID01drFlwProc1", kLin, "when?").status, 200);
  EXPECT_EQ(state_of(tenant, "ID01drFlwProc1"), "PROCESSING");
}

TEST(HesiComment, ThrottlesAPersonOnOneDocument) {
  Tenant tenant;
  std::string id = commit_claim(tenant, "A", kAda);
  std::string other = commit_claim(tenant, "B", kAda);
  EXPECT_EQ(say(tenant, id, kAda, "one").status, 200);
  EXPECT_EQ(say(tenant, other, kAda, "one").status, 200);
  tenant.wait(1s - 1ns);
  EXPECT_EQ(message(say(tenant, id, kAda, "two")), "评论太过频繁");
  tenant.wait(1ns);
  EXPECT_EQ(say(tenant, id, kAda, "two").status, 200);
}

TEST(HesiComment, NamesWhatIsMissing) {
  Tenant tenant;
  std::string id = commit_claim(tenant, "A", kAda);
  EXPECT_EQ(say(tenant, id, "", "x").status, 400);
  EXPECT_EQ(message(say(tenant, id, "nobody", "x")), "员工不存在");
  EXPECT_EQ(message(say(tenant, id, kAda, "")), "评论内容不能为空");
  EXPECT_EQ(message(say(tenant, "ID01nothing", kAda, "x")), "单据不存在");
  const std::string path = "/api/openapi/v2.2/flow/data/comment/$" + id + "?staffId=" + kAda;
  EXPECT_EQ(tenant.call("POST", path, "").status, 412);
  EXPECT_EQ(tenant.call("POST", path, R"({"name":"other","params":{"comment":"x"}})").status, 412);
}

}  // namespace
}  // namespace mayday::hesi_test
