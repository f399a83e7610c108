#include "flow_json.h"
#include "lists.h"
#include "operations.h"
#include "shapes.h"

namespace mayday::hesi {
namespace {

constexpr Duration kStatesLag = 1s;  // contract M2

/// What the cache behind approveStates has taken in by `now`.
const Stage& cached_stage(const Flow& flow, Instant now) {
  const Stage* shown = &flow.stages.front();
  for (const Stage& stage : flow.stages)
    if (stage.at + kStatesLag <= now) shown = &stage;
  return *shown;
}

void write_stage(JsonText& out, const Flow& flow, const Directory& people, Instant now) {
  const Stage& stage = cached_stage(flow, now);
  out.open().text("flowId", flow.id);
  out.text("stageName", flow.active ? stage.name : "已删除").name("operators").open_list();
  const Staff* actor = flow.active ? people.find(stage.actor) : nullptr;
  if (actor != nullptr) {
    out.open().text("id", actor->id).text("name", actor->name).text("code", actor->code).close();
  }
  out.close_list().name("delegateData").open_list().close_list().close();
}

std::optional<Response> refuse_reading(const Flow* flow) {
  if (flow == nullptr) return error(412, kFlowNotFound);
  if (!flow->active) return error(412, kFlowDeleted);
  return std::nullopt;
}

Response detail(const Tenant& tenant, const Exchange& x, std::string_view parameter,
                const Flow* flow) {
  if (auto no = missing(x, {parameter})) return *no;
  if (auto no = refuse_reading(flow)) return *no;
  JsonText out;
  out.open().name("value");
  write_flow(out, *flow, tenant.people, tenant.epoch);
  out.close();
  return ok(std::move(out));
}

Handled get_flow_by_id(Tenant& tenant, const Exchange& x, Instant) {
  return detail(tenant, x, "flowId", tenant.flows.by_id(x.target.query("flowId")));
}

Handled get_flow_by_code(Tenant& tenant, const Exchange& x, Instant) {
  return detail(tenant, x, "code", tenant.flows.by_code(x.target.query("code")));
}

Handled get_flow_by_outer_code(Tenant& tenant, const Exchange& x, Instant) {
  return detail(tenant, x, "outerCode", tenant.flows.by_outer_code(x.target.query("outerCode")));
}

Handled get_approve_states(Tenant& tenant, const Exchange& x, Instant now) {
  JsonText out;
  out.open().name("items").open_list();
  for (std::string_view id : comma_list(x.values.front()))
    if (const Flow* flow = tenant.flows.by_id(id)) write_stage(out, *flow, tenant.people, now);
  out.close_list().close();
  return ok(std::move(out));
}

Handled list_flow_backlogs(Tenant& tenant, const Exchange& x, Instant) {
  if (auto no = missing(x, {"flowId"})) return *no;
  const Flow* flow = tenant.flows.by_id(x.target.query("flowId"));
  if (auto no = refuse_reading(flow)) return *no;
  JsonText out;
  out.open().number("count", static_cast<std::int64_t>(flow->tasks.size()));
  out.name("items").open_list();
  for (auto task = flow->tasks.rbegin(); task != flow->tasks.rend(); ++task)
    write_task(out, *flow, *task, tenant.epoch);
  out.close_list().close();
  return ok(std::move(out));
}

std::string owner_of_code(const Tenant& tenant, const Exchange& x) {
  const Flow* flow = tenant.flows.by_code(x.target.query("code"));
  return flow == nullptr ? std::string{} : flow->owner;
}

std::string owner_of_outer_code(const Tenant& tenant, const Exchange& x) {
  const Flow* flow = tenant.flows.by_outer_code(x.target.query("outerCode"));
  return flow == nullptr ? std::string{} : flow->owner;
}

constexpr Operation kOperations[] = {
    {"GET", "/api/openapi/v1.1/flowDetails", "getFlowById", get_flow_by_id, owner_of_flow},
    {"GET", "/api/openapi/v1.1/flowDetails/byCode", "getFlowByCode", get_flow_by_code,
     owner_of_code},
    {"GET", "/api/openapi/v1.1/flowDetails/outerCode", "getFlowByOuterCode", get_flow_by_outer_code,
     owner_of_outer_code},
    {"GET", "/api/openapi/v2/approveStates/[{ids}]", "getApproveStates", get_approve_states},
    {"GET", "/api/openapi/v1.1/flowDetails/allLogs", "listFlowBacklogs", list_flow_backlogs,
     owner_of_flow},
};

}  // namespace

OperationList document_operations() { return kOperations; }

}  // namespace mayday::hesi
