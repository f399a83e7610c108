#pragma once

#include <string>
#include <vector>

#include "mayday/base/member.h"
#include "tree.h"

namespace mayday::reader {

/// Reads calls, "GET /v1/payments/{id}" or a path alone for every method, as the ids of the
/// member's operations; each once, in the order written.
std::vector<std::string> read_calls(const Node& node, Member vendor);

}  // namespace mayday::reader
