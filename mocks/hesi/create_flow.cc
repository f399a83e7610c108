#include "body.h"
#include "corporation.h"
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

}  // namespace

Handled Corporation::create_flow(const Exchange& x, Instant) {
  bool commit = x.target.query("isCommit") == "true";
  bool keep_draft = x.target.query("isUpdate") == "true";
  FlowForm form = read_form(x.request.body, people_);
  if (auto no = refuse_new(form)) return *no;
  if (commit && !keep_draft)
    if (auto no = obstacle(*form.form, form.payee)) return *no;
  return Handled::writing([this, body = x.request.body, commit, keep_draft](Instant now) {
    return create(body, commit, keep_draft, now);
  });
}

std::optional<Response> Corporation::refuse_new(const FlowForm& form) const {
  if (form.refusal) return form.refusal;
  if (!form.outer_code.empty() && flows_.by_outer_code(form.outer_code) != nullptr)
    return error(400, "外部编号" + form.outer_code + "已被其他单据使用");
  return std::nullopt;
}

Response Corporation::create(std::string_view body, bool commit, bool keep_draft, Instant now) {
  bring_up(now);
  FlowForm form = read_form(body, people_);
  if (auto no = refuse_new(form)) return *no;
  std::optional<Response> no = commit ? obstacle(*form.form, form.payee) : std::nullopt;
  if (no && !keep_draft) return *no;
  std::string code = ids_.code(form.form->code_prefix, year_at(starts_, now));
  Flow& flow = flows_.add(draft_of(std::move(form), ids_.opaque("flow"), std::move(code), now));
  if (no) return *no;  // the draft stays, as the caller asked
  if (commit) send_in(flow, {}, now);
  return written(flow);
}

Flow Corporation::draft_of(FlowForm form, std::string id, std::string code, Instant now) const {
  Flow flow;
  flow.id = std::move(id);
  flow.code = std::move(code);
  flow.outer_code = std::move(form.outer_code);
  flow.title = std::move(form.title);
  flow.form = form.form;
  flow.owner = form.submitter->id;
  flow.department = form.submitter->department;
  flow.payee = std::move(form.payee);
  flow.kept = std::move(form.kept);
  flow.amount = form.amount;
  for (const PlanStep& step : form.form->plan)
    flow.nodes.push_back({&step, std::string(approver_for(step, *form.submitter)), {}});
  save(flow, now);
  return flow;
}

std::string_view Corporation::approver_for(const PlanStep& step, const Staff& submitter) const {
  return step.by_manager ? people_.manager_of(submitter, step.approver) : step.approver;
}

void Corporation::send_in(Flow& flow, const Submission& how, Instant now) {
  Notices notices = submit(flow, how, ids_, now);
  stepped(flow, notices, now);
  schedule(now + kCheckTakes, {&flow, nullptr});
}

Response Corporation::written(const Flow& flow) const {
  JsonText out;
  out.open().text("value", "").number("type", -1).name("flow");
  write_flow(out, flow, people_, epoch_);
  out.close();
  return ok(std::move(out));
}

std::string Corporation::submitter_named(const Exchange& x) const {
  Body body(x.request.body);
  const json::object* form = body.object() == nullptr ? nullptr : object_of(*body.object(), "form");
  return form == nullptr ? std::string{} : std::string(text_of(*form, "submitterId"));
}

}  // namespace mayday::hesi
