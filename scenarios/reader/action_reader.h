#pragma once

#include <vector>

#include "mayday/base/plan.h"
#include "mayday/base/responder.h"
#include "tree.h"

namespace mayday::reader {

/// Reads what a responder does: one action or a list. An action is a word (`acknowledge`) or a map
/// of one key ({grade: 2}). Names are checked against `vocabulary`, unless that is nullptr.
std::vector<ResponderDo> read_actions(const Node& node, const Vocabulary* vocabulary);

}  // namespace mayday::reader
