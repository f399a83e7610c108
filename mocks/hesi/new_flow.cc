#include "new_flow.h"

#include "flow_steps.h"
#include "loans.h"
#include "shapes.h"

namespace mayday::hesi {

void fill_in(Flow& flow, FlowForm form) {
  flow.title = std::move(form.title);
  flow.payee = std::move(form.payee);
  flow.kept = std::move(form.kept);
  flow.amount = form.amount;
  flow.requisitions = std::move(form.requisitions);
  flow.write_offs = std::move(form.write_offs);
}

Flow draft_of(const Tenant& tenant, FlowForm form, std::string id, std::string code, Instant now) {
  Flow flow;
  flow.id = std::move(id);
  flow.code = std::move(code);
  flow.form = form.form;
  flow.owner = form.submitter->id;
  flow.department = form.submitter->department;
  for (const PlanStep& step : form.form->plan)
    flow.nodes.push_back({&step, std::string(approver_for(tenant, step, *form.submitter)), {}});
  flow.outer_code = form.outer_code;
  fill_in(flow, std::move(form));
  save(flow, now);
  return flow;
}

std::string_view approver_for(const Tenant& tenant, const PlanStep& step, const Staff& submitter) {
  return step.by_manager ? tenant.people.manager_of(submitter, step.approver) : step.approver;
}

std::optional<Response> refuse_form(const Tenant& tenant, const FlowForm& form, const Flow* own) {
  if (form.refusal) return form.refusal;
  for (const WriteOff& part : form.write_offs)
    if (find_loan(tenant.flows, part.loan) == nullptr) return error(400, kLoanNotFound);
  const Flow* taken =
      form.outer_code.empty() ? nullptr : tenant.flows.by_outer_code(form.outer_code);
  if (taken != nullptr && taken != own)
    return error(400, "外部编号" + form.outer_code + "已被其他单据使用");
  return std::nullopt;
}

}  // namespace mayday::hesi
