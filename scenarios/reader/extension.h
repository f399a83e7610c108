#pragma once

#include <memory>
#include <string>
#include <vector>

#include "nearest.h"
#include "parameters.h"
#include "tree.h"

namespace mayday::reader {

/// A scenario as it was written, with the files that it `extends` and its `parameters` put in. A
/// top-level key replaces the whole of what it is in the extended file. Parts know the file that
/// they come from.
class ExtendedScenario {
 public:
  /// Files on top of one another, the scenario included.
  static constexpr std::size_t kMostFiles = 3;

  /// `keys` may stand in each of the files. Throws InputError, always with a place.
  ExtendedScenario(const std::string& path, const Names& keys);

  const Node& root() const { return root_; }

 private:
  void open(const std::string& path, const Names& keys);
  void fill(Parameters& parameters);
  void merge();

  std::vector<std::unique_ptr<Document>> documents_;  ///< The scenario first.
  std::vector<Node> roots_;
  Node root_;
};

/// "drills/mine.yaml" is in "drills".
std::string folder_of(const std::string& path);

}  // namespace mayday::reader
