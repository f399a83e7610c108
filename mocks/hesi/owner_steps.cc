#include <algorithm>

#include "mayday/base/check.h"
#include "step_parts.h"

namespace mayday::hesi {
namespace {

bool finished(const Flow& flow) {
  return flow.state == FlowState::paid || flow.state == FlowState::archived;
}

bool person_acted_since_submission(const Flow& flow) {
  for (auto log = flow.logs.rbegin(); log != flow.logs.rend(); ++log) {
    if (log->action == "freeflow.submit") return false;
    bool decided = log->action == "freeflow.agree" || log->action == "freeflow.reject" ||
                   log->action == "freeflow.editApproving";
    if (decided && !log->by_robot()) return true;
  }
  return false;
}

}  // namespace

bool can_submit(const Flow& flow) {
  return flow.active && (flow.state == FlowState::draft || flow.state == FlowState::rejected);
}

bool can_retract(const Flow& flow) {
  return flow.active && flow.state == FlowState::approving && !person_acted_since_submission(flow);
}

/// A change of a finished requisition cannot be deleted: the requisition itself would go.
bool can_delete(const Flow& flow) { return can_submit(flow) && flow.alter_flag.empty(); }

bool can_alter(const Flow& flow) {
  return flow.active && finished(flow) && flow.form->form_type == "requisition";
}

bool editable_in_approval(const Flow& flow) {
  return flow.active && flow.node() != nullptr && flow.node()->step->editable &&
         (flow.state == FlowState::approving || flow.state == FlowState::paying);
}

void save(Flow& flow, Instant at) {
  flow.created = flow.updated = flow.submitted = at;
  flow.stages.push_back({at, "尚未提交", {}});
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

// No codes are published for what follows; these are the contract's inventions.
Notices retract(Flow& flow, Instant at) {
  MAYDAY_ASSERT(can_retract(flow));
  std::string approver = flow.open_task()->owner;
  cancel_task(flow, at);
  flow.state = FlowState::draft;
  flow.resume.reset();
  flow.logs.push_back(row(flow, "freeflow.retract", flow.owner, flow.node()->id, at));
  touch(flow, at);
  Notice told = owner_told(flow, "freeflow.retract", "单据撤回");
  if (approver != kRobot) told.receiver = approver;
  return {told};
}

Notices remove(Flow& flow, Instant at) {
  MAYDAY_ASSERT(can_delete(flow));
  flow.active = false;
  flow.logs.push_back(row(flow, "freeflow.delete", flow.owner, "SUBMIT", at));
  touch(flow, at);
  return {owner_told(flow, "freeflow.delete", "单据删除")};
}

Notices alter(Flow& flow, Instant at) {
  MAYDAY_ASSERT(can_alter(flow));
  flow.state = FlowState::draft;
  flow.alter_flag = "1";
  flow.logs.push_back(row(flow, "freeflow.alter", flow.owner, "SUBMIT", at));
  touch(flow, at);
  return {owner_told(flow, "freeflow.alter", "申请单变更")};
}

Notices edit(Flow& flow, std::string_view editor, Ids& ids, Instant at) {
  Notices notices;
  if (!can_submit(flow)) {
    MAYDAY_ASSERT(editable_in_approval(flow));
    std::string acted_on = flow.node()->id;
    flow.resume = flow.current;
    cancel_task(flow, at);
    notices = enter(flow, 0, ids, at);
    LogRow log = row(flow, "freeflow.editApproving", editor, std::move(acted_on), at);
    log.state = FlowState::approving;
    flow.logs.push_back(std::move(log));
  }
  touch(flow, at);
  return notices;
}

Notices comment(Flow& flow, LogRow words, const std::vector<std::string>& mentioned, Instant at) {
  LogRow log = row(flow, "freeflow.comment", words.actor, std::move(words.node_id), at);
  log.comment = std::move(words.comment);
  log.attachments = std::move(words.attachments);
  std::string author = log.actor;
  flow.logs.push_back(std::move(log));
  touch(flow, at);
  Notices notices;
  if (author != flow.owner) notices.push_back(owner_told(flow, "freeflow.comment", "评论"));
  for (const std::string& staff : mentioned) {
    notices.push_back(owner_told(flow, "freeflow.mention", "评论提及"));
    notices.back().receiver = staff;
  }
  return notices;
}

}  // namespace mayday::hesi
