#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "body.h"
#include "flow_desk.h"
#include "mayday/base/check.h"
#include "new_flow.h"
#include "operations.h"
#include "shapes.h"

namespace mayday::hesi {
namespace {

struct Change {
  std::string flow;
  std::string editor;  ///< Staff id, or empty: the interface itself.
  bool increment = false;
  std::string body;
};

/// An increment, made whole: the stored form with the sent fields laid over it. Details stay as
/// they are, and so does what follows from them.
std::string whole_body(const Flow& flow, std::string_view text) {
  Body sent(text);
  const json::object* form = sent.object() == nullptr ? nullptr : object_of(*sent.object(), "form");
  if (form == nullptr) return std::string(text);
  json::value kept = json::parse("{" + flow.kept + "}");
  json::object& merged = kept.as_object();
  for (const auto& field : *form)
    if (field.key() != "details") merged[field.key()] = field.value();
  json::object body;
  body["form"] = std::move(merged);
  if (const json::object* params = object_of(*sent.object(), "params")) body["params"] = *params;
  return json::serialize(body);
}

bool approves(const Flow& flow, std::string_view staff) {
  for (const FlowNode& node : flow.nodes)
    if (node.approver == staff) return true;
  return false;
}

/// What stands against a change just now, whatever it says.
std::optional<Response> refuse_change(const Flow* flow, const Change& change) {
  if (flow == nullptr) return error(412, kFlowNotFound);
  if (!flow->active) return error(412, kFlowDeleted);
  switch (flow->state) {
    case FlowState::paid:
    case FlowState::archived:
    case FlowState::nullified:
      return error(400, "单据已完成，不允许修改");
    case FlowState::draft:
    case FlowState::rejected:
      if (!change.editor.empty() && change.editor != flow->owner && !approves(*flow, change.editor))
        return error(403, kForbidden);
      return std::nullopt;
    case FlowState::pending:
    case FlowState::approving:
    case FlowState::paying:
    case FlowState::processing:
      if (!editable_in_approval(*flow)) return error(400, "当前审批节点不允许修改单据");
      if (!change.editor.empty() && !approves(*flow, change.editor)) return error(403, kForbidden);
      return std::nullopt;
  }
  broken("unhandled FlowState");
}

/// Reads the change; its `refusal` says what is wrong with it.
FlowForm read_change(const Tenant& tenant, const Flow& flow, const Change& change) {
  std::string body = change.increment ? whole_body(flow, change.body) : change.body;
  FlowForm form = read_form(body, tenant.people, 412);
  form.refusal = refuse_form(tenant, form, &flow);
  if (form.refusal) return form;
  // Not documented; another template would have another plan, another submitter another manager.
  if (form.form != flow.form)
    form.refusal = error(400, "单据模板不允许更换");
  else if (form.submitter->id != flow.owner)
    form.refusal = error(400, "提交人不允许更换");
  else if (!can_submit(flow) && form.payee.empty() && !flow.payee.empty())
    form.refusal = error(412, "必填字段[收款信息]没有值");
  return form;
}

Response update(Tenant& tenant, const Change& change, Instant now) {
  Flow* flow = tenant.flows.by_id(change.flow);
  if (auto no = refuse_change(flow, change)) return *no;
  FlowForm form = read_change(tenant, *flow, change);
  if (form.refusal) return *form.refusal;
  bool keeps_write_offs = change.increment && form.write_offs.empty();
  if (keeps_write_offs) form.write_offs = flow->write_offs;
  if (form.outer_code != flow->outer_code)  // left out of a covering change, it is cleared, too
    tenant.flows.set_outer_code(*flow, form.outer_code);
  fill_in(*flow, std::move(form));
  std::string_view editor = change.editor.empty() ? "OpenAPI" : std::string_view(change.editor);
  Notices notices = edit(*flow, editor, tenant.ids, now);
  stepped(tenant, *flow, notices, now);
  if (flow->state == FlowState::pending) plan_check(tenant, *flow, now);
  return written(*flow, tenant.people, tenant.epoch);
}

Handled update_flow(Tenant& tenant, const Exchange& x, Instant) {
  Change change;
  change.flow = x.values.front();
  change.editor = x.target.query("editorId");
  std::string_view flag = x.target.query("editFlag");
  if (!flag.empty() && flag != "cover" && flag != "increment")
    return error(400, "参数editFlag不正确");  // not documented
  change.increment = flag == "increment";
  change.body = x.request.body;
  const Flow* flow = tenant.flows.by_id(change.flow);
  if (auto no = refuse_change(flow, change)) return *no;
  if (auto no = read_change(tenant, *flow, change).refusal) return *no;
  return Handled::writing([&tenant, change](Instant now) { return update(tenant, change, now); });
}

constexpr Operation kOperations[] = {
    {"PUT", "/api/openapi/v2.2/flow/data/${flowId}", "updateFlow", update_flow, owner_in_path,
     kWrite},
};

}  // namespace

OperationList update_operations() { return kOperations; }

}  // namespace mayday::hesi
