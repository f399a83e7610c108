#include "extension.h"

#include <algorithm>

#include "fields.h"
#include "library.h"

namespace mayday::reader {
namespace {

constexpr std::string_view kExtends = "extends";
constexpr std::string_view kParameters = "parameters";

bool has(const Node& map, std::string_view key) {
  return std::any_of(map.entries.begin(), map.entries.end(),
                     [&](const Entry& entry) { return entry.key == key; });
}

}  // namespace

ExtendedScenario::ExtendedScenario(const std::string& path, const Names& keys,
                                   Parameters& parameters, std::size_t above) {
  open(path, keys, above);
  fill(parameters);
  merge();
}

void ExtendedScenario::open(const std::string& path, const Names& keys, std::size_t above) {
  documents_.push_back(std::make_unique<Document>(path));
  roots_.push_back(documents_.back()->root());
  Fields fields(documents_.back()->root(), "a scenario", keys);
  const Node* extends = fields.find(kExtends);
  if (extends == nullptr) return;
  check_levels(*extends, above + 1);
  open(file_beside(*extends, path, "a file to extend"), keys, above + 1);
}

void ExtendedScenario::fill(Parameters& parameters) {
  for (const Node& root : roots_)
    for (const Entry& entry : root.entries)
      if (entry.key == kParameters) parameters.add(entry.value);
  for (Node& root : roots_)
    for (Entry& entry : root.entries)
      if (entry.key != kParameters && entry.key != kExtends) parameters.fill(entry.value);
}

void ExtendedScenario::merge() {
  root_ = std::move(roots_.front());
  for (std::size_t i = 1; i < roots_.size(); ++i)
    for (Entry& entry : roots_[i].entries)
      if (!has(root_, entry.key)) root_.entries.push_back(std::move(entry));
}

void check_levels(const Node& node, std::size_t above) {
  if (above == kMostLevels)
    node.fail("at most " + std::to_string(kMostLevels) +
              " files stand on top of one another; this would be one more");
}

std::string file_beside(const Node& node, const std::string& path, std::string_view what) {
  const std::string& name = read_file_name(node, what);
  std::string beside = Library(folder_of(path), "").find(name);
  if (beside.empty()) node.fail("there is no " + quote(name) + " beside the scenario");
  return beside;
}

std::string folder_of(const std::string& path) {
  std::size_t slash = path.find_last_of('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

}  // namespace mayday::reader
