#include "fixtures.h"

#include "flow_desk.h"
#include "mayday/base/check.h"
#include "new_flow.h"

namespace mayday::hesi {
namespace {

constexpr std::string_view kLin = "Kq7DrillCorp00:ID01drStfLin01";
constexpr std::string_view kZhou = "Kq7DrillCorp00:ID01drStfZhou1";
constexpr std::string_view kQin = "Kq7DrillCorp00:ID01drStfQin01";

/// A document of the contract: how it was filled in and how far it had come when the drill began.
struct FixtureFlow {
  const char* id;
  const char* code;
  const char* title;
  const char* form;  ///< Template with version.
  const char* line;  ///< Detail template with version, or nullptr: `amount` is the form's own sum.
  const char* amount;
  FlowState reached;
};

constexpr FixtureFlow kFlows[] = {
    {"ID01drFlwPaid1", "B26000001", "Hangzhou hotel",
     "ID01drSpcTrip1:7b00ba48d31b64a5d394c04b30d35bf0fc5422a6",
     "Kq7DrillCorp00:hotel:expense:4952d33dad3cfd9929eb83e20d372a4128db832c", "680.00",
     FlowState::paid},
    {"ID01drFlwProc1", "B26000002", "Suzhou hotel",
     "ID01drSpcTrip1:7b00ba48d31b64a5d394c04b30d35bf0fc5422a6",
     "Kq7DrillCorp00:hotel:expense:4952d33dad3cfd9929eb83e20d372a4128db832c", "320.00",
     FlowState::processing},
    {"ID01drFlwGone1", "B26000003", "Deleted draft",
     "ID01drSpcTrip1:7b00ba48d31b64a5d394c04b30d35bf0fc5422a6",
     "Kq7DrillCorp00:hotel:expense:4952d33dad3cfd9929eb83e20d372a4128db832c", "100.00",
     FlowState::draft},
    {"ID01drFlwReq01", "S26000001", "Hangzhou visit",
     "ID01drSpcReq01:58131f999e6dd0ee446dbfc2b9b7992437395501",
     "Kq7DrillCorp00:hotel:requisition:fdb578a02e9d57b49741073805966a25887b2245", "1500.00",
     FlowState::paid},
    {"ID01drFlwLoan1", "J26000001", "Travel advance",
     "ID01drSpcLoan1:9943b6362538e7d2d0caa2f8a7f18bf228847363", nullptr, "2000.00",
     FlowState::paid},
};

void write_amount(JsonText& out, std::string_view name, const char* amount) {
  out.name(name).open().text("standard", amount).text("standardUnit", "元");
  out.number("standardScale", 2).text("standardSymbol", "¥").text("standardNumCode", "156");
  out.text("standardStrCode", "CNY").close();
}

/// The body with which somebody would have created it.
std::string body_of(const FixtureFlow& fixture) {
  JsonText out;
  out.open().name("form").open().text("title", fixture.title);
  out.text("submitterId", "Kq7DrillCorp00:ID01drStfLin01").text("specificationId", fixture.form);
  out.text("payeeId", "ID01drPayee001");
  if (fixture.line == nullptr) {
    write_amount(out, "loanMoney", fixture.amount);
  } else {
    out.name("details").open_list().open().text("feeTypeId", "Kq7DrillCorp00:hotel");
    out.text("specificationId", fixture.line).name("feeTypeForm").open();
    write_amount(out, "amount", fixture.amount);
    out.close().close().close_list();
  }
  out.close().close();
  return out.take();
}

/// Takes a document through its life, a step an hour. Nobody is told of what was before the drill.
void live(Flow& flow, FlowState until, Ids& ids) {
  Instant at = kLongAgo;
  if (flow.state == until) return;
  submit(flow, {}, ids, at);
  pass_check(flow, ids, at + kCheckTakes);
  agree(flow, {std::string(kZhou), "", std::nullopt, false}, ids, at + 1h);
  if (flow.state == until) return;
  start_payment(flow, kQin, at + 2h);
  if (flow.state == until) return;
  finish_payment(flow, kQin, at + 3h);
  MAYDAY_ASSERT(flow.state == until);
}

void load_flows(Tenant& tenant) {
  for (const FixtureFlow& fixture : kFlows) {
    FlowForm form = read_form(body_of(fixture), tenant.people);
    MAYDAY_ASSERT(!form.refusal);
    Flow flow = draft_of(tenant, std::move(form), fixture.id, fixture.code, kLongAgo);
    flow.fixture = true;
    flow.nodes[1].approver = kZhou;  // whoever manages the department in this drill
    live(flow, fixture.reached, tenant.ids);
    flow.active = fixture.reached != FlowState::draft;
    if (flow.form->form_type == "loan") flow.loan_package = "ID01drLoanPkg1";
    tenant.flows.add(std::move(flow));
  }
}

void load_objects(ObjectShelf& objects) {
  DataObject& project = objects.at(*find_entity(kProjects), "PRJ-001");
  project.id = "ID01drObjPrj01";
  project.name = "Project A";
  objects.touched(project, kLongAgo);
  DataObject& trip = objects.at(*find_entity(kTrips), "TRIP202609010000000001");
  trip.id = "ID01drTrip0001";
  trip.name = "北京市 - 杭州市";
  trip.owner = kLin;
  trip.made_by = "FLOW";
  trip.made_from = "ID01drFlwReq01";
  trip.fields = {{"订购状态", R"("待订购")"},
                 {"申请单编码", R"("S26000001")"},
                 {"行程日期", "1788220800000"},
                 {"出行人", "[\"" + std::string(kLin) + "\"]"}};
  objects.touched(trip, kLongAgo);
}

}  // namespace

void load_fixtures(Tenant& tenant) {
  load_flows(tenant);
  load_objects(tenant.objects);
}

}  // namespace mayday::hesi
