#include "step_parts.h"

#include "mayday/base/check.h"

namespace mayday::hesi {
namespace {

/// The stage that approveStates shows; robots have no operator.
Stage stage_of(const Flow& flow, Instant at) {
  switch (flow.state) {
    case FlowState::draft:
    case FlowState::pending:
      return {at, "尚未提交", {}};
    case FlowState::rejected:
      return {at, "拒绝", {}};
    case FlowState::nullified:
      return {at, "已作废", {}};  // our reading: the documents do not name this stage
    case FlowState::paid:
    case FlowState::archived:
      return {at, "完成", {}};
    case FlowState::approving:
    case FlowState::paying:
    case FlowState::processing:
      return {at, flow.node()->step->name, flow.node()->approver};
  }
  broken("unhandled FlowState");
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

}  // namespace

void touch(Flow& flow, Instant at) {
  flow.updated = at;
  ++flow.version;
  flow.stages.push_back(stage_of(flow, at));
}

void end_task(Flow& flow, std::string_view action, std::size_t log, Instant at) {
  MAYDAY_ASSERT(flow.open_task() != nullptr);
  Task& task = flow.tasks.back();
  task.state = "PROCESSED";
  task.action = action;
  task.log = static_cast<std::int64_t>(log);
  task.updated = at;
}

void cancel_task(Flow& flow, Instant at) {
  if (flow.open_task() == nullptr) return;
  end_task(flow, {}, flow.logs.size() + 1, at);
  flow.tasks.back().state = "CANCELED";
}

Notice waiting(const Flow& flow, std::string_view action, std::string_view action_name) {
  const Task& task = flow.tasks.back();
  return {action, action_name, task.owner, task.node_id, task.id, flow.state};
}

Notice owner_told(const Flow& flow, std::string_view action, std::string_view action_name) {
  Notice notice{action, action_name, flow.owner, "SUBMIT", {}, flow.state};
  if (flow.tasks.empty()) return notice;
  notice.node_id = flow.tasks.back().node_id;
  notice.backlog_id = flow.tasks.back().id;
  return notice;
}

Notices enter(Flow& flow, std::size_t index, Ids& ids, Instant at) {
  flow.current = index;
  if (index == flow.nodes.size()) {
    flow.state = FlowState::paid;
    flow.paid = at;
    if (!flow.alter_flag.empty()) flow.alter_flag = "0";
    return {owner_told(flow, kPaidNotice, "已支付/审批完成")};
  }
  switch (flow.node()->step->kind) {
    case NodeKind::check:
      flow.state = FlowState::pending;
      open_task(flow, "APPROVING", ids, at);
      return {};
    case NodeKind::robot:
      flow.state = FlowState::approving;
      open_task(flow, "APPROVING", ids, at);
      return {waiting(flow, {}, {})};
    case NodeKind::person:
      flow.state = FlowState::approving;
      open_task(flow, "APPROVING", ids, at);
      return {waiting(flow, "backlog.approving", "待审批")};
    case NodeKind::cashier:
      flow.state = FlowState::paying;
      open_task(flow, "PAYING", ids, at);
      return {waiting(flow, kPayingNotice, "待支付")};
  }
  broken("unhandled NodeKind");
}

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

}  // namespace mayday::hesi
