#include "flow_json.h"

#include "shapes.h"

namespace mayday::hesi {
namespace {

std::string_view department_of(const Directory& people, std::string_view staff) {
  const Staff* found = people.find(staff);
  return found == nullptr ? std::string_view{} : found->department;
}

void write_attributes(JsonText& out, const LogRow& row) {
  out.name("attributes").open().text_or_null("nextId", row.next_id).text("nodeId", row.node_id);
  out.text("comment", row.comment).flag("isUrgent", row.urgent);
  out.text_or_null("nextName", row.next_name).text_or_null("urgentReason", row.urgent_reason);
  out.text_or_null("resubmitMethod", row.resubmit).flag("nextCounterSign", false);
  if (row.by_robot()) out.flag("isEbotNode", true);
  if (!row.failure.empty()) out.text("failureReason", row.failure);
  out.close();
}

void write_log(JsonText& out, const LogRow& row, const Directory& people, Epoch epoch) {
  out.open().text("action", row.action).text("state", to_text(row.state));
  out.text("operatorId", row.actor).null("byDelegateId");
  out.text_or_null("operatorDefaultDepartment", department_of(people, row.actor));
  out.text_or_null("nextOperatorId", row.next_actor).name("nextOperatorIds").open_list();
  if (!row.next_actor.empty() && row.next_actor != "ebot") out.text(row.next_actor);
  out.close_list().number("time", epoch.ms(row.at));
  write_attributes(out, row);
  out.null("modifyFlowLog").raw("attachments", row.attachments.empty() ? "[]" : row.attachments);
  out.close();
}

void write_form(JsonText& out, const Flow& flow, Epoch epoch) {
  out.name("form").open().text("code", flow.code).raw(flow.kept);
  out.text("voucherStatus", flow.voucher.empty() ? "未生成" : "已生成");
  if (!flow.voucher.empty()) {
    out.text("voucherNo", flow.voucher).number("voucherCreateTime", flow.voucher_made);
    if (!flow.fiscal_period.empty()) out.text("fiscalPeriod", flow.fiscal_period);
  }
  if (!flow.alter_flag.empty()) out.text("alterFlag", flow.alter_flag);
  out.number("submitDate", epoch.ms(flow.submitted));
  if (flow.paid) out.number("payDate", epoch.ms(*flow.paid));
  out.close();
}

/// What the owner may do; nobody else's doings are listed.
void write_actions(JsonText& out, const Flow& flow) {
  out.name("actions").open();
  if (flow.state == FlowState::draft || flow.state == FlowState::rejected) {
    out.name(flow.owner).open_list();
    out.text("freeflow.delete").text("freeflow.edit").text("freeflow.submit").close_list();
  }
  out.close();
}

}  // namespace

void write_flow(JsonText& out, const Flow& flow, const Directory& people, Epoch epoch) {
  out.open().text("id", flow.id).number("version", flow.version).flag("active", flow.active);
  out.number("createTime", epoch.ms(flow.created)).number("updateTime", epoch.ms(flow.updated));
  out.text("corporationId", kCorporation);
  write_form(out, flow, epoch);
  out.text("ownerId", flow.owner).text("ownerDefaultDepartment", flow.department);
  out.text("state", to_text(flow.state)).text("flowType", "freeflow");
  out.text("formType", flow.form->form_type).name("logs").open_list();
  for (const LogRow& row : flow.logs) write_log(out, row, people, epoch);
  out.close_list();
  write_actions(out, flow);
  out.flag("invoiceRemind", false).close();
}

Response written(const Flow& flow, const Directory& people, Epoch epoch) {
  JsonText out;
  out.open().text("value", "").number("type", -1).name("flow");
  write_flow(out, flow, people, epoch);
  out.close();
  return ok(std::move(out));
}

void write_task(JsonText& out, const Flow& flow, const Task& task, Epoch epoch) {
  out.open().text("id", task.id).text("flowId", flow.id).text("ownerId", task.owner);
  out.number("logId", task.log).text("type", flow.form->form_type).text("state", task.state);
  out.text("nodeId", task.node_id).text("nodeName", task.node_name);
  out.text_or_null("action", task.action);
  out.text_or_null("autoApproveType", task.owner == "ebot" ? "" : "NONE");
  out.flag("isUrgent", flow.urgent).number("createTime", epoch.ms(task.created));
  out.number("updateTime", epoch.ms(task.updated)).close();
}

}  // namespace mayday::hesi
