#pragma once

#include <string>
#include <vector>

#include "tree.h"

namespace mayday::reader {

/// Checks the `{name}`s of one piece of a step's text: each is a value of the traveller's or one
/// that an earlier step kept. `node` is the part that messages point at.
void check_placeholders(const Node& node, const std::string& text,
                        const std::vector<std::string>& kept);

/// The same for every scalar of a part.
void check_placeholders(const Node& node, const std::vector<std::string>& kept);

}  // namespace mayday::reader
