#include <algorithm>
#include <array>

#include "flow_json.h"
#include "lists.h"
#include "operations.h"
#include "shapes.h"

namespace mayday::hesi {
namespace {

bool in_list(std::string_view list, std::string_view wanted) {
  return std::ranges::count(comma_list(list), wanted) > 0;
}

/// Asking for PROCESSING finds nothing; asking for paying finds both.
std::string_view searched_state(FlowState state) {
  return state == FlowState::processing ? "paying" : to_text(state);
}

enum class Order : unsigned char { created, updated, submitted, paid };

Order order_of(std::string_view name) {
  if (name == "updateTime") return Order::updated;
  if (name == "submitDate") return Order::submitted;
  return name == "payDate" ? Order::paid : Order::created;
}

/// The time that a list is ordered and filtered by; kNever for a document that was never paid.
Instant time_of(const Flow& flow, Order order) {
  switch (order) {
    case Order::created:
      return flow.created;
    case Order::updated:
      return flow.updated;
    case Order::submitted:
      return flow.submitted;
    case Order::paid:
      return flow.paid.value_or(kNever);
  }
  return kNever;
}

/// What a call of getApplyList asks for.
struct Wanted {
  std::string_view type, owner, states, templates;
  Order order = Order::created;
  bool down = true;
  Dates dates;

  bool fits(const Flow& flow) const {
    if (flow.form->form_type != type) return false;
    if (!owner.empty() && flow.owner != owner) return false;
    if (!states.empty() && !in_list(states, searched_state(flow.state))) return false;
    if (!templates.empty() && !in_list(templates, flow.form->id)) return false;
    Instant at = time_of(flow, order);
    if (at == kNever) return false;
    return dates.hold(at);
  }
};

std::optional<Response> read(const Exchange& x, Wanted& wanted, std::int64_t starts) {
  constexpr std::array<std::string_view, 7> kTypes{"expense", "loan",    "payment", "requisition",
                                                   "custom",  "receipt", "permit"};
  wanted.type = x.target.query("type");
  if (std::ranges::find(kTypes, wanted.type) == kTypes.end()) return error(400, "参数type无法识别");
  wanted.owner = x.target.query("uid");
  wanted.states = x.target.query("state");
  wanted.templates = x.target.query("specificationId");
  wanted.order = order_of(x.target.query("orderBy"));
  wanted.down = x.target.query("orderByType") != "asc";
  wanted.dates = read_dates(x, starts);
  if (wanted.dates.refusal) return wanted.dates.refusal;
  if (wanted.order == Order::paid && !wanted.dates.from && !wanted.dates.to)
    return error(400, "按支付日期排序时必须指定日期范围");
  return std::nullopt;
}

Handled list_flows(Tenant& tenant, const Exchange& x, Instant) {
  Wanted wanted;
  if (auto no = read(x, wanted, tenant.starts)) return *no;
  Page page = read_page(x, "start", true);
  if (page.refusal) return *page.refusal;
  std::vector<const Flow*> rows;
  for (const Flow& flow : tenant.flows.all())
    if (wanted.fits(flow) && passes(x, "active", flow.active)) rows.push_back(&flow);
  // Documents lie in the order they were made; turned round first, equal times show the newest
  // first.
  if (wanted.down) std::reverse(rows.begin(), rows.end());
  std::stable_sort(rows.begin(), rows.end(), [&](const Flow* a, const Flow* b) {
    Instant left = time_of(*a, wanted.order);
    Instant right = time_of(*b, wanted.order);
    return wanted.down ? left > right : left < right;
  });
  return page_of_rows(rows, page, [&](JsonText& out, const Flow& flow) {
    write_flow(out, flow, tenant.people, tenant.epoch);
  });
}

Handled list_approver_backlog(Tenant& tenant, const Exchange& x, Instant) {
  const std::string& approver = x.values.front();
  if (tenant.people.find(approver) == nullptr) return error(400, "员工不存在");
  Page page = read_page(x, "index", false);
  if (page.refusal) return *page.refusal;
  JsonText out;
  out.open().number("count", static_cast<std::int64_t>(tenant.flows.waiting(approver)));
  out.name("items").open_list();
  for (const Flow* flow : tenant.flows.waiting_for(approver, page.start, page.count))
    write_flow(out, *flow, tenant.people, tenant.epoch);
  out.close_list().close();
  return ok(std::move(out));
}

std::string person_listed(const Tenant&, const Exchange& x) {
  return std::string(x.target.query("uid"));
}

std::string person_in_path(const Tenant&, const Exchange& x) { return x.values.front(); }

constexpr Operation kOperations[] = {
    {"GET", "/api/openapi/v1.1/docs/getApplyList", "listFlows", list_flows, person_listed},
    {"GET", "/api/openapi/v1.1/docs/byFlowId/${approverId}", "listApproverBacklog",
     list_approver_backlog, person_in_path},
};

}  // namespace

OperationList list_operations() { return kOperations; }

}  // namespace mayday::hesi
