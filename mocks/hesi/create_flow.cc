#include "flow_desk.h"
#include "new_flow.h"
#include "operations.h"
#include "shapes.h"

namespace mayday::hesi {
namespace {

/// Why a document that may be saved cannot be submitted at once; nothing when it can.
std::optional<Response> obstacle(const FlowTemplate& form, std::string_view payee) {
  if (form.form_type != "requisition" && payee.empty())
    return error(400, "必填字段[收款信息]没有值");
  for (const PlanStep& step : form.plan)
    if (step.hand_picked) return error(400, "审批节点[" + std::string(step.name) + "]未选择审批人");
  return std::nullopt;
}

/// Document numbers carry the year as people in China see it.
int year_at(std::int64_t starts, Instant now) {
  std::chrono::seconds local{starts};
  local += std::chrono::duration_cast<std::chrono::seconds>(now.since_start) + 8h;
  return std::stoi(civil_date(local).substr(0, 4));
}

/// In two parts: the draft, and handing it in.
Response create(Tenant& tenant, std::string_view body, bool commit, bool keep_draft, Instant now,
                Commit done) {
  FlowForm form = read_form(body, tenant.people);
  if (auto no = refuse_form(tenant, form, nullptr)) return *no;
  std::optional<Response> no = commit ? obstacle(*form.form, form.payee) : std::nullopt;
  if (no && !keep_draft) return *no;
  std::string code = tenant.ids.code(form.form->code_prefix, year_at(tenant.starts, now));
  std::string id = tenant.ids.opaque("flow");
  Flow draft = draft_of(tenant, std::move(form), std::move(id), std::move(code), now);
  if (done == Commit::nothing) return written(draft, tenant.people, tenant.epoch);
  Flow& flow = tenant.flows.add(std::move(draft));
  if (no) return *no;  // the draft stays, as the caller asked
  if (commit && done == Commit::whole) send_in(tenant, flow, {}, now);
  return written(flow, tenant.people, tenant.epoch);
}

Handled create_flow(Tenant& tenant, const Exchange& x, Instant) {
  bool commit = x.target.query("isCommit") == "true";
  bool keep_draft = x.target.query("isUpdate") == "true";
  FlowForm form = read_form(x.request.body, tenant.people);
  if (auto no = refuse_form(tenant, form, nullptr)) return *no;
  if (commit && !keep_draft)
    if (auto no = obstacle(*form.form, form.payee)) return *no;
  Handled handled = Handled::writing(
      [&tenant, body = x.request.body, commit, keep_draft](Instant now, Commit done) {
        return create(tenant, body, commit, keep_draft, now, done);
      });
  handled.order = std::move(form.outer_code);
  return handled;
}

constexpr Operation kOperations[] = {
    {"POST", "/api/openapi/v2.2/flow/data", "createFlow", create_flow, submitter_named, kWrite},
};

}  // namespace

OperationList create_operations() { return kOperations; }

}  // namespace mayday::hesi
