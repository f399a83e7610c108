#include "flow_desk.h"

#include "budgets.h"
#include "messages.h"
#include "trips.h"

namespace mayday::hesi {
namespace {

bool still_open(const Flow& flow, const std::string& task) {
  return flow.active && flow.open_task() != nullptr && flow.open_task()->id == task;
}

/// Without an answer from outside, the robot does what the node's settings say.
void fall_back(Tenant& tenant, Flow& flow, RobotFallback how, Instant at) {
  Verdict verdict{std::string(kRobot), "", std::nullopt, false};
  switch (how) {
    case RobotFallback::stay:
      return;
    case RobotFallback::agree:
      return stepped(tenant, flow, agree(flow, verdict, tenant.ids, at), at);
    case RobotFallback::reject:
      return stepped(tenant, flow, reject(flow, verdict, tenant.ids, at), at);
  }
}

void ask_outside(Tenant& tenant, Flow& flow, const Notice& notice, Instant at) {
  tenant.outbox.post(robot_message(flow, notice), at);
  tenant.agenda.plan(at + tenant.settings.robot_wait,
                     [&tenant, &flow, task = notice.backlog_id](Instant due) {
                       if (still_open(flow, task))
                         fall_back(tenant, flow, tenant.settings.robot_waited, due);
                     });
}

void plan_payment(Tenant& tenant, Flow& flow, const Notice& notice, Instant at) {
  tenant.agenda.plan(at + tenant.settings.payment_starts_after,
                     [&tenant, &flow, task = notice.backlog_id](Instant due) {
                       if (!still_open(flow, task) || flow.state != FlowState::paying) return;
                       stepped(tenant, flow, start_payment(flow, flow.node()->approver, due), due);
                     });
}

void plan_archive(Tenant& tenant, Flow& flow, Instant at) {
  tenant.agenda.plan(at + tenant.settings.archived_after, [&tenant, &flow](Instant due) {
    if (flow.active && flow.state == FlowState::paid)
      stepped(tenant, flow, archive(flow, due), due);
  });
}

/// Contract M10, and what the documents say of trips and write-offs.
void finish(Tenant& tenant, Flow& flow, Instant at) {
  if (flow.form->form_type == "requisition") put_trips(tenant.objects, flow, at);
  if (flow.form->form_type == "loan" && flow.loan_package.empty())
    flow.loan_package = tenant.ids.opaque("loan");
  for (const WriteOff& part : flow.write_offs)
    tenant.outbox.post(repayment_message(flow, part), at);
  plan_archive(tenant, flow, at);
}

}  // namespace

void send_in(Tenant& tenant, Flow& flow, const Submission& how, Instant now) {
  stepped(tenant, flow, submit(flow, how, tenant.ids, now), now);
  plan_check(tenant, flow, now);
}

void plan_check(Tenant& tenant, Flow& flow, Instant now) {
  tenant.agenda.plan(now + kCheckTakes, [&tenant, &flow, task = flow.open_task()->id](Instant due) {
    if (!still_open(flow, task)) return;
    bool over = over_budget(tenant.flows, flow);
    stepped(tenant, flow,
            over ? fail_check(flow, "超出预算", due) : pass_check(flow, tenant.ids, due), due);
  });
}

void stepped(Tenant& tenant, Flow& flow, const Notices& notices, Instant at) {
  tenant.flows.settle(flow);
  for (const Notice& notice : notices) {
    if (notice.receiver == kRobot) {
      ask_outside(tenant, flow, notice, at);
      continue;
    }
    if (!notice.receiver.empty())  // empty: a node whose approver was left out at submission
      tenant.outbox.post(approval_message(flow, notice, tenant.people), at);
    if (notice.action == kPayingNotice) plan_payment(tenant, flow, notice, at);
    if (notice.action == kPaidNotice) finish(tenant, flow, at);
  }
}

bool hear_of_delivery(Tenant& tenant, const Push& push, const PushAttempt& attempt) {
  Outbox::Fate fate = tenant.outbox.delivered(push, attempt);
  if (fate.taken || fate.message.topic != Topic::robot) return fate.taken;
  Flow* flow = tenant.flows.by_id(fate.message.flow_id);
  bool waits = flow != nullptr && waits_for_robot(*flow) &&
               flow->open_task()->node_id == fate.message.node_id;
  if (waits && fate.lost) fall_back(tenant, *flow, tenant.settings.robot_unreached, attempt.ended);
  if (!waits) tenant.outbox.forget(push);  // nobody asks for a node that the document has left
  return !waits;
}

}  // namespace mayday::hesi
