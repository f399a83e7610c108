#include "combination.h"

#include "durations.h"
#include "fields.h"
#include "joining.h"

namespace mayday::reader {
namespace {

constexpr std::size_t kMostParts = 3;

/// Every time that a part names, so much later. What follows an occasion follows it anyway.
void shift(Node& root, Duration by) {
  for (Entry& entry : root.entries) {
    if (entry.key != "faults" && entry.key != "injects") continue;
    for (Node& item : entry.value.items)
      for (Entry& field : item.entries)
        if (field.key == "at" || field.key == "observable_at")
          field.value.text = to_text(read_duration(field.value) + by);
  }
}

std::vector<const Node*> parts_of(const Node& combine) {
  std::vector<const Node*> parts = one_or_many(combine);
  if (parts.empty()) combine.fail("name at least one scenario, or leave the key out");
  if (parts.size() > kMostParts)
    parts[kMostParts]->fail("a scenario combines at most " + std::to_string(kMostParts) +
                            " others");
  return parts;
}

}  // namespace

WrittenScenario::WrittenScenario(const std::string& path, const Names& keys, Parameters* outer,
                                 std::size_t above)
    : parameters_(outer), own_(path, keys, parameters_, above), root_(own_.root()) {
  if (const Node* combine = Fields(own_.root(), "a scenario", keys).find("combine")) {
    for (const Node* part : parts_of(*combine)) open_part(*part, path, keys, above + 1);
    std::vector<const Node*> roots;
    for (const auto& part : parts_) roots.push_back(&part->root());
    join(root_, roots);
  }
  parameters_.check_all_used();
}

void WrittenScenario::open_part(const Node& written, const std::string& path, const Names& keys,
                                std::size_t above) {
  const Node* file = &written;
  Duration later{0};
  if (written.kind == Node::Kind::map) {
    Fields fields(written, "a part", {"file", "shift"});
    file = &fields.need("file");
    if (const Node* by = fields.find("shift")) later = read_duration(*by);
  }
  check_levels(*file, above);
  std::string beside = file_beside(*file, path, "a scenario to combine");
  parts_.emplace_back(new WrittenScenario(beside, keys, &parameters_, above));
  shift(parts_.back()->root_, later);
}

}  // namespace mayday::reader
