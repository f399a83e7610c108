#include "mutation_reader.h"

#include <algorithm>

#include "scalars.h"
#include "wire_values.h"

namespace mayday::reader {
namespace {

constexpr std::int64_t kMostTimes = 1'000'000;

const Names kChanges = {"drop", "rename", "retype", "null", "set", "unit"};

/// Which change a map is about; the other keys belong to it.
const Entry& find_change(const Node& node) {
  expect_map(node, "a change of a body");
  for (const Entry& entry : node.entries)
    if (std::find(kChanges.begin(), kChanges.end(), entry.key) != kChanges.end()) return entry;
  if (node.entries.empty()) node.fail("a change of a body is missing here");
  const Entry& first = node.entries.front();
  node.source->fail(first.place, "unknown change of a body " + quote(first.key) +
                                     suggestion(first.key, kChanges));
}

const std::string& read_member_name(const Node& node) {
  const std::string& name = read_scalar(node, "the new name");
  if (name.empty() || name.size() > 64 || name.find('.') != std::string::npos)
    node.fail(quote(name) + " cannot be a new name; write the last part alone, at most 64 letters");
  return name;
}

Mutation read_mutation(const Node& node) {
  const Entry& named = find_change(node);
  std::string what = "the change " + quote(named.key);
  Mutation mutation;
  mutation.path = read_body_path(named.value);
  if (named.key == "rename") {
    mutation.change = Change::rename;
    mutation.to = read_member_name(Fields(node, what, {"rename", "to"}).need("to"));
  } else if (named.key == "set") {
    mutation.change = Change::set;
    mutation.to = canonical(read_json(Fields(node, what, {"set", "to"}).need("to")));
  } else if (named.key == "unit") {
    mutation.change = Change::unit;
    const Node& times = Fields(node, what, {"unit", "times"}).need("times");
    mutation.factor = read_integer(times, "times", 2, kMostTimes);
  } else {
    Fields(node, what, {named.key});
    if (named.key == "retype") mutation.change = Change::retype;
    if (named.key == "null") mutation.change = Change::null;
  }
  return mutation;
}

}  // namespace

std::vector<Mutation> read_mutations(const Node& node) {
  std::vector<Mutation> mutations;
  for (const Node* item : one_or_many(node)) mutations.push_back(read_mutation(*item));
  if (mutations.empty()) node.fail("name at least one change of the body");
  return mutations;
}

}  // namespace mayday::reader
