#include "flow_steps.h"

#include "mayday/base/check.h"
#include "step_parts.h"

namespace mayday::hesi {
namespace {

/// The node after the current one, or the one that the document was promised to; robots on the way
/// there look at it again.
std::size_t next_node(Flow& flow) {
  if (!flow.resume) return flow.current + 1;
  for (std::size_t i = flow.current + 1; i < *flow.resume; ++i)
    if (flow.nodes[i].step->kind == NodeKind::robot) return i;
  std::size_t next = *flow.resume;
  flow.resume.reset();
  return next;
}

Notices told_of(Notices notices, const std::string& approver) {
  for (Notice& notice : notices) notice.approver = approver;
  return notices;
}

}  // namespace

std::string_view to_text(FlowState state) {
  switch (state) {
    case FlowState::draft:
      return "draft";
    case FlowState::nullified:
      return "nullify";
    case FlowState::pending:
      return "pending";
    case FlowState::approving:
      return "approving";
    case FlowState::rejected:
      return "rejected";
    case FlowState::paying:
      return "paying";
    case FlowState::processing:
      return "PROCESSING";
    case FlowState::paid:
      return "paid";
    case FlowState::archived:
      return "archived";
  }
  broken("unhandled FlowState");
}

bool waits_for(const Flow& flow, std::string_view actor) {
  const Task* task = flow.open_task();
  return flow.active && flow.state == FlowState::approving && task != nullptr &&
         task->owner == actor;
}

bool waits_for_robot(const Flow& flow) { return waits_for(flow, kRobot); }

Notices pass_check(Flow& flow, Ids& ids, Instant at) {
  MAYDAY_ASSERT(flow.state == FlowState::pending);
  end_task(flow, "freeflow.submit", flow.logs.size(), at);  // the check writes no row of its own
  Notices notices = enter(flow, next_node(flow), ids, at);
  touch(flow, at);
  return notices;
}

Notices fail_check(Flow& flow, std::string_view reason, Instant at) {
  MAYDAY_ASSERT(flow.state == FlowState::pending);
  end_task(flow, "freeflow.reject", flow.logs.size() + 1, at);
  flow.resume.reset();
  flow.state = FlowState::rejected;
  LogRow log = row(flow, "freeflow.reject", kRobot, flow.node()->id, at);
  log.comment = reason;
  log.resubmit = "FROM_START";
  flow.logs.push_back(std::move(log));
  touch(flow, at);
  return {owner_told(flow, "flow.rejected", "已驳回")};
}

Notices agree(Flow& flow, const Verdict& verdict, Ids& ids, Instant at) {
  MAYDAY_ASSERT(waits_for(flow, verdict.actor));
  std::string acted_on = flow.node()->id;
  end_task(flow, "freeflow.agree", flow.logs.size() + 1, at);
  Notices notices = enter(flow, next_node(flow), ids, at);
  LogRow log = row(flow, "freeflow.agree", verdict.actor, std::move(acted_on), at);
  log.comment = verdict.comment;
  flow.logs.push_back(std::move(log));
  touch(flow, at);
  return told_of(std::move(notices), verdict.actor);
}

Notices reject(Flow& flow, const Verdict& verdict, Ids& ids, Instant at) {
  MAYDAY_ASSERT(waits_for(flow, verdict.actor));
  std::string acted_on = flow.node()->id;
  end_task(flow, "freeflow.reject", flow.logs.size() + 1, at);
  flow.resume.reset();
  if (verdict.to_rejector) flow.resume = flow.current;
  Notices notices;
  if (verdict.reject_to) {
    notices = enter(flow, *verdict.reject_to, ids, at);
  } else {
    flow.state = FlowState::rejected;
    notices.push_back(owner_told(flow, "flow.rejected", "已驳回"));
  }
  LogRow log = row(flow, "freeflow.reject", verdict.actor, std::move(acted_on), at);
  log.comment = verdict.comment;
  log.resubmit = verdict.to_rejector ? "TO_REJECTOR" : "FROM_START";
  flow.logs.push_back(std::move(log));
  touch(flow, at);
  return told_of(std::move(notices), verdict.actor);
}

Notices nullify(Flow& flow, const Verdict& verdict, Instant at) {
  MAYDAY_ASSERT(waits_for(flow, verdict.actor));
  end_task(flow, "freeflow.nullify", flow.logs.size() + 1, at);
  flow.state = FlowState::nullified;
  LogRow log = row(flow, "freeflow.nullify", verdict.actor, flow.node()->id, at);
  log.comment = verdict.comment;
  flow.logs.push_back(std::move(log));
  touch(flow, at);
  return {};
}

std::optional<std::size_t> earlier_person(const Flow& flow, std::string_view node_id) {
  for (std::size_t i = 0; i < flow.current && i < flow.nodes.size(); ++i)
    if (flow.nodes[i].id == node_id && flow.nodes[i].step->kind == NodeKind::person) return i;
  return std::nullopt;
}

}  // namespace mayday::hesi
