#include "hesi_documents.h"

#include <boost/json/serialize.hpp>

#include "answers.h"
#include "company.h"
#include "mayday/world/router.h"

namespace mayday {
namespace {

constexpr std::string_view kPower = "&powerCode=TICKET_AUDIT_switch";

/// Milliseconds since 1970 of "2026-03-02"; negative when that is no date.
std::int64_t date_ms(const std::string& date) {
  return parse_rfc3339(date + "T00:00:00Z").count() * 1000;
}

json::object hesi_money(const Money& amount) {
  json::object money;
  money["standard"] = decimal(amount);
  money["standardUnit"] = "元";
  money["standardScale"] = 2;
  money["standardSymbol"] = "¥";
  money["standardNumCode"] = "156";
  money["standardStrCode"] = "CNY";
  return money;
}

std::string flow_body(const Claim& claim) {
  json::object fee;
  fee["amount"] = hesi_money(claim.amount);
  fee["feeDate"] = date_ms(claim.date);
  fee["consumptionReasons"] = claim.title;
  fee["invoiceForm"] = json::object{{"type", "noExist"}};
  json::object detail;
  detail["feeTypeId"] = company::kHotelFee;
  detail["specificationId"] = company::kHotelFeeTemplate;
  detail["feeTypeForm"] = std::move(fee);
  json::object form;
  form["outerCode"] = claim.order;
  form["title"] = claim.title;
  form["submitterId"] = claim.staff;
  form["specificationId"] = company::kExpenseTemplate;
  form["expenseDate"] = date_ms(claim.date);
  form["expenseDepartment"] = claim.department;
  form["payeeId"] = company::kPayee;
  form["details"] = json::array{std::move(detail)};
  json::object body;
  body["form"] = std::move(form);
  return json::serialize(body);
}

Document document_in(const json::value& value) {
  Document document;
  document.order = text_in(member_of(value, "form"), "outerCode");
  document.flow = text_in(value, "id");
  document.state = text_in(value, "state");
  if (!document.flow.empty()) document.lookup = Lookup::found;
  return document;
}

DocumentPage page_in(const Answer& got) {
  DocumentPage page;
  const json::array* items = member_of(got.body(), "items").if_array();
  page.good = got.good() && items;
  if (!page.good) return page;
  for (const json::value& item : *items) page.documents.push_back(document_in(item));
  return page;
}

}  // namespace

Task<Answer> HesiDocuments::create(Claim claim, Caller caller) {
  HesiCall call(Operation::create_flow, "POST", "/api/openapi/v2.2/flow/data", caller.origin,
                caller.call_name(Operation::create_flow));
  call.query = "&isCommit=true";
  call.body = flow_body(claim);
  Answer made = co_await hesi_.call(std::move(call));
  co_return made;
}

Task<Document> HesiDocuments::look_up(std::string order, Caller caller) {
  HesiCall call(Operation::get_flow_by_outer_code, "GET", "/api/openapi/v1.1/flowDetails/outerCode",
                caller.origin, caller.call_name(Operation::get_flow_by_outer_code));
  call.query = "&outerCode=" + encode(order);
  Answer got = co_await hesi_.call(std::move(call));
  Document document = document_in(member_of(got.body(), "value"));
  if (!got.good() || document.flow.empty()) document.lookup = Lookup::unknown;
  if (got.status == 412) document.lookup = Lookup::absent;
  co_return document;
}

Task<DocumentPage> HesiDocuments::page(std::size_t start, Caller caller) {
  HesiCall call(Operation::list_flows, "GET", "/api/openapi/v1.1/docs/getApplyList", caller.origin,
                caller.call_name(Operation::list_flows));
  call.query = "&type=expense&orderBy=createTime&orderByType=asc&start=" + std::to_string(start) +
               "&count=" + std::to_string(DocumentPage::kSize);
  Answer got = co_await hesi_.call(std::move(call));
  co_return page_in(got);
}

Task<Answer> HesiDocuments::backlog(std::string approver, Caller caller) {
  HesiCall call(Operation::list_approver_backlog, "GET",
                "/api/openapi/v1.1/docs/byFlowId/$" + encode(approver), caller.origin,
                caller.call_name(Operation::list_approver_backlog));
  call.query = "&index=0&count=" + std::to_string(kBatchMax);
  Answer listed = co_await hesi_.call(std::move(call));
  co_return listed;
}

Task<Answer> HesiDocuments::agree(std::string approver, std::vector<std::string> flows,
                                  Caller batch) {
  std::string ids;
  for (const std::string& flow : flows) ids += (ids.empty() ? "" : ",") + encode(flow);
  HesiCall call(Operation::approve_flows, "POST", "/api/openapi/v1/backlog/data/%5B" + ids + "%5D",
                batch.origin, batch.name);
  call.query = "&messageCode=debug" + std::string(kPower);
  json::object action;
  action["name"] = "freeflow.agree";
  action["comment"] = "ok";
  json::object body;
  body["approveId"] = approver;
  body["action"] = std::move(action);
  call.body = json::serialize(body);
  Answer agreed = co_await hesi_.call(std::move(call));
  co_return agreed;
}

Task<Answer> HesiDocuments::result(std::string approver, Caller batch) {
  HesiCall call(Operation::get_approval_result, "GET", "/api/openapi/v1/backlog/data/result",
                batch.origin, batch.name);
  call.query = "&approveId=" + encode(approver) + std::string(kPower);
  Answer read = co_await hesi_.call(std::move(call));
  co_return read;
}

}  // namespace mayday
