#include "fields.h"

#include <algorithm>

#include "mayday/base/check.h"

namespace mayday::reader {
namespace {

std::string_view kind_of(const Node& node) {
  switch (node.kind) {
    case Node::Kind::nothing:
      return "nothing";
    case Node::Kind::scalar:
      return "one word";
    case Node::Kind::list:
      return "a list";
    case Node::Kind::map:
      return "a map";
  }
  broken("a node of no kind");
}

void expect(const Node& node, Node::Kind kind, std::string_view what, std::string_view form) {
  if (node.kind == kind) return;
  node.fail(std::string(what) + " is written as " + std::string(form) + ", but here is " +
            std::string(kind_of(node)));
}

}  // namespace

Fields::Fields(const Node& map, std::string_view what, const Names& known)
    : map_(map), what_(what) {
  expect_map(map, what);
  for (const Entry& entry : map.entries) {
    if (std::find(known.begin(), known.end(), entry.key) != known.end()) continue;
    map.source->fail(entry.place, "unknown key " + quote(entry.key) + " in " + what_ +
                                      suggestion(entry.key, known));
  }
}

const Node* Fields::find(std::string_view key) const {
  for (const Entry& entry : map_.entries)
    if (entry.key == key) return &entry.value;
  return nullptr;
}

const Node& Fields::need(std::string_view key, std::string_view why) const {
  if (const Node* value = find(key)) return *value;
  std::string message = what_ + " needs '" + std::string(key) + "'";
  if (!why.empty()) message += ": " + std::string(why);
  map_.fail(message);
}

Place Fields::place_of(std::string_view key) const {
  for (const Entry& entry : map_.entries)
    if (entry.key == key) return entry.place;
  broken("the place of an absent key");
}

void expect_map(const Node& node, std::string_view what) {
  expect(node, Node::Kind::map, what, "a map (key: value)");
}

void expect_list(const Node& node, std::string_view what) {
  expect(node, Node::Kind::list, what, "a list (- item, or [item, item])");
}

std::vector<const Node*> one_or_many(const Node& node) {
  if (node.kind != Node::Kind::list) return {&node};
  std::vector<const Node*> items;
  for (const Node& item : node.items) items.push_back(&item);
  return items;
}

}  // namespace mayday::reader
