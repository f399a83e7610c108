#include "earlier.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "mayday/base/input_error.h"
#include "mayday/reports/log_text.h"

namespace mayday {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t kMostBytes = 64 << 20;

EarlierRun read(const fs::path& path, std::string shown) {
  std::error_code error;
  if (!fs::exists(path, error)) throw InputError(shown + ": there is no such file");
  if (fs::file_size(path, error) > kMostBytes || error)
    throw InputError(shown + ": cannot be read as a score.json");
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  return earlier_run(text, std::move(shown));
}

/// The numbers N of folder/earlier/N, newest first.
std::vector<int> numbers(const fs::path& earlier) {
  std::vector<int> found;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(earlier, error)) {
    std::string name = entry.path().filename().string();
    int n = 0;
    auto [end, failed] = std::from_chars(name.data(), name.data() + name.size(), n);
    if (failed == std::errc{} && end == name.data() + name.size()) found.push_back(n);
  }
  std::sort(found.rbegin(), found.rend());
  return found;
}

}  // namespace

std::optional<EarlierRun> find_earlier(const std::string& file, const std::string& folder,
                                       const std::string& scenario) {
  if (!file.empty()) {
    EarlierRun run = read(file, file);
    if (run.scenario != scenario)
      throw InputError(file + ": is of another scenario, '" + log_text(run.scenario, 80) +
                       "', not '" + scenario + "'");
    return run;
  }
  if (folder.empty()) return std::nullopt;
  for (int n : numbers(fs::path(folder) / "earlier")) {
    std::string name = "earlier/" + std::to_string(n) + "/score.json";
    try {
      EarlierRun run = read(fs::path(folder) / name, name);
      if (run.scenario == scenario) return run;
    } catch (const InputError&) {  // a run that was cut off left none: the one before it will do
    }
  }
  return std::nullopt;
}

}  // namespace mayday
