#pragma once

#include "mayday/base/json.h"
#include "mayday/base/plan.h"
#include "tree.h"

namespace mayday::reader {

/// What may stand where in an action's body.
enum class Shape {
  text,  ///< One string, or {zh, en}: both on one line.
  flag,
  level,    ///< 1, 2 or 3.
  minutes,  ///< A duration of whole minutes, from the time of sending.
  component,
  components,  ///< One or a list.
  kind,
  party,
  functions,
  vendor,
  channels,
  audience,
  claim,          ///< mitigated | recovered.
  request_ids,    ///< Ids, or {seen: failing, take: 3}.
  evidence,       ///< Of a ticket.
  order_ids,      ///< Ids, or `seen`.
  review_actions  ///< Maps of texts.
};

/// One value of an action's body, as the drill takes it.
json::value read_shape(const Node& node, Shape shape, const Vocabulary* vocabulary);

/// {manual_approval: on} or {action: auth-rollback}.
json::object read_desk_change(const Node& node);

}  // namespace mayday::reader
