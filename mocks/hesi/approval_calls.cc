#include <algorithm>

#include "body.h"
#include "corporation.h"
#include "shapes.h"

namespace mayday::hesi {
namespace {

constexpr std::string_view kPower = "TICKET_AUDIT_switch";
constexpr std::size_t kBatchMax = 10;
constexpr std::string_view kNoApprover = "未设置指定人员";

std::vector<std::string> ids_of(std::string_view list) {
  std::vector<std::string> ids;
  while (!list.empty()) {
    std::size_t comma = list.find(',');
    std::string id(list.substr(0, comma));
    if (!id.empty() && std::ranges::find(ids, id) == ids.end()) ids.push_back(std::move(id));
    list = comma == std::string_view::npos ? std::string_view{} : list.substr(comma + 1);
  }
  return ids;
}

std::optional<Batch::Action> action_named(std::string_view name) {
  if (name == "freeflow.agree") return Batch::Action::agree;
  if (name == "freeflow.reject") return Batch::Action::reject;
  if (name == "freeflow.nullify") return Batch::Action::nullify;
  return std::nullopt;
}

/// Reads what the approver says into `batch`, or says what is wrong with it.
std::optional<Response> read_decision(std::string_view text, Batch& batch) {
  Body body(text);
  batch.approver = body.text("approveId");
  const json::object* action =
      body.object() == nullptr ? nullptr : object_of(*body.object(), "action");
  if (action == nullptr) return error(400, batch.approver.empty() ? kNoApprover : "未设置审批动作");
  std::optional<Batch::Action> kind = action_named(text_of(*action, "name"));
  if (!kind) return error(400, "审批动作不正确");
  batch.action = *kind;
  batch.comment = text_of(*action, "comment");
  batch.reject_to = text_of(*action, "rejectTo");
  std::string_view resubmit = text_of(*action, "resubmitMethod");
  batch.to_rejector = resubmit == "TO_REJECTOR";
  // Not documented; contract M8.
  if (batch.action == Batch::Action::reject && resubmit != "FROM_START" && !batch.to_rejector)
    return error(400, "驳回时必须指定重新提交方式");
  return std::nullopt;
}

bool in_approval(const Flow* flow) {
  return flow != nullptr && flow->active && flow->state == FlowState::approving;
}

void write_faults(JsonText& out, const Batch& batch) {
  out.name("errorMsg").open_list();
  for (const Batch::Fault& fault : batch.faults) {
    out.open().text("flowCode", fault.code).text("flowTitle", fault.title);
    out.text("msg", fault.message).text("flowId", fault.flow_id);
    out.text("backlogId", fault.backlog_id).close();
  }
  out.close_list();
}

/// The counters of a batch: the receipt has no list of errors yet, the result has one.
Response counters(const Batch& batch, bool receipt) {
  auto total = static_cast<std::int64_t>(batch.flows.size());
  auto errors = static_cast<std::int64_t>(batch.faults.size());
  JsonText out;
  out.open().name("value").open().number("total", total).number("success", batch.success);
  out.number("error", errors).number("residue", total - batch.success - errors);
  if (receipt) {
    out.null("errorMsg");
  } else {
    write_faults(out, batch);
  }
  out.text("lastBacklogId", "").number("filter", 0).close().close();
  return ok(std::move(out));
}

}  // namespace

Handled Corporation::approve_flows(const Exchange& x, Instant) {
  if (auto no = missing(x, {"messageCode", "powerCode"})) return *no;
  // What a wrong constant does is not documented; the feature then counts as not licensed.
  if (x.target.query("messageCode") != "debug" || x.target.query("powerCode") != kPower)
    return error(403, kForbidden);
  Batch batch;
  batch.flows = ids_of(x.values.front());
  if (auto no = read_decision(x.request.body, batch)) return *no;
  if (auto no = refuse_batch(batch)) return *no;
  return Handled::writing([this, batch](Instant now) { return accept(batch, now); });
}

std::optional<Response> Corporation::refuse_batch(const Batch& batch) const {
  if (people_.find(batch.approver) == nullptr) return error(400, kNoApprover);
  if (batch.flows.size() > kBatchMax) return error(400, "单次最多审批10个单据");  // not documented
  bool any = std::ranges::any_of(
      batch.flows, [&](const std::string& id) { return in_approval(flows_.by_id(id)); });
  return any ? std::nullopt : std::optional{error(400, "无待办审批事项")};
}

Response Corporation::accept(Batch batch, Instant now) {
  bring_up(now);
  if (auto no = refuse_batch(batch)) return *no;
  batch.accepted = now;
  Batch& kept = batches_.emplace_back(std::move(batch));
  latest_batch_[kept.approver] = &kept;
  schedule(now + kApprovalTakes, {nullptr, &kept});
  return counters(kept, true);
}

void Corporation::apply(Batch& batch, Instant at) {
  for (const std::string& id : batch.flows) {
    Flow* flow = flows_.by_id(id);
    if (in_approval(flow) && apply(batch, *flow, at)) {
      ++batch.success;
      continue;
    }
    Batch::Fault fault;
    fault.flow_id = id;
    fault.message = in_approval(flow) ? "当前人员没有该单据的待办" : "单据不在审批中";
    if (flow != nullptr) {
      fault.code = flow->code;
      fault.title = flow->title;
      if (const Task* task = flow->open_task()) fault.backlog_id = task->id;
    }
    batch.faults.push_back(std::move(fault));
  }
}

/// Carries one decision out. False when it is not this person's to take.
bool Corporation::apply(const Batch& batch, Flow& flow, Instant at) {
  if (!waits_for(flow, batch.approver)) return false;
  Verdict verdict{batch.approver, batch.comment, std::nullopt, batch.to_rejector};
  Notices notices;
  switch (batch.action) {
    case Batch::Action::agree:
      notices = agree(flow, verdict, ids_, at);
      break;
    case Batch::Action::reject:
      verdict.reject_to = earlier_person(flow, batch.reject_to);
      if (!batch.reject_to.empty() && !verdict.reject_to) return false;
      notices = reject(flow, verdict, ids_, at);
      break;
    case Batch::Action::nullify:
      notices = nullify(flow, verdict, at);
      break;
  }
  stepped(flow, notices, at);
  return true;
}

Handled Corporation::get_approval_result(const Exchange& x, Instant now) {
  if (auto no = missing(x, {"powerCode"})) return *no;
  if (x.target.query("powerCode") != kPower) return error(403, kForbidden);
  std::string approver(x.target.query("approveId"));
  if (people_.find(approver) == nullptr) return error(400, kNoApprover);
  auto latest = latest_batch_.find(approver);
  // The vendor keeps a result for a minute; what it says afterwards is not documented.
  if (latest == latest_batch_.end() || now - latest->second->accepted > kResultWindow)
    return counters(Batch{}, false);
  return counters(*latest->second, false);
}

std::string Corporation::approver_in_body(const Exchange& x) const {
  return std::string(Body(x.request.body).text("approveId"));
}

std::string Corporation::approver_in_query(const Exchange& x) const {
  return std::string(x.target.query("approveId"));
}

}  // namespace mayday::hesi
