#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "flow.h"
#include "ids.h"

/// A document's life as plain steps: contract `x-state-machine`. Each step checks nothing but its
/// own precondition (see the predicates), changes the document and returns what subscribers are
/// told.
namespace mayday::hesi {

/// What an outbound message will say of a step.
struct Notice {
  std::string_view action;
  std::string_view action_name;
  std::string receiver;  ///< Staff id.
  std::string node_id;
  std::string backlog_id;
  FlowState state;
};
using Notices = std::vector<Notice>;

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
/// An approver's decision is waited for, and it is this person's.
bool waits_for(const Flow& flow, std::string_view staff);

/// A new draft is in the books.
void save(Flow& flow, Instant at);
/// draft or rejected -> pending. Nodes get new ids.
Notices submit(Flow& flow, const Submission& how, Ids& ids, Instant at);
/// pending -> approving, paying or paid: the cost check has passed.
Notices pass_check(Flow& flow, Ids& ids, Instant at);
/// approving -> the next node, or paid after the last.
Notices agree(Flow& flow, const Verdict& verdict, Ids& ids, Instant at);
/// approving -> rejected, or back to an earlier node.
Notices reject(Flow& flow, const Verdict& verdict, Ids& ids, Instant at);
/// approving -> nullified. No message code for it has been published, so nobody is told.
Notices nullify(Flow& flow, const Verdict& verdict, Instant at);
/// paying -> processing. In the real product only a cashier at the screen does it.
Notices start_payment(Flow& flow, std::string_view cashier, Instant at);
/// processing -> paid.
Notices finish_payment(Flow& flow, std::string_view cashier, Instant at);

/// The node's number by its instance id, among the people before the current one.
std::optional<std::size_t> earlier_person(const Flow& flow, std::string_view node_id);

}  // namespace mayday::hesi
