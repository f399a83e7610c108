#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "mayday/base/input_error.h"
#include "mayday/reader/scenario.h"

namespace mayday::test {

inline const std::string kSource = MAYDAY_SOURCE_DIR;
inline const std::string kLibrary = kSource + "/scenarios";

/// A folder of its own for one test, gone afterwards.
class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "mayday-XXXXXX").string();
    path_ = mkdtemp(pattern.data());
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  /// Writes a file, with the folders it is in, and returns its path.
  std::string write(const std::string& name, const std::string& text) const {
    std::filesystem::path path = std::filesystem::path(path_) / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    return path.string();
  }

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

inline std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

inline LoadOptions with_library() {
  LoadOptions options;
  options.library = kLibrary;
  return options;
}

/// What a person is told about a file; empty when it is right. The folder is cut off.
inline std::string complaint_about(const std::string& path, const LoadOptions& options) {
  std::string folder = std::filesystem::path(path).parent_path().string() + "/";
  try {
    load_scenario(path, options);
  } catch (const InputError& error) {
    std::string text = error.what();
    if (text.starts_with(folder)) text.erase(0, folder.size());
    return text;
  }
  return {};
}

/// Reads a scenario from text, with the library.
inline LoadedScenario load_text(const std::string& text,
                                const LoadOptions& options = with_library()) {
  Folder folder;
  return load_scenario(folder.write("drill.yaml", text), options);
}

inline std::string complaint_about_text(const std::string& text,
                                        const LoadOptions& options = with_library()) {
  Folder folder;
  return complaint_about(folder.write("drill.yaml", text), options);
}

/// A small scenario that is right; tests change what they are about.
inline std::string small_scenario() {
  return R"(scenario: small
title: A small drill
length: 60m
seed: 7
estate:
  hesi: {staff: 24, departments: 3}
journeys:
  - {run: submit-expense, rate: 6/min}
faults:
  - id: slow-approval
    at: 10m
    where: {vendor: hesi, operations: [approveFlows]}
    share: {percent: 50%, by: staff}
    stage: before-commit
    effect: {hang: 30s, then: close}
    at_most: 40m
    truth: {component: hesi.approval, kind: upstream-timeout, party: hesi}
)";
}

/// `text` with the first `from` replaced.
inline std::string with(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

}  // namespace mayday::test
