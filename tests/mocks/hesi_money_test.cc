#include <gtest/gtest.h>

#include "hesi_tenant.h"

namespace mayday::hesi_test {
namespace {

constexpr std::string_view kReqForm = "ID01drSpcReq01:58131f999e6dd0ee446dbfc2b9b7992437395501";
constexpr std::string_view kReqLine =
    "Kq7DrillCorp00:hotel:requisition:fdb578a02e9d57b49741073805966a25887b2245";
const std::string kLoan = "/api/openapi/v1/loans/getLoanInfoByFlowId/$";

json::object requisitions(Tenant& tenant, const std::string& staff,
                          const std::string& state = "ALL") {
  return tenant.post(
      "/api/openapi/v1/requisition/getData?start=0&count=10&staffId=" + staff + "&state=" + state,
      "");
}

TEST(HesiRequisitions, ExistOnceTheirDocumentIsApproved) {
  Tenant tenant;
  json::object made =
      tenant.post(kCommit, claim("R", kAda, line(money("9.00"), kReqLine), "", kReqForm));
  std::string id = text(made.at("flow").at("id"));
  tenant.wait(2s);
  const std::string path = "/api/openapi/v1/requisition/$" + id;
  EXPECT_EQ(tenant.call("GET", path).status, 400);
  EXPECT_EQ(requisitions(tenant, kAda).at("count").as_int64(), 0);
  decide(tenant, id, kBoss);
  tenant.wait(3s);
  json::object item = tenant.get(path);  // bare, without "value"
  EXPECT_EQ(text(item.at("flowId")), id);
  EXPECT_EQ(text(item.at("state")), "PROCESS");
  EXPECT_EQ(item.at("requisitionMoney").to_number<double>(), 9.0);
  EXPECT_EQ(item.at("details").as_array().size(), 1U);
  EXPECT_EQ(requisitions(tenant, kAda, "PROCESS").at("count").as_int64(), 1);
  EXPECT_EQ(requisitions(tenant, kAda, "MANUAL_CLOSED").at("count").as_int64(), 0);
}

TEST(HesiRequisitions, CountWhatIsSpentOnThem) {
  Tenant tenant;
  tenant.post(kCommit, claim("A", kLin, line(money("100.00")),
                             R"(,"payeeId":"P","expenseLink":"ID01drFlwReq01")"));
  json::object item = tenant.get("/api/openapi/v1/requisition/$ID01drFlwReq01");
  EXPECT_EQ(item.at("expenseMoneyProcess").to_number<double>(), 100.0);
  EXPECT_EQ(item.at("expenseMoneyDone").to_number<double>(), 0.0);
  EXPECT_EQ(item.at("related").as_array().size(), 2U);
  EXPECT_EQ(tenant
                .call("POST",
                      "/api/openapi/v1/requisition/getData?start=0&count=10&staffId=nobody"
                      "&state=ALL")
                .status,
            400);
}

TEST(HesiLoans, AreRepaidByTheDocumentsThatSettleThem) {
  HesiSettings settings;
  settings.payment_starts_after = 1s;
  Tenant tenant(settings);
  std::string body = claim("A", kAda, line(money("2000.00")));
  body.pop_back();
  body +=
      R"(,"params":{"loanWrittenOff":[{"loanInfoId":"ID01drLoanPkg1","title":"Advance","repaymentDate":1788220800000,"fromApply":false,"flowId":"","hasImported":false,"amount":"2000.00"}]}})";
  std::string id = text(tenant.post(kCommit, body).at("flow").at("id"));
  json::object loan = tenant.get(kLoan + "ID01drFlwLoan1").at("value").as_object();
  EXPECT_EQ(loan.at("reserved").to_number<double>(), 2000.0);
  EXPECT_EQ(loan.at("remain").to_number<double>(), 2000.0);
  EXPECT_EQ(text(loan.at("state")), "REPAID");  // is still to be repaid
  tenant.wait(2s);
  decide(tenant, id, kBoss);
  tenant.wait(5s);
  tenant.post("/api/openapi/v1/paymentResults",
              R"({"items":[{"id":")" + id + R"(","code":"P00001"}]})");
  loan = tenant.get(kLoan + "ID01drFlwLoan1").at("value").as_object();
  EXPECT_EQ(loan.at("remain").to_number<double>(), 0.0);
  EXPECT_EQ(text(loan.at("state")), "PAID");
  tenant.wait(1s);
  EXPECT_EQ(tenant.pushes.back().operation, "outboundRepaymentEvent");
  EXPECT_EQ(text(json::parse(tenant.pushes.back().request.body).at("loanInfoId")),
            "ID01drLoanPkg1");
  EXPECT_EQ(tenant.call("GET", kLoan + id).status, 400);  // an expense is no loan
}

TEST(HesiLoans, HaveAPackageOnceTheyArePaid) {
  HesiSettings settings;
  settings.payment_starts_after = 1s;
  Tenant tenant(settings);
  json::object made = tenant.post(
      kCommit,
      R"({"form":{"title":"Advance","submitterId":")" + kAda +
          R"(","specificationId":"ID01drSpcLoan1:9943b6362538e7d2d0caa2f8a7f18bf228847363",)"
          R"("payeeId":"P","loanMoney":)" +
          money("50.00") + "}}");
  std::string id = text(made.at("flow").at("id"));
  tenant.wait(2s);
  decide(tenant, id, kBoss);
  tenant.wait(5s);
  EXPECT_EQ(tenant.call("GET", kLoan + id).status, 400);
  tenant.post("/api/openapi/v1/paymentResults",
              R"({"items":[{"id":")" + id + R"(","code":"P00001"}]})");
  json::object loan = tenant.get(kLoan + id).at("value").as_object();
  EXPECT_EQ(loan.at("total").to_number<double>(), 50.0);
  EXPECT_EQ(loan.at("repaymentDate").as_int64(), 9007199254740991);  // no date
}

json::object usage(Tenant& tenant, std::size_t node) {
  return tenant.get("/api/openapi/v2/budgets/$ID01drBudget01/query?start=0&count=10")
      .at("value")
      .at("monies")
      .at(node)
      .as_object();
}

TEST(HesiBudgets, AreUsedByDocumentsAsTheyMoveOn) {
  Tenant tenant;
  EXPECT_EQ(usage(tenant, 1).at("confirmedMoney").to_number<double>(), 680.0);
  EXPECT_EQ(usage(tenant, 1).at("occupiedMoney").to_number<double>(), 320.0);
  commit_claim(tenant, "A", kLin);
  commit_claim(tenant, "B", kAda);  // of a department without a budget
  EXPECT_EQ(usage(tenant, 0).at("occupiedMoney").to_number<double>(), 1000.0);
  tenant.post("/api/openapi/v1/paymentResults",
              R"({"items":[{"id":"ID01drFlwProc1","code":"P00001"}]})");
  EXPECT_EQ(usage(tenant, 1).at("confirmedMoney").to_number<double>(), 1000.0);
  const std::string path = "/api/openapi/v2/budgets/$";
  EXPECT_EQ(message(tenant.call("GET", path + "ID01other/query?start=0&count=10")),
            "不存在的预算包");
  json::object leaf = tenant.get(path + "ID01drBudget01/query?start=0&count=10&nodeId=DRN-SALES");
  EXPECT_EQ(leaf.at("value").at("nodes").as_array().size(), 1U);
  EXPECT_EQ(tenant.get("/api/openapi/v2/budgets").at("items").as_array().size(), 1U);
}

TEST(HesiBudgets, HaveTheCheckRejectWhatExceedsThem) {
  Tenant tenant;
  std::string dear =
      text(tenant.post(kCommit, claim("A", kLin, line(money("99000.01")))).at("flow").at("id"));
  EXPECT_EQ(state_of(tenant, dear), "pending");  // the answer came before the check
  tenant.wait(2s);
  EXPECT_EQ(state_of(tenant, dear), "rejected");
  EXPECT_EQ(text(json::parse(tenant.pushes.back().request.body).at("action")), "flow.rejected");
  std::string fits =
      text(tenant.post(kCommit, claim("B", kLin, line(money("99000.00")))).at("flow").at("id"));
  tenant.wait(2s);
  EXPECT_EQ(state_of(tenant, fits), "approving");
}

}  // namespace
}  // namespace mayday::hesi_test
