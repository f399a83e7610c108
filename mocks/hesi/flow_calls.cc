#include "corporation.h"
#include "shapes.h"

namespace mayday::hesi {
namespace {

/// Calls `visit` for each id of a comma-separated list.
template <class Visit>
void for_each_id(std::string_view list, Visit visit) {
  while (!list.empty()) {
    std::size_t comma = list.find(',');
    if (std::string_view id = list.substr(0, comma); !id.empty()) visit(id);
    list = comma == std::string_view::npos ? std::string_view{} : list.substr(comma + 1);
  }
}

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

std::string owner_of(const Flow* flow) { return flow == nullptr ? std::string{} : flow->owner; }

}  // namespace

Response Corporation::detail(const Exchange& x, std::string_view parameter,
                             const Flow* flow) const {
  if (auto no = missing(x, {parameter})) return *no;
  if (auto no = refuse_reading(flow)) return *no;
  JsonText out;
  out.open().name("value");
  write_flow(out, *flow, people_, epoch_);
  out.close();
  return ok(std::move(out));
}

Handled Corporation::get_flow_by_id(const Exchange& x, Instant) {
  return detail(x, "flowId", flows_.by_id(x.target.query("flowId")));
}

Handled Corporation::get_flow_by_code(const Exchange& x, Instant) {
  return detail(x, "code", flows_.by_code(x.target.query("code")));
}

Handled Corporation::get_flow_by_outer_code(const Exchange& x, Instant) {
  return detail(x, "outerCode", flows_.by_outer_code(x.target.query("outerCode")));
}

Handled Corporation::get_approve_states(const Exchange& x, Instant now) {
  JsonText out;
  out.open().name("items").open_list();
  for_each_id(x.values.front(), [&](std::string_view id) {
    if (const Flow* flow = flows_.by_id(id)) write_stage(out, *flow, people_, now);
  });
  out.close_list().close();
  return ok(std::move(out));
}

Handled Corporation::list_flow_backlogs(const Exchange& x, Instant) {
  if (auto no = missing(x, {"flowId"})) return *no;
  const Flow* flow = flows_.by_id(x.target.query("flowId"));
  if (auto no = refuse_reading(flow)) return *no;
  JsonText out;
  out.open().number("count", static_cast<std::int64_t>(flow->tasks.size()));
  out.name("items").open_list();
  for (auto task = flow->tasks.rbegin(); task != flow->tasks.rend(); ++task)
    write_task(out, *flow, *task, epoch_);
  out.close_list().close();
  return ok(std::move(out));
}

std::string Corporation::owner_of_flow(const Exchange& x) const {
  return owner_of(flows_.by_id(x.target.query("flowId")));
}

std::string Corporation::owner_of_code(const Exchange& x) const {
  return owner_of(flows_.by_code(x.target.query("code")));
}

std::string Corporation::owner_of_outer_code(const Exchange& x) const {
  return owner_of(flows_.by_outer_code(x.target.query("outerCode")));
}

}  // namespace mayday::hesi
