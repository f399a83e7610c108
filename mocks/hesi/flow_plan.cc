#include "flow_steps.h"
#include "mayday/base/check.h"
#include "new_flow.h"
#include "operations.h"
#include "shapes.h"

namespace mayday::hesi {
namespace {

/// "ID01drSpcPick1" -> "ID01drPlnPick1": one published pair, and the others follow its pattern.
std::string plan_of(const FlowTemplate& form) {
  return "ID01drPln" + std::string(form.id.substr(std::string_view("ID01drSpc").size()));
}

void write_node(JsonText& out, const PlanStep& step, std::string_view candidate) {
  bool robot = step.kind == NodeKind::check || step.kind == NodeKind::robot;
  out.open().text("id", "").text("configNodeId", step.config_node).text("name", step.name);
  out.text("skippedType", "NO_SKIPPED").text("agreeType", "NO_AUTO_AGREE");
  if (robot) {
    out.null("staffIds");
  } else {
    out.name("staffIds").open_list().text(candidate).close_list();
  }
  out.text("type", robot ? "ebot" : "normal").null("policy");
  out.flag("allStaffs", false).flag("addNode", false).close();
}

Handled get_flow_plan(Tenant& tenant, const Exchange& x, Instant) {
  const Flow* flow = tenant.flows.by_id(x.values.front());
  if (flow == nullptr) return error(412, kFlowNotFound);
  if (!flow->active) return error(412, kFlowDeleted);
  if (!can_submit(*flow)) return error(412, "单据当前状态不能获取流程");
  const Staff* owner = tenant.people.find(flow->owner);
  MAYDAY_ASSERT(owner != nullptr);
  JsonText out;
  out.open().name("value").open().text("id", flow->id).text("flowId", flow->id);
  out.text("flowPlanConfigId", plan_of(*flow->form)).name("node").open_list();
  for (const PlanStep& step : flow->form->plan)
    write_node(out, step, approver_for(tenant, step, *owner));
  out.close_list().text("taskId", "SUBMIT").text("ownerId", flow->owner);
  out.text("submitterId", flow->owner).text("corporationId", kCorporation);
  out.flag("fromStartNode", !flow->resume).close().close();
  return ok(std::move(out));
}

constexpr Operation kOperations[] = {
    {"GET", "/api/openapi/v2/flow/plan/computed/${flowId}", "getFlowPlan", get_flow_plan,
     owner_in_path},
};

}  // namespace

OperationList plan_operations() { return kOperations; }

}  // namespace mayday::hesi
