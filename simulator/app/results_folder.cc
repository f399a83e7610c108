#include "results_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include "mayday/base/input_error.h"

namespace mayday {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kResults[] = {"ledger.jsonl",  "score.json",     "report.html",
                                         "junit.xml",     "summary.md",     "timeline.csv",
                                         "responder.log", "forwarded.jsonl"};

void refuse(const std::string& path, const std::string& what, int error) {
  if (error != 0) throw EnvironmentError(path + ": " + what + ": " + std::strerror(error));
}

/// A lock on the folder itself; it is gone with the process, however that ends.
int take(const std::string& path) {
  int folder = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  refuse(path, "cannot be opened", folder < 0 ? errno : 0);
  if (::flock(folder, LOCK_EX | LOCK_NB) == 0) return folder;
  ::close(folder);
  throw EnvironmentError(path + ": another run is writing its results there; choose another --out");
}

void move_earlier(const fs::path& folder) {
  std::error_code error;
  if (!fs::exists(folder / "ledger.jsonl", error)) return;
  fs::path earlier;
  for (int n = 1;; ++n) {
    earlier = folder / "earlier" / std::to_string(n);
    if (!fs::exists(earlier, error)) break;
  }
  fs::create_directories(earlier, error);
  refuse(earlier.string(), "cannot be made", error.value());
  for (std::string_view name : kResults) {
    fs::path from = folder / name;
    if (!fs::exists(from, error)) continue;
    fs::rename(from, earlier / name, error);
    refuse(from.string(), "cannot be moved to " + earlier.string(), error.value());
  }
}

}  // namespace

ResultsFolder::ResultsFolder(const std::string& path) {
  std::error_code error;
  fs::create_directories(path, error);
  refuse(path, "cannot be made", error.value());
  lock_ = take(path);
  move_earlier(path);
}

ResultsFolder::ResultsFolder(ResultsFolder&& other) noexcept
    : lock_(std::exchange(other.lock_, -1)) {}

ResultsFolder::~ResultsFolder() {
  if (lock_ >= 0) ::close(lock_);
}

}  // namespace mayday
