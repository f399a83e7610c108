#include <algorithm>

#include "batch_text.h"
#include "body.h"
#include "flow_desk.h"
#include "lists.h"
#include "operations.h"
#include "shapes.h"

namespace mayday::hesi {
namespace {

constexpr std::string_view kPower = "TICKET_AUDIT_switch";
constexpr std::size_t kBatchMax = 10;
constexpr Duration kResultWindow = 60s;

bool in_approval(const Flow* flow) {
  return flow != nullptr && flow->active && flow->state == FlowState::approving;
}

std::optional<Response> refuse_batch(const Tenant& tenant, const Batch& batch) {
  if (tenant.people.find(batch.approver) == nullptr) return error(400, kNoApprover);
  if (batch.flows.size() > kBatchMax) return error(400, "单次最多审批10个单据");  // not documented
  bool any = std::ranges::any_of(
      batch.flows, [&](const std::string& id) { return in_approval(tenant.flows.by_id(id)); });
  return any ? std::nullopt : std::optional{error(400, "无待办审批事项")};
}

/// Carries one decision out. False when it is not this person's to take.
bool apply(Tenant& tenant, const Batch& batch, Flow& flow, Instant at) {
  if (!waits_for(flow, batch.approver)) return false;
  Verdict verdict{batch.approver, batch.comment, std::nullopt, batch.to_rejector};
  Notices notices;
  switch (batch.action) {
    case Batch::Action::agree:
      notices = agree(flow, verdict, tenant.ids, at);
      break;
    case Batch::Action::reject:
      verdict.reject_to = earlier_person(flow, batch.reject_to);
      if (!batch.reject_to.empty() && !verdict.reject_to) return false;
      notices = reject(flow, verdict, tenant.ids, at);
      break;
    case Batch::Action::nullify:
      notices = nullify(flow, verdict, at);
      break;
  }
  stepped(tenant, flow, notices, at);
  return true;
}

void carry_out(Tenant& tenant, Batch& batch, Instant at) {
  for (const std::string& id : batch.flows) {
    Flow* flow = tenant.flows.by_id(id);
    if (in_approval(flow) && apply(tenant, batch, *flow, at)) {
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

Response accept(Tenant& tenant, Batch batch, Instant now) {
  if (auto no = refuse_batch(tenant, batch)) return *no;
  batch.accepted = now;
  Batch& kept = tenant.batches.add(std::move(batch));
  tenant.agenda.plan(now + kApprovalTakes,
                     [&tenant, &kept](Instant due) { carry_out(tenant, kept, due); });
  return counters(kept, true);
}

Handled approve_flows(Tenant& tenant, const Exchange& x, Instant) {
  if (auto no = missing(x, {"messageCode", "powerCode"})) return *no;
  // What a wrong constant does is not documented; the feature then counts as not licensed.
  if (x.target.query("messageCode") != "debug" || x.target.query("powerCode") != kPower)
    return error(403, kForbidden);
  Batch batch;
  for (std::string_view id : comma_list(x.values.front())) batch.flows.emplace_back(id);
  if (auto no = read_decision(x.request.body, batch)) return *no;
  if (auto no = refuse_batch(tenant, batch)) return *no;
  return Handled::writing([&tenant, batch](Instant now) { return accept(tenant, batch, now); });
}

Handled get_approval_result(Tenant& tenant, const Exchange& x, Instant now) {
  if (auto no = missing(x, {"powerCode"})) return *no;
  if (x.target.query("powerCode") != kPower) return error(403, kForbidden);
  std::string approver(x.target.query("approveId"));
  if (tenant.people.find(approver) == nullptr) return error(400, kNoApprover);
  const Batch* latest = tenant.batches.latest(approver);
  // The vendor keeps a result for a minute; what it says afterwards is not documented.
  if (latest == nullptr || now - latest->accepted > kResultWindow) return counters(Batch{}, false);
  return counters(*latest, false);
}

std::string approver_in_body(const Tenant&, const Exchange& x) {
  return std::string(Body(x.request.body).text("approveId"));
}

std::string approver_in_query(const Tenant&, const Exchange& x) {
  return std::string(x.target.query("approveId"));
}

constexpr Operation kOperations[] = {
    {"POST", "/api/openapi/v1/backlog/data/[{flowIds}]", "approveFlows", approve_flows,
     approver_in_body, kWrite},
    {"GET", "/api/openapi/v1/backlog/data/result", "getApprovalResult", get_approval_result,
     approver_in_query},
};

}  // namespace

OperationList approval_operations() { return kOperations; }

}  // namespace mayday::hesi
