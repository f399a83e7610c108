#include "flow_desk.h"
#include "operations.h"
#include "shapes.h"

namespace mayday::hesi {
namespace {

bool known(std::string_view action) {
  return action == "retract" || action == "delete" || action == "alter";
}

std::optional<Response> refuse_action(const Flow* flow, std::string_view action) {
  if (flow == nullptr) return error(412, kFlowNotFound);
  if (!flow->active) return error(412, kFlowDeleted);
  if (action == "retract") {
    if (flow->state != FlowState::approving) return error(403, kForbidden);
    if (!can_retract(*flow)) return error(400, "当前节点不允许撤回");
  } else if (action == "delete") {
    if (!can_delete(*flow)) return error(403, kForbidden);
  } else {
    if (flow->alter_flag == "1") return error(400, "单据正在变更中");
    if (!can_alter(*flow)) return error(403, kForbidden);
  }
  return std::nullopt;
}

Response act(Tenant& tenant, std::string_view id, std::string_view action, Instant now) {
  Flow* flow = tenant.flows.by_id(id);
  if (auto no = refuse_action(flow, action)) return *no;
  Notices notices = action == "retract"  ? retract(*flow, now)
                    : action == "delete" ? remove(*flow, now)
                                         : alter(*flow, now);
  stepped(tenant, *flow, notices, now);
  return written(*flow, tenant.people, tenant.epoch);
}

Handled flow_action(Tenant& tenant, const Exchange& x, Instant) {
  const std::string& id = x.values.at(0);
  const std::string& action = x.values.at(1);
  if (!known(action)) return error(400, "不支持的操作");  // not documented
  if (auto no = refuse_action(tenant.flows.by_id(id), action)) return *no;
  return Handled::writing(
      [&tenant, id, action](Instant now) { return act(tenant, id, action, now); });
}

constexpr Operation kOperations[] = {
    {"POST", "/api/openapi/v2.1/flow/data/${flowId}/{action}", "flowAction", flow_action,
     owner_in_path, kWrite},
};

}  // namespace

OperationList action_operations() { return kOperations; }

}  // namespace mayday::hesi
