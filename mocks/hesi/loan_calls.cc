#include <algorithm>

#include "body.h"
#include "loans.h"
#include "money_field.h"
#include "operations.h"
#include "shapes.h"

namespace mayday::hesi {
namespace {

constexpr std::int64_t kNoDate = 9'007'199'254'740'991;

Handled get_loan_by_flow(Tenant& tenant, const Exchange& x, Instant) {
  const std::string& id = x.values.front();
  const Flow* flow = tenant.flows.by_id(id);
  if (flow == nullptr || flow->loan_package.empty())
    return error(400, "单据" + id + "没有对应的借款包");
  Repayment repaid = repayment_of(tenant.flows, flow->loan_package);
  // Documents may repay more than there is; nobody owes less than nothing.
  std::int64_t remain = std::max<std::int64_t>(flow->amount.minor - repaid.done, 0);
  Body form("{" + flow->kept + "}");
  auto date = [&](std::string_view name) {
    return form.object() == nullptr ? std::nullopt : number_of(*form.object(), name);
  };
  JsonText out;
  out.open().name("value").open().text("id", flow->loan_package).text("flowId", flow->id);
  out.text("title", flow->title).text("ownerId", flow->owner).flag("active", true);
  out.raw("total", decimal(flow->amount));
  write_money(out, "totalMoneyNode", flow->amount);
  out.raw("reserved", decimal(Money{repaid.reserved, "CNY"}));
  out.raw("remain", decimal(Money{remain, "CNY"}));
  out.raw("repayment", decimal(Money{repaid.done, "CNY"}));
  out.text("state", remain > 0 ? "REPAID" : "PAID");  // REPAID: is still to be repaid
  out.text("source", "LOAN").number("repaymentDate", date("repaymentDate").value_or(kNoDate));
  out.number("loanDate", date("loanDate").value_or(tenant.epoch.ms(flow->submitted)));
  out.name("sharedOwnerIds").open_list().close_list().close().close();
  return ok(std::move(out));
}

constexpr Operation kOperations[] = {
    {"GET", "/api/openapi/v1/loans/getLoanInfoByFlowId/${flowId}", "getLoanByFlow",
     get_loan_by_flow, owner_in_path},
};

}  // namespace

OperationList loan_operations() { return kOperations; }

}  // namespace mayday::hesi
