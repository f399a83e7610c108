#pragma once

#include <string>
#include <string_view>

#include "tree.h"

/// Looking into parts of files without knowing what they mean.
namespace mayday::reader {

/// A map's entry; nullptr when it has none of that key.
template <class Map>
auto find_entry(Map& map, std::string_view key) -> decltype(map.entries.data()) {
  for (auto& entry : map.entries)
    if (entry.key == key) return &entry;
  return nullptr;
}

/// A map's value; nullptr when there is none, or no map.
const Node* find_value(const Node* map, std::string_view key);

/// They say the same: maps in any order.
bool same(const Node& a, const Node& b);

/// The item of a list that has the same value under `key` as `like`; nullptr when there is none.
template <class List>
auto find_item(List& list, std::string_view key, const Node& like) -> decltype(list.items.data()) {
  const Node* name = find_value(&like, key);
  if (name == nullptr) return nullptr;
  for (auto& item : list.items) {
    const Node* other = find_value(&item, key);
    if (other != nullptr && same(*other, *name)) return &item;
  }
  return nullptr;
}

/// The part on one line: "{mobile: 60%, pc: 40%}".
std::string on_one_line(const Node& node);

/// "drills/mine.yaml" is called "mine.yaml".
std::string file_of(const Node& node);

}  // namespace mayday::reader
