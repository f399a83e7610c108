#include "joining.h"

#include <string>
#include <utility>

#include "durations.h"
#include "fields.h"
#include "nearest.h"
#include "node_parts.h"

namespace mayday::reader {
namespace {

[[noreturn]] void fail_contradiction(const std::string& what, const Node& there, const Node& here) {
  here.fail(what + " is " + quote(on_one_line(there)) + " in " + file_of(there) + " and " +
            quote(on_one_line(here)) + " here; say which in the file that combines them");
}

/// Adds the settings of one more part. Those that the combining file sets itself, in `own`, may
/// differ.
void add_settings(Node& sum, const Node& part, const Node* own, const std::string& name) {
  expect_map(part, name);
  for (const Entry& entry : part.entries) {
    const Node* decided = find_value(own, entry.key);
    Entry* there = find_entry(sum, entry.key);
    std::string full_name = name + "." + entry.key;
    if (there == nullptr) {
      sum.entries.push_back(entry);
    } else if (there->value.kind == Node::Kind::map && entry.value.kind == Node::Kind::map) {
      add_settings(there->value, entry.value, decided, full_name);
    } else if (decided == nullptr && !same(there->value, entry.value)) {
      fail_contradiction(full_name, there->value, entry.value);
    }
  }
}

/// What the combining file says, over what its parts say.
void lay_over(Node& sum, const Node& own) {
  for (const Entry& entry : own.entries) {
    Entry* there = find_entry(sum, entry.key);
    if (there == nullptr)
      sum.entries.push_back(entry);
    else if (there->value.kind == Node::Kind::map && entry.value.kind == Node::Kind::map)
      lay_over(there->value, entry.value);
    else
      *there = entry;
  }
}

bool is_higher(const Node& a, const Node& b) {
  Rate one = read_rate(a);
  Rate other = read_rate(b);
  return one.count * (other.per / 1s) > other.count * (one.per / 1s);
}

/// A second line for a journey: the higher rate, and everything else must agree.
void add_to_line(Node& there, const Node& line, const Node* own) {
  std::string name = "journeys." + on_one_line(*find_value(&line, "run")) + ".";
  for (const Entry& entry : line.entries) {
    Entry* known = find_entry(there, entry.key);
    if (known == nullptr)
      there.entries.push_back(entry);
    else if (entry.key == "rate" && is_higher(entry.value, known->value))
      *known = entry;
    else if (entry.key != "rate" && find_value(own, entry.key) == nullptr &&
             !same(known->value, entry.value))
      fail_contradiction(name + entry.key, known->value, entry.value);
  }
}

void add_journeys(Node& sum, const Node& part, const Node* own) {
  expect_list(part, "the list of journeys");
  for (const Node& line : part.items) {
    Node* there = find_item(sum, "run", line);
    if (there == nullptr)
      sum.items.push_back(line);
    else
      add_to_line(*there, line, own == nullptr ? nullptr : find_item(*own, "run", line));
  }
}

void add_faults(Node& sum, const Node& part, const Node* own) {
  expect_list(part, "the list of faults");
  for (const Node& fault : part.items) {
    const Node* there = find_item(sum, "id", fault);
    bool decided = own != nullptr && find_item(*own, "id", fault) != nullptr;
    if (there == nullptr)
      sum.items.push_back(fault);
    else if (!decided)
      fault.fail("a fault of the id " + quote(on_one_line(*find_value(&fault, "id"))) + " is in " +
                 file_of(*there) + ", too; rename one of them");
  }
}

void add_injects(Node& sum, const Node& part) {
  expect_list(part, "the list of injects");
  sum.items.insert(sum.items.end(), part.items.begin(), part.items.end());
}

void add_part(std::string_view key, Node& sum, const Node& part, const Node* own) {
  if (key == "journeys") return add_journeys(sum, part, own);
  if (key == "faults") return add_faults(sum, part, own);
  if (key == "injects") return add_injects(sum, part);
  add_settings(sum, part, own, std::string(key));
}

/// The combining file's own lines: of a journey over the parts', of a fault in the place of theirs.
void put_own_items(std::string_view key, Node& sum, const Node& own) {
  for (const Node& item : own.items) {
    Node* there = find_item(sum, key == "faults" ? "id" : "run", item);
    if (key == "injects" || there == nullptr)
      sum.items.push_back(item);
    else if (key == "faults")
      *there = item;
    else
      lay_over(*there, item);
  }
}

void put_own(std::string_view key, Node& sum, const Node& own) {
  if (own.kind != sum.kind)
    sum = own;  // its reader says that it is wrong
  else if (own.kind == Node::Kind::list)
    put_own_items(key, sum, own);
  else
    lay_over(sum, own);
}

void join_key(Node& root, std::string_view key, const std::vector<const Node*>& parts) {
  Entry* said = find_entry(root, key);
  const Node* own = said == nullptr ? nullptr : &said->value;
  Node sum;
  bool map = key == "estate" || key == "vendors";
  for (const Node* part : parts) {
    const Node* value = find_value(part, key);
    if (value == nullptr) continue;
    if (sum.source == nullptr) {
      sum.source = value->source;
      sum.place = value->place;
      sum.kind = map ? Node::Kind::map : Node::Kind::list;
    }
    add_part(key, sum, *value, own);
  }
  if (sum.source == nullptr) return;
  if (own != nullptr) put_own(key, sum, *own);
  if (said != nullptr)
    said->value = std::move(sum);
  else
    root.entries.push_back({std::string(key), sum.place, std::move(sum)});
}

/// What keeps one drill safe must not be lost unseen.
void check_safety(const Node& root, const std::vector<const Node*>& parts) {
  if (find_value(&root, "safety") != nullptr) return;
  for (const Node* part : parts)
    if (const Node* safety = find_value(part, "safety"))
      safety->fail("what keeps one drill safe need not do so for several; write 'safety' in " +
                   file_of(root) + ", which combines this one");
}

}  // namespace

void join(Node& root, const std::vector<const Node*>& parts) {
  for (std::string_view key : {"estate", "journeys", "faults", "vendors", "injects"})
    join_key(root, key, parts);
  check_safety(root, parts);
}

}  // namespace mayday::reader
