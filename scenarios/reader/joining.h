#pragma once

#include <vector>

#include "tree.h"

namespace mayday::reader {

/// Puts what happens in several scenarios into one: `estate`, `vendors`, `journeys`, `faults` and
/// `injects`. What `root` says itself decides. Throws where two parts contradict each other and it
/// says nothing, or where a part has a `safety` and it has none.
void join(Node& root, const std::vector<const Node*>& parts);

}  // namespace mayday::reader
