#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "flow.h"
#include "ids.h"

/// A document's life as plain steps: contract `x-state-machine`. Each step checks nothing but its
/// own precondition (see the predicates), changes the document and returns what subscribers are
/// told. Approval is in flow_steps.cc, what owners do in owner_steps.cc, payment in
/// payment_steps.cc.
namespace mayday::hesi {

/// What an outbound message will say of a step.
struct Notice {
  std::string_view action;
  std::string_view action_name;
  std::string receiver;  ///< Staff id, or "ebot": an outside system is asked.
  std::string node_id;
  std::string backlog_id;
  FlowState state;
  std::string approver = {};  ///< Who acted before, or empty.
};
using Notices = std::vector<Notice>;
inline constexpr std::string_view kPaidNotice = "flow.paid";
inline constexpr std::string_view kPayingNotice = "backlog.paying";

/// What an approver has to say.
struct Verdict {
  std::string actor;
  std::string comment;
  std::optional<std::size_t> reject_to;  ///< Node to go back to; none: the submitter.
  bool to_rejector = false;              ///< A resubmission skips the nodes already passed.
};

/// What a submitter says beside the document.
struct Submission {
  bool urgent = false;
  std::string reason;
};

bool can_submit(const Flow& flow);
/// A decision is waited for, and it is this person's, or the robot's.
bool waits_for(const Flow& flow, std::string_view actor);
bool waits_for_robot(const Flow& flow);
/// In approval, and nobody but robots has acted since the submission (contract M6).
bool can_retract(const Flow& flow);
bool can_delete(const Flow& flow);
/// A finished requisition.
bool can_alter(const Flow& flow);
/// The current approver may change the document.
bool editable_in_approval(const Flow& flow);

/// A new draft is in the books.
void save(Flow& flow, Instant at);
/// draft or rejected -> pending. Nodes get new ids.
Notices submit(Flow& flow, const Submission& how, Ids& ids, Instant at);
/// pending -> approving, paying or paid: the cost check has passed.
Notices pass_check(Flow& flow, Ids& ids, Instant at);
/// pending -> rejected: the cost check, or the budget, says no.
Notices fail_check(Flow& flow, std::string_view reason, Instant at);
/// approving -> the next node, or paid after the last.
Notices agree(Flow& flow, const Verdict& verdict, Ids& ids, Instant at);
/// approving -> rejected, or back to an earlier node.
Notices reject(Flow& flow, const Verdict& verdict, Ids& ids, Instant at);
/// approving -> nullified. No message code for it has been published, so nobody is told.
Notices nullify(Flow& flow, const Verdict& verdict, Instant at);

/// approving -> draft.
Notices retract(Flow& flow, Instant at);
/// draft or rejected -> deleted, which is no state of its own.
Notices remove(Flow& flow, Instant at);
/// paid or archived -> draft.
Notices alter(Flow& flow, Instant at);
/// The content has changed. In approval the cost check and robots look at it again: -> pending.
Notices edit(Flow& flow, std::string_view editor, Ids& ids, Instant at);
/// Somebody has a word to say; the document stays where it is.
Notices comment(Flow& flow, LogRow words, const std::vector<std::string>& mentioned, Instant at);

/// paying -> processing. In the real product only a cashier at the screen does it.
Notices start_payment(Flow& flow, std::string_view cashier, Instant at);
/// processing -> paid.
Notices finish_payment(Flow& flow, std::string_view cashier, Instant at);
/// processing -> paying: the bank has not paid.
Notices fail_payment(Flow& flow, std::string_view reason, Instant at);
/// paid -> archived. In the real product the submitter confirms at the screen.
Notices archive(Flow& flow, Instant at);

/// The node's number by its instance id, among the people before the current one.
std::optional<std::size_t> earlier_person(const Flow& flow, std::string_view node_id);

}  // namespace mayday::hesi
