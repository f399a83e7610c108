#include "body.h"
#include "flow_desk.h"
#include "mayday/base/check.h"
#include "new_flow.h"
#include "operations.h"
#include "shapes.h"

namespace mayday::hesi {
namespace {

/// Who was chosen for a node: nullptr when the node is not in the list, "" when nobody was named.
const json::object* listed(const json::array& nodes, std::string_view config_node) {
  for (const json::value& node : nodes)
    if (node.is_object() && text_of(node.get_object(), "configNodeId") == config_node)
      return &node.get_object();
  return nullptr;
}

bool known_nodes(const json::array& nodes, const FlowTemplate& form) {
  for (const json::value& node : nodes) {
    if (!node.is_object()) return false;
    bool known = false;
    for (const PlanStep& step : form.plan)
      known = known || step.config_node == text_of(node.get_object(), "configNodeId");
    if (!known) return false;
  }
  return true;
}

bool works_with_people(const FlowNode& node) {
  return node.step->kind == NodeKind::person || node.step->kind == NodeKind::cashier;
}

using Chosen = std::vector<std::string>;  // an approver for each node of the plan

/// The approvers that a submission asks for, or why not. People's nodes that are left out lose
/// their approver, as in the real product; the cashier's node keeps its own.
std::optional<Response> choose(const json::array& nodes, const Flow& flow, const Tenant& tenant,
                               Chosen& chosen) {
  if (!known_nodes(nodes, *flow.form)) return error(400, "审批节点不存在");
  const Staff* owner = tenant.people.find(flow.owner);
  MAYDAY_ASSERT(owner != nullptr);
  for (const FlowNode& node : flow.nodes) {
    std::string& one = chosen.emplace_back();
    if (!works_with_people(node)) continue;
    const json::object* entry = listed(nodes, node.step->config_node);
    std::string_view candidate = approver_for(tenant, *node.step, *owner);
    if (entry != nullptr) one = text_of(*entry, "approverId");
    if (entry == nullptr && node.step->kind == NodeKind::cashier) one = candidate;
    if (!one.empty() && one != candidate) return error(400, "所选审批人不在该节点的可选范围内");
    if (one.empty() && node.step->hand_picked)
      return error(400, "审批节点[" + std::string(node.step->name) + "]未选择审批人");
  }
  return std::nullopt;
}

/// Everything that stands against a submission; fills `chosen` and `how` when nothing does.
std::optional<Response> refuse_submission(const Tenant& tenant, const Flow* flow, Body& body,
                                          Chosen& chosen, Submission& how) {
  const json::array* nodes = body.object() == nullptr ? nullptr : list_of(*body.object(), "nodes");
  if (nodes == nullptr || nodes->empty()) return error(400, "nodes不能为空");
  if (flow == nullptr) return error(400, kFlowNotFound);
  if (!can_submit(*flow)) return error(400, "单据当前状态不允许提交");  // not documented
  if (flow->payee.empty() && flow->form->form_type != "requisition")
    return error(400, "必填字段[收款信息]没有值");
  const json::value* urgent = body.object()->if_contains("isUrgent");
  how.urgent = urgent != nullptr && urgent->is_bool() && urgent->get_bool();
  how.reason = body.text("urgentReason");
  return choose(*nodes, *flow, tenant, chosen);
}

Response submit_draft(Tenant& tenant, std::string_view flow_id, std::string_view text,
                      Instant now) {
  Flow* flow = tenant.flows.by_id(flow_id);
  Body body(text);
  Chosen chosen;
  Submission how;
  if (auto no = refuse_submission(tenant, flow, body, chosen, how)) return *no;
  for (std::size_t i = 0; i < chosen.size(); ++i) flow->nodes[i].approver = std::move(chosen[i]);
  send_in(tenant, *flow, how, now);
  return written(*flow, tenant.people, tenant.epoch);
}

Handled submit_flow(Tenant& tenant, const Exchange& x, Instant) {
  if (auto no = missing(x, {"flowId"})) return *no;
  std::string id(x.target.query("flowId"));
  Body body(x.request.body);
  Chosen chosen;
  Submission how;
  if (auto no = refuse_submission(tenant, tenant.flows.by_id(id), body, chosen, how)) return *no;
  return Handled::writing([&tenant, id, text = x.request.body](Instant now) {
    return submit_draft(tenant, id, text, now);
  });
}

constexpr Operation kOperations[] = {
    {"POST", "/api/openapi/v2/flow/data/submitFlow", "submitFlow", submit_flow, owner_of_flow,
     kWrite},
};

}  // namespace

OperationList submit_operations() { return kOperations; }

}  // namespace mayday::hesi
