#include "batch_text.h"

#include "body.h"
#include "shapes.h"

namespace mayday::hesi {
namespace {

std::optional<Batch::Action> action_named(std::string_view name) {
  if (name == "freeflow.agree") return Batch::Action::agree;
  if (name == "freeflow.reject") return Batch::Action::reject;
  if (name == "freeflow.nullify") return Batch::Action::nullify;
  return std::nullopt;
}

void write_faults(JsonText& out, const Batch& batch) {
  out.name("errorMsg").open_list();
  for (const Batch::Fault& fault : batch.faults) {
    out.open().text("flowCode", fault.code).text("flowTitle", fault.title);
    out.text("msg", fault.message).text("flowId", fault.flow_id);
    out.text("backlogId", fault.backlog_id).close();
  }
  out.close_list();
}

}  // namespace

std::optional<Response> read_decision(std::string_view text, Batch& batch) {
  Body body(text);
  batch.approver = body.text("approveId");
  const json::object* action =
      body.object() == nullptr ? nullptr : object_of(*body.object(), "action");
  if (action == nullptr) return error(400, batch.approver.empty() ? kNoApprover : "未设置审批动作");
  std::optional<Batch::Action> kind = action_named(text_of(*action, "name"));
  if (!kind) return error(400, "审批动作不正确");
  batch.action = *kind;
  batch.comment = text_of(*action, "comment");
  batch.reject_to = text_of(*action, "rejectTo");
  std::string_view resubmit = text_of(*action, "resubmitMethod");
  batch.to_rejector = resubmit == "TO_REJECTOR";
  // Not documented; contract M8.
  if (batch.action == Batch::Action::reject && resubmit != "FROM_START" && !batch.to_rejector)
    return error(400, "驳回时必须指定重新提交方式");
  return std::nullopt;
}

Response counters(const Batch& batch, bool receipt) {
  auto total = static_cast<std::int64_t>(batch.flows.size());
  auto errors = static_cast<std::int64_t>(batch.faults.size());
  JsonText out;
  out.open().name("value").open().number("total", total).number("success", batch.success);
  out.number("error", errors).number("residue", total - batch.success - errors);
  if (receipt) {
    out.null("errorMsg");
  } else {
    write_faults(out, batch);
  }
  out.text("lastBacklogId", "").number("filter", 0).close().close();
  return ok(std::move(out));
}

}  // namespace mayday::hesi
