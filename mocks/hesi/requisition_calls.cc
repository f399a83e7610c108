#include <boost/json/serialize.hpp>

#include "body.h"
#include "lists.h"
#include "money_field.h"
#include "operations.h"
#include "phase.h"
#include "shapes.h"

namespace mayday::hesi {
namespace {

/// An item (申请事项) exists once its requisition is approved (contract M10), also while that is
/// being changed. Nothing of the contract closes one.
constexpr std::string_view kState = "PROCESS";

bool is_item(const Flow& flow) {
  return flow.active && flow.form->form_type == "requisition" && flow.paid;
}

bool draws_on(const Flow& flow, std::string_view requisition) {
  return std::ranges::count(flow.requisitions, requisition) > 0;
}

void write_related(JsonText& out, const Flow& flow, bool requisition) {
  out.open().text("id", flow.id).text("code", flow.code).text("name", flow.title);
  out.raw("money", decimal(flow.amount));
  out.text("state", requisition ? kState : to_text(flow.state));
  out.text("formType", flow.form->form_type).flag("isRequisition", requisition).close();
}

/// The item itself and the documents that draw on it; sums of what these spend.
void write_use(JsonText& out, const Flow& item, const FlowShelf& flows) {
  Money done{0, "CNY"};
  Money under_way{0, "CNY"};
  out.name("related").open_list();
  write_related(out, item, true);
  for (const Flow& flow : flows.all()) {
    if (!flow.active || !draws_on(flow, item.id)) continue;
    write_related(out, flow, false);
    if (phase_of(flow) == Phase::finished) done.minor += flow.amount.minor;
    if (phase_of(flow) == Phase::under_way) under_way.minor += flow.amount.minor;
  }
  out.close_list().raw("expenseMoneyDone", decimal(done));
  out.raw("expenseMoneyProcess", decimal(under_way));
}

void write_form_parts(JsonText& out, const Flow& item, Epoch epoch) {
  Body form("{" + item.kept + "}");
  const json::array* details =
      form.object() == nullptr ? nullptr : list_of(*form.object(), "details");
  std::optional<std::int64_t> date =
      form.object() == nullptr ? std::nullopt : number_of(*form.object(), "requisitionDate");
  out.number("requisitionDate", date.value_or(epoch.ms(item.submitted)));
  out.raw("details", details == nullptr ? "[]" : json::serialize(*details));
}

void write_item(JsonText& out, const Flow& item, const Tenant& tenant) {
  out.open().text("id", item.id).text("code", item.code).text("name", item.title);
  out.text("title", item.title).text("state", kState).flag("active", true);
  out.text("flowId", item.id).text("ownerId", item.owner).text("submitterId", item.owner);
  write_use(out, item, tenant.flows);
  out.null("closeLog");
  for (std::string_view list : {"changeLogs", "sharedOwnerIds"})
    out.name(list).open_list().close_list();
  out.text("applyCloseRule", "manual").text("specificationId", item.form->current);
  out.raw("requisitionMoney", decimal(item.amount));
  write_money(out, "requisitionMoneyNode", item.amount);
  write_form_parts(out, item, tenant.epoch);
  out.close();
}

Handled list_requisitions(Tenant& tenant, const Exchange& x, Instant) {
  if (auto no = missing(x, {"staffId", "state"})) return *no;
  Page page = read_page(x, "start", true);
  if (page.refusal) return *page.refusal;
  std::string staff(x.target.query("staffId"));
  if (tenant.people.find(staff) == nullptr) return error(400, "员工" + staff + "不存在");
  constexpr std::string_view kStates[] = {"ALL", "PROCESS", "MANUAL_CLOSED", "FORCE_CLOSED"};
  std::string_view state = x.target.query("state");
  if (std::ranges::count(kStates, state) == 0) return error(400, "参数state无法识别");
  std::vector<const Flow*> rows;
  for (const Flow& flow : tenant.flows.all())
    if (is_item(flow) && flow.owner == staff && (state == "ALL" || state == kState))
      rows.push_back(&flow);
  return page_of_rows(rows, page,
                      [&](JsonText& out, const Flow& item) { write_item(out, item, tenant); });
}

/// The bare object, without "value" around it.
Handled get_requisition(Tenant& tenant, const Exchange& x, Instant) {
  const Flow* flow = tenant.flows.by_id(x.values.front());
  if (flow == nullptr || !is_item(*flow)) return error(400, "申请事项不存在");
  JsonText out;
  write_item(out, *flow, tenant);
  return ok(std::move(out));
}

constexpr Operation kOperations[] = {
    {"POST", "/api/openapi/v1/requisition/getData", "listRequisitions", list_requisitions,
     staff_in_query},
    {"GET", "/api/openapi/v1/requisition/${id}", "getRequisition", get_requisition, owner_in_path},
};

}  // namespace

OperationList requisition_operations() { return kOperations; }

}  // namespace mayday::hesi
