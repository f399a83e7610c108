#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tree.h"

namespace mayday::reader {

/// Where a scenario's other files are: beside it first, then in the library.
class Library {
 public:
  /// `beside` is the scenario's own folder; `library` may be empty.
  Library(std::string beside, std::string library);

  /// The path of "journeys/log-in.yaml", or an empty string when neither folder has it.
  std::string find(const std::string& relative) const;

  /// The names of the YAML files in a sub-folder, without ".yaml", each once, sorted.
  std::vector<std::string> names(const std::string& folder) const;

  /// "there is no 'x' beside the scenario or in the library".
  static std::string absence(std::string_view relative);

 private:
  std::string beside_;
  std::string library_;
};

/// A relative path that stays below its folder: at most three plain names, none beginning with a
/// point. Throws on anything else.
const std::string& read_relative_path(const Node& node, std::string_view what);

/// The plain name of a file in the same folder. Throws on anything else.
const std::string& read_file_name(const Node& node, std::string_view what);

}  // namespace mayday::reader
