#pragma once

#include <vector>

#include "mayday/base/effects.h"
#include "tree.h"

namespace mayday::reader {

/// Reads one change of a JSON body or a list of them: {drop: a.b}, {rename: a.b, to: c},
/// {retype: a.b}, {null: a.b}, {set: a.b, to: value}, {unit: a.b, times: 100}.
std::vector<Mutation> read_mutations(const Node& node);

}  // namespace mayday::reader
