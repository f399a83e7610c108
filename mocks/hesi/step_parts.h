#pragma once

#include "flow_steps.h"

/// What the steps of a document's life are made of.
namespace mayday::hesi {

/// Notes the time, and what approveStates will show from now on.
void touch(Flow& flow, Instant at);
/// Ends the open task as done, by the given row of the log.
void end_task(Flow& flow, std::string_view action, std::size_t log, Instant at);
/// Ends the open task, if there is one, because the document has gone elsewhere.
void cancel_task(Flow& flow, Instant at);
/// Moves the document to a node, or through the end.
Notices enter(Flow& flow, std::size_t index, Ids& ids, Instant at);
/// A log row by `actor`, with the node the document has come to.
LogRow row(const Flow& flow, std::string_view action, std::string_view actor, std::string node_id,
           Instant at);
/// Tells that the open task waits for its owner.
Notice waiting(const Flow& flow, std::string_view action, std::string_view action_name);
/// Tells the owner of something about the whole document.
Notice owner_told(const Flow& flow, std::string_view action, std::string_view action_name);

}  // namespace mayday::hesi
