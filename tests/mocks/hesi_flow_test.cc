#include <gtest/gtest.h>

#include "hesi_tenant.h"

namespace mayday::hesi_test {
namespace {

int status_of(Tenant& tenant, const std::string& body, const std::string& target = kCreate) {
  return tenant.call("POST", target, body).status;
}

std::string with_form(std::string_view form) {
  return claim("X", kLin, {}, R"(,"payeeId":"P")", form);
}
std::string with_line(std::string_view details) { return claim("X", kLin, details); }

TEST(HesiCreateFlow, SavesADraftThatNobodyHasToActOn) {
  Tenant tenant;
  json::object answer = tenant.post(kCreate, claim("TMC-1"));
  EXPECT_EQ(text(answer.at("value")), "");
  EXPECT_EQ(answer.at("type").as_int64(), -1);
  const json::object& flow = answer.at("flow").as_object();
  EXPECT_TRUE(text(flow.at("id")).starts_with("ID01"));
  EXPECT_EQ(text(flow.at("state")), "draft");
  EXPECT_EQ(text(flow.at("ownerId")), kLin);
  EXPECT_EQ(text(flow.at("ownerDefaultDepartment")), "Kq7DrillCorp00:ID01drDepSale1");
  EXPECT_TRUE(flow.at("logs").as_array().empty());
  EXPECT_EQ(
      json::serialize(flow.at("actions")),
      R"({"Kq7DrillCorp00:ID01drStfLin01":["freeflow.delete","freeflow.edit","freeflow.submit"]})");
  const json::object& form = flow.at("form").as_object();
  EXPECT_EQ(text(form.at("code")), "B26000010");
  EXPECT_EQ(text(form.at("outerCode")), "TMC-1");
  EXPECT_EQ(json::serialize(form.at("payMoney")), money("680.00"));
  EXPECT_EQ(json::serialize(form.at("expenseMoney")), money("680.00"));
  EXPECT_EQ(form.at("expenseDate").as_int64(), 1788220800000);  // came as text
  std::string id = text(flow.at("id"));
  tenant.wait(10s);
  EXPECT_EQ(state_of(tenant, id), "draft");
  EXPECT_EQ(tenant.get("/api/openapi/v1.1/flowDetails/allLogs?flowId=" + id).at("count").as_int64(),
            0);
  EXPECT_TRUE(tenant.pushes.empty());
}

TEST(HesiCreateFlow, SumsDetailsAndKeepsOnlyFieldsThatItKnows) {
  Tenant tenant;
  std::string details =
      line(money("680.00")) + "," + line(R"({"standard":19.9})") + "," + line(R"({"standard":1})");
  json::object answer = tenant.post(
      kCreate,
      claim("", kLin, details, R"(,"payeeId":"P","u_note":[1,{"a":null}],"nonsense":true)"));
  const json::object& form = answer.at("flow").at("form").as_object();
  EXPECT_EQ(text(form.at("payMoney").at("standard")), "700.90");
  EXPECT_EQ(text(form.at("details").at(1).at("feeTypeForm").at("amount").at("standard")), "19.90");
  EXPECT_EQ(json::serialize(form.at("u_note")), R"([1,{"a":null}])");
  EXPECT_FALSE(form.contains("nonsense"));
}

TEST(HesiCreateFlow, RefusesASecondDocumentWithTheSameOuterCode) {
  Tenant tenant;
  ASSERT_EQ(status_of(tenant, claim("TMC-1")), 200);
  EXPECT_EQ(status_of(tenant, claim("TMC-1", kAda)), 400);
  EXPECT_EQ(status_of(tenant, claim("TMC-2")), 200);
  EXPECT_EQ(tenant.hesi.books().size(), 2U);
}

TEST(HesiCreateFlow, ChecksAgainWhenTheWriteIsDone) {
  // Two calls with one outer code pass the first check together, as they do while a fault holds
  // them back before the commit. Only one may become a document.
  Tenant tenant;
  Exchange first =
      tenant.exchange("POST", kCommit + "&accessToken=" + tenant.token(), claim("TMC-1"));
  Exchange second = first;
  Handled one = tenant.hesi.handle(first, tenant.now);
  Handled two = tenant.hesi.handle(second, tenant.now);
  ASSERT_TRUE(one.write && two.write);
  EXPECT_TRUE(tenant.hesi.books().empty());  // nothing is written yet
  EXPECT_EQ(one.write(tenant.now, Commit::whole).status, 200);
  EXPECT_EQ(two.write(tenant.now + 30s, Commit::whole).status, 400);
  EXPECT_EQ(tenant.hesi.books().size(), 1U);
}

TEST(HesiCreateFlow, TakesOnlyTheNewestTemplates) {
  Tenant tenant;
  EXPECT_EQ(message(tenant.call("POST", kCreate, with_form("ID01drSpcTrip1"))), "单据模板不存在");
  EXPECT_EQ(message(tenant.call("POST", kCreate, with_form("ID01drNoSuch01:0"))), "单据模板不存在");
  Response old = tenant.call("POST", kCreate,
                             with_form("ID01drSpcTrip1:981ed08e03c924628e93f73fb1111a985ddca2da"));
  EXPECT_EQ(old.status, 400);
  EXPECT_NE(message(old), "单据模板不存在");
  for (const char* spec :
       {"Kq7DrillCorp00:hotel:expense:0bb10adf152460eee244b3ad17efd1dfe7d889d9",
        "Kq7DrillCorp00:hotel:requisition:fdb578a02e9d57b49741073805966a25887b2245",
        "Kq7DrillCorp00:hotel", ""})
    EXPECT_EQ(status_of(tenant, with_line(line(money("1.00"), spec))), 400) << spec;
}

TEST(HesiCreateFlow, NamesWhatIsMissing) {
  Tenant tenant;
  for (const char* body : {"", "null", "{}", R"({"form":{}})", R"({"form":[]})", "{\"form\":"})
    EXPECT_EQ(status_of(tenant, body), 400) << body;
  std::string untitled = claim("X");
  untitled.replace(untitled.find("Hangzhou trip"), 13, "");
  EXPECT_EQ(message(tenant.call("POST", kCreate, untitled)), "必填字段[标题]没有值");
  std::string nothing_bought = claim("X");
  std::size_t from = nothing_bought.find("\"details\":[") + 11;
  nothing_bought.erase(from, nothing_bought.rfind(']') - from);
  EXPECT_EQ(message(tenant.call("POST", kCreate, nothing_bought)), "必填字段[费用明细]没有值");
  EXPECT_EQ(status_of(tenant, with_line("7")), 400);
  EXPECT_TRUE(tenant.hesi.books().empty());
}

TEST(HesiCreateFlow, NeedsAPayeeOnlyToSubmit) {
  Tenant tenant;
  EXPECT_EQ(status_of(tenant, claim("TMC-1", kLin, {}, ""), kCommit), 400);
  EXPECT_TRUE(tenant.hesi.books().empty());
  EXPECT_EQ(status_of(tenant, claim("TMC-1", kLin, {}, "")), 200);
}

TEST(HesiCreateFlow, KeepsTheDraftOfAFailedSubmissionOnlyWhenAsked) {
  Tenant tenant;
  std::string picked = claim("TMC-1", kLin, {}, R"(,"payeeId":"P")",
                             "ID01drSpcPick1:fd41347737f62af95806b91793de8ab299a1f295");
  EXPECT_EQ(status_of(tenant, picked, kCommit), 400);
  EXPECT_TRUE(tenant.hesi.books().empty());
  EXPECT_EQ(status_of(tenant, picked, kCommit + "&isUpdate=true"), 400);
  ASSERT_EQ(tenant.hesi.books().size(), 1U);
  EXPECT_EQ(state_of(tenant, tenant.hesi.books().front().id), "draft");
}

TEST(HesiCreateFlow, KnowsWhoMaySubmitWhat) {
  Tenant tenant;
  for (const char* who :
       {"Kq7DrillCorp00:ID01drStfGone1", "Kq7DrillCorp00:ID01drStfIdle1", "nobody"})
    EXPECT_EQ(status_of(tenant, claim("X", who)), 400) << who;
  std::string vip = "ID01drSpcVip01:ded8a757acb2adf77567442ef55750817e862212";
  EXPECT_EQ(status_of(tenant, claim("X", kLin, {}, "", vip)), 412);
  EXPECT_EQ(status_of(tenant, claim("X", kZhou, {}, "", vip)), 200);
}

TEST(HesiCreateFlow, ChecksMoney) {
  Tenant tenant;
  EXPECT_EQ(status_of(tenant, with_line(line(R"("680.00")"))), 412);
  EXPECT_EQ(status_of(tenant, with_line(line(R"({"standard":"six"})"))), 412);
  EXPECT_EQ(status_of(tenant, with_line(line(R"({"standard":"1.005"})"))), 412);
  EXPECT_EQ(status_of(tenant, with_line(line(R"({"standard":0.001})"))), 412);
  EXPECT_EQ(status_of(tenant, with_line(line(R"({"standard":"0.00"})"))), 400);
  EXPECT_EQ(status_of(tenant, with_line(line(R"({"standard":"1000000000.01"})"))), 400);
  EXPECT_EQ(status_of(tenant, claim("X", kLin, {}, R"(,"payMoney":)" + money("1.00"))), 412);
  EXPECT_EQ(status_of(tenant, claim("X", kLin, {}, R"(,"payMoney":)" + money("680.00"))), 200);
}

TEST(HesiCreateFlow, ChecksForeignMoneyToTheCent) {
  Tenant tenant;
  std::string foreign =
      R"(,"foreign":"100.00","foreignNumCode":"840","foreignScale":2,"foreignStrCode":"USD",)"
      R"("foreignSymbol":"$","foreignUnit":"美元","rate":"7.1234","sysRate":"7.1"})";
  EXPECT_EQ(status_of(tenant, with_line(line(R"({"standard":"712.34")" + foreign))), 200);
  EXPECT_EQ(status_of(tenant, claim("Y", kLin, line(R"({"standard":"712.35")" + foreign))), 412);
  EXPECT_EQ(
      status_of(tenant, claim("Y", kLin, line(R"({"standard":"712.34","foreign":"100.00"})"))),
      412);
}

TEST(HesiCreateFlow, TakesEveryKindOfDocumentOfTheTenant) {
  Tenant tenant;
  std::string loan =
      R"({"form":{"title":"Advance","submitterId":")" + kLin +
      R"(","specificationId":"ID01drSpcLoan1:9943b6362538e7d2d0caa2f8a7f18bf228847363","payeeId":"P")";
  EXPECT_EQ(status_of(tenant, loan + "}}"), 400);
  json::object lent = tenant.post(kCommit, loan + R"(,"loanMoney":)" + money("2000") + "}}");
  EXPECT_EQ(text(lent.at("flow").at("formType")), "loan");
  EXPECT_EQ(text(lent.at("flow").at("form").at("loanMoney").at("standard")), "2000.00");
  EXPECT_TRUE(text(lent.at("flow").at("form").at("code")).starts_with("J26"));
  json::object asked = tenant.post(
      kCommit,
      claim("R", kLin,
            line(money("1500.00"),
                 "Kq7DrillCorp00:hotel:requisition:fdb578a02e9d57b49741073805966a25887b2245"),
            "", "ID01drSpcReq01:58131f999e6dd0ee446dbfc2b9b7992437395501"));
  EXPECT_EQ(text(asked.at("flow").at("form").at("requisitionMoney").at("standard")), "1500.00");
}

TEST(HesiCreateFlow, WritesOffOnlyLoansThatExist) {
  Tenant tenant;
  auto body = [](const char* loan) {
    std::string whole = claim("X");
    whole.pop_back();
    return whole + R"(,"params":{"loanWrittenOff":[{"loanInfoId":")" + loan +
           R"(","title":"Advance","repaymentDate":1788220800000,"fromApply":false,"flowId":"","hasImported":false,"amount":"1.00"}]}})";
  };
  EXPECT_EQ(status_of(tenant, body("ID01drNoLoan1")), 400);
  EXPECT_EQ(status_of(tenant, body("ID01drLoanPkg1")), 200);
}

TEST(HesiDetail, IsFoundThreeWaysAndSaysWhyNot) {
  Tenant tenant;
  json::object made = tenant.post(kCreate, claim("TMC 1"));
  std::string id = text(made.at("flow").at("id"));
  std::string by_id = tenant.call("GET", "/api/openapi/v1.1/flowDetails?flowId=" + id).body;
  EXPECT_EQ(tenant.call("GET", "/api/openapi/v1.1/flowDetails/byCode?code=B26000010").body, by_id);
  EXPECT_EQ(tenant.call("GET", "/api/openapi/v1.1/flowDetails/outerCode?outerCode=TMC%201").body,
            by_id);
  Response unknown = tenant.call("GET", "/api/openapi/v1.1/flowDetails/byCode?code=B1");
  EXPECT_EQ(unknown.status, 412);
  EXPECT_EQ(message(unknown), "单据不存在");
  EXPECT_EQ(message(tenant.call("GET", "/api/openapi/v1.1/flowDetails?flowId=ID01drFlwGone1")),
            "单据已删除");
  EXPECT_EQ(tenant.call("GET", "/api/openapi/v1.1/flowDetails").status, 404);
}

TEST(HesiDetail, OfTheFixturesIsAsTheContractSays) {
  Tenant tenant;
  EXPECT_EQ(state_of(tenant, "ID01drFlwPaid1"), "paid");
  EXPECT_EQ(state_of(tenant, "ID01drFlwProc1"), "PROCESSING");
  EXPECT_EQ(state_of(tenant, "ID01drFlwReq01"), "paid");
  EXPECT_EQ(state_of(tenant, "ID01drFlwLoan1"), "paid");
  json::object paid = tenant.get("/api/openapi/v1.1/flowDetails/byCode?code=B26000001");
  EXPECT_EQ(text(paid.at("value").at("form").at("payMoney").at("standard")), "680.00");
  EXPECT_EQ(paid.at("value").at("logs").as_array().size(), 4U);
  EXPECT_TRUE(tenant.hesi.books().empty());
  EXPECT_EQ(tenant.hesi.next_due(), kNever);
}

}  // namespace
}  // namespace mayday::hesi_test
