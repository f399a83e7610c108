#include "mayday/base/check.h"
#include "step_parts.h"

namespace mayday::hesi {

Notices start_payment(Flow& flow, std::string_view cashier, Instant at) {
  MAYDAY_ASSERT(flow.state == FlowState::paying);
  flow.state = FlowState::processing;
  flow.tasks.back().state = "PROCESSING";
  flow.tasks.back().updated = at;
  flow.logs.push_back(row(flow, "freeflow.paying", cashier, flow.node()->id, at));
  touch(flow, at);
  // No code is published for it; this is the contract's invention.
  return {waiting(flow, "flow.processing", "支付中")};
}

Notices finish_payment(Flow& flow, std::string_view cashier, Instant at) {
  MAYDAY_ASSERT(flow.state == FlowState::processing);
  std::string acted_on = flow.node()->id;
  end_task(flow, "freeflow.pay", flow.logs.size() + 1, at);
  flow.current = flow.nodes.size();
  flow.state = FlowState::paid;
  flow.paid = at;
  flow.logs.push_back(row(flow, "freeflow.pay", cashier, std::move(acted_on), at));
  touch(flow, at);
  return {owner_told(flow, kPaidNotice, "已支付/审批完成")};
}

Notices fail_payment(Flow& flow, std::string_view reason, Instant at) {
  MAYDAY_ASSERT(flow.state == FlowState::processing);
  flow.state = FlowState::paying;
  flow.tasks.back().state = "PAYING";
  flow.tasks.back().updated = at;
  LogRow log = row(flow, "freeflow.paying", flow.node()->approver, flow.node()->id, at);
  log.failure = reason;
  flow.logs.push_back(std::move(log));
  touch(flow, at);
  return {waiting(flow, kPayingNotice, "待支付")};
}

Notices archive(Flow& flow, Instant at) {
  MAYDAY_ASSERT(flow.active && flow.state == FlowState::paid);
  flow.state = FlowState::archived;
  flow.logs.push_back(row(flow, "freeflow.archived", flow.owner, "SUBMIT", at));
  touch(flow, at);
  return {};
}

}  // namespace mayday::hesi
