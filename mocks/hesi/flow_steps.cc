#include "flow_steps.h"

#include "mayday/base/check.h"

namespace mayday::hesi {
namespace {

constexpr std::string_view kRobot = "ebot";

/// The stage that approveStates shows; robots have no operator.
void show(Flow& flow, Instant at) {
  std::string_view name;
  std::string actor;
  switch (flow.state) {
    case FlowState::draft:
    case FlowState::pending:
      name = "尚未提交";
      break;
    case FlowState::rejected:
      name = "拒绝";
      break;
    case FlowState::nullified:
      name = "已作废";  // our reading: the documents do not name this stage
      break;
    case FlowState::paid:
    case FlowState::archived:
      name = "完成";
      break;
    case FlowState::approving:
    case FlowState::paying:
    case FlowState::processing:
      name = flow.node()->step->name;
      actor = flow.node()->approver;
      break;
  }
  flow.stages.push_back({at, name, std::move(actor)});
}

void touch(Flow& flow, Instant at) {
  flow.updated = at;
  ++flow.version;
  show(flow, at);
}

void open_task(Flow& flow, std::string_view state, Ids& ids, Instant at) {
  const FlowNode& node = *flow.node();
  bool robot = node.step->kind == NodeKind::check || node.step->kind == NodeKind::robot;
  flow.tasks.push_back({ids.opaque("backlog"),
                        robot ? std::string(kRobot) : node.approver,
                        node.id,
                        node.step->name,
                        state,
                        {},
                        -1,
                        at,
                        at});
}

void end_task(Flow& flow, std::string_view action, std::size_t log, Instant at) {
  MAYDAY_ASSERT(flow.open_task() != nullptr);
  Task& task = flow.tasks.back();
  task.state = "PROCESSED";
  task.action = action;
  task.log = static_cast<std::int64_t>(log);
  task.updated = at;
}

Notice waiting(const Flow& flow, std::string_view action, std::string_view action_name) {
  const Task& task = flow.tasks.back();
  return {action, action_name, task.owner, task.node_id, task.id, flow.state};
}

Notice finished(const Flow& flow) {
  const Task& last = flow.tasks.back();
  return {"flow.paid", "已支付/审批完成", flow.owner, last.node_id, last.id, flow.state};
}

/// Moves the document to a node, or through the end.
Notices enter(Flow& flow, std::size_t index, Ids& ids, Instant at) {
  flow.current = index;
  if (index == flow.nodes.size()) {
    flow.state = FlowState::paid;
    flow.paid = at;
    return {finished(flow)};
  }
  switch (flow.node()->step->kind) {
    case NodeKind::check:
      flow.state = FlowState::pending;
      open_task(flow, "APPROVING", ids, at);
      return {};
    case NodeKind::robot:
      flow.state = FlowState::approving;
      open_task(flow, "APPROVING", ids, at);
      return {};
    case NodeKind::person:
      flow.state = FlowState::approving;
      open_task(flow, "APPROVING", ids, at);
      return {waiting(flow, "backlog.approving", "待审批")};
    case NodeKind::cashier:
      flow.state = FlowState::paying;
      open_task(flow, "PAYING", ids, at);
      return {waiting(flow, "backlog.paying", "待支付")};
  }
  broken("unhandled NodeKind");
}

/// The node after the current one, or the one that a rejected document was promised to.
std::size_t next_node(Flow& flow) {
  std::size_t next = flow.resume.value_or(flow.current + 1);
  flow.resume.reset();
  return next;
}

/// A log row by `actor`, with the node the document has come to.
LogRow row(const Flow& flow, std::string_view action, std::string_view actor, std::string node_id,
           Instant at) {
  LogRow one;
  one.action = action;
  one.state = flow.state;
  one.actor = actor;
  one.node_id = std::move(node_id);
  one.at = at;
  if (const Task* task = flow.open_task()) {
    one.next_actor = task->owner;
    one.next_id = task->node_id;
    one.next_name = task->node_name;
  }
  return one;
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

bool can_submit(const Flow& flow) {
  return flow.active && (flow.state == FlowState::draft || flow.state == FlowState::rejected);
}

bool waits_for(const Flow& flow, std::string_view staff) {
  return flow.active && flow.state == FlowState::approving &&
         flow.node()->step->kind == NodeKind::person && flow.node()->approver == staff;
}

void save(Flow& flow, Instant at) {
  flow.created = flow.updated = flow.submitted = at;
  show(flow, at);
}

Notices submit(Flow& flow, const Submission& how, Ids& ids, Instant at) {
  MAYDAY_ASSERT(can_submit(flow));
  for (FlowNode& node : flow.nodes) node.id = ids.node();
  flow.submitted = at;
  flow.urgent = how.urgent;
  Notices notices = enter(flow, 0, ids, at);
  LogRow log = row(flow, "freeflow.submit", flow.owner, "SUBMIT", at);
  log.state = FlowState::approving;  // the log never shows the passing state
  log.resubmit = flow.resume ? "TO_REJECTOR" : "FROM_START";
  log.urgent = how.urgent;
  log.urgent_reason = how.reason;
  flow.logs.push_back(std::move(log));
  touch(flow, at);
  return notices;
}

Notices pass_check(Flow& flow, Ids& ids, Instant at) {
  MAYDAY_ASSERT(flow.state == FlowState::pending);
  end_task(flow, "freeflow.submit", flow.logs.size(), at);  // robots write no row of their own
  Notices notices = enter(flow, next_node(flow), ids, at);
  touch(flow, at);
  return notices;
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
  return notices;
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
    notices.push_back(
        {"flow.rejected", "已驳回", flow.owner, acted_on, flow.tasks.back().id, flow.state});
  }
  LogRow log = row(flow, "freeflow.reject", verdict.actor, std::move(acted_on), at);
  log.comment = verdict.comment;
  log.resubmit = verdict.to_rejector ? "TO_REJECTOR" : "FROM_START";
  flow.logs.push_back(std::move(log));
  touch(flow, at);
  return notices;
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

Notices start_payment(Flow& flow, std::string_view cashier, Instant at) {
  MAYDAY_ASSERT(flow.state == FlowState::paying);
  flow.state = FlowState::processing;
  flow.tasks.back().state = "PROCESSING";
  flow.tasks.back().updated = at;
  flow.logs.push_back(row(flow, "freeflow.paying", cashier, flow.node()->id, at));
  touch(flow, at);
  return {};
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
  return {finished(flow)};
}

std::optional<std::size_t> earlier_person(const Flow& flow, std::string_view node_id) {
  for (std::size_t i = 0; i < flow.current && i < flow.nodes.size(); ++i)
    if (flow.nodes[i].id == node_id && flow.nodes[i].step->kind == NodeKind::person) return i;
  return std::nullopt;
}

}  // namespace mayday::hesi
