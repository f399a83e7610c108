#pragma once

#include <string>

#include "mayday/base/plan.h"
#include "tree.h"

namespace mayday::reader {

/// Reads the picklists: components with their edges, fault kinds, parties, and roles if there are
/// any. Every edge leads to a
/// component of the list, no component is its own ancestor, and no synonym belongs to two terms.
Vocabulary read_vocabulary(const std::string& path);

/// A component, kind or party that the vocabulary knows, by its id.
const std::string& read_component(const Node& node, const Vocabulary& vocabulary);
const std::string& read_kind(const Node& node, const Vocabulary& vocabulary);
const std::string& read_party(const Node& node, const Vocabulary& vocabulary);

}  // namespace mayday::reader
