#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "nearest.h"
#include "tree.h"

namespace mayday::reader {

/// A map of the language. Its constructor refuses a part that is not a map and the first key that
/// is not one of `known`. `what` names the map in messages: "a fault".
class Fields {
 public:
  Fields(const Node& map, std::string_view what, const Names& known);

  /// The value of a key, or nullptr when the key is absent.
  const Node* find(std::string_view key) const;
  /// The value of a key; throws when it is absent, with `why` it is needed.
  const Node& need(std::string_view key, std::string_view why = {}) const;
  bool has(std::string_view key) const { return find(key) != nullptr; }
  /// The place of a key that is there.
  Place place_of(std::string_view key) const;

  const Node& node() const { return map_; }

 private:
  const Node& map_;
  std::string what_;
};

/// Throws unless the part is a map (a list); `what` names it in messages.
void expect_map(const Node& node, std::string_view what);
void expect_list(const Node& node, std::string_view what);

/// The items of a list, or the part itself where one alone is written without brackets.
std::vector<const Node*> one_or_many(const Node& node);

}  // namespace mayday::reader
