#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "nearest.h"
#include "parameters.h"
#include "tree.h"

namespace mayday::reader {

/// Files that may stand on top of one another, the scenario included.
inline constexpr std::size_t kMostLevels = 3;

/// A scenario as it was written, with the files that it `extends` and its `parameters` put in. A
/// top-level key replaces the whole of what it is in the extended file. Parts know the file that
/// they come from.
class ExtendedScenario {
 public:
  /// `keys` may stand in each of the files; `above` is how many files stand on this one already.
  /// Throws InputError, always with a place.
  ExtendedScenario(const std::string& path, const Names& keys, Parameters& parameters,
                   std::size_t above);

  const Node& root() const { return root_; }

 private:
  void open(const std::string& path, const Names& keys, std::size_t above);
  void fill(Parameters& parameters);
  void merge();

  std::vector<std::unique_ptr<Document>> documents_;  ///< The scenario first.
  std::vector<Node> roots_;
  Node root_;
};

/// Throws at `node`, which asks for one more file, when that would be one too many.
void check_levels(const Node& node, std::size_t above);

/// The path of the file that `node` names: beside the scenario, nowhere else. `what` is what it is
/// wanted for, in messages.
std::string file_beside(const Node& node, const std::string& path, std::string_view what);

/// "drills/mine.yaml" is in "drills".
std::string folder_of(const std::string& path);

}  // namespace mayday::reader
