#include "node_parts.h"

#include <algorithm>

#include "mayday/base/check.h"

namespace mayday::reader {
namespace {

bool same_entry(const Entry& a, const Entry& b) { return a.key == b.key && same(a.value, b.value); }

template <class Parts, class Write>
std::string join_parts(const Parts& parts, Write write) {
  std::string text;
  for (const auto& part : parts) text += (text.empty() ? "" : ", ") + write(part);
  return text;
}

}  // namespace

const Node* find_value(const Node* map, std::string_view key) {
  const Entry* entry = map == nullptr ? nullptr : find_entry(*map, key);
  return entry == nullptr ? nullptr : &entry->value;
}

bool same(const Node& a, const Node& b) {
  return a.kind == b.kind && a.text == b.text &&
         std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), same) &&
         std::is_permutation(a.entries.begin(), a.entries.end(), b.entries.begin(), b.entries.end(),
                             same_entry);
}

std::string on_one_line(const Node& node) {
  switch (node.kind) {
    case Node::Kind::nothing:
      return "nothing";
    case Node::Kind::scalar:
      return node.text;
    case Node::Kind::list:
      return "[" + join_parts(node.items, on_one_line) + "]";
    case Node::Kind::map:
      return "{" +
             join_parts(
                 node.entries,
                 [](const Entry& entry) { return entry.key + ": " + on_one_line(entry.value); }) +
             "}";
  }
  broken("a node of no kind");
}

std::string file_of(const Node& node) {
  const std::string& path = node.source->name();
  return path.substr(path.find_last_of('/') + 1);
}

}  // namespace mayday::reader
