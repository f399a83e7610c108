#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "extension.h"
#include "nearest.h"
#include "parameters.h"
#include "tree.h"

namespace mayday::reader {

/// A scenario as it was written, with everything put in that it extends and combines. What a part
/// says of itself (its head, hints, responders, gates) stays behind; what happens in it is taken.
class WrittenScenario {
 public:
  /// `keys` may stand in each of the files. Throws InputError, always with a place.
  WrittenScenario(const std::string& path, const Names& keys)
      : WrittenScenario(path, keys, nullptr, 0) {}

  const Node& root() const { return root_; }

 private:
  WrittenScenario(const std::string& path, const Names& keys, Parameters* outer, std::size_t above);
  void open_part(const Node& written, const std::string& path, const Names& keys,
                 std::size_t above);

  Parameters parameters_;
  ExtendedScenario own_;
  std::vector<std::unique_ptr<WrittenScenario>> parts_;
  Node root_;
};

}  // namespace mayday::reader
