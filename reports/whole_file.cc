#include "mayday/reports/whole_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "mayday/base/input_error.h"

namespace mayday {
namespace {

[[noreturn]] void cannot(const std::string& path, const std::string& why) {
  throw EnvironmentError(path + ": cannot be written: " + why);
}

/// A file that goes away again unless it was put in its place.
class NewFile {
 public:
  explicit NewFile(std::string place) : place_(std::move(place)), beside_(place_ + ".XXXXXX") {
    descriptor_ = ::mkstemp(beside_.data());
    if (descriptor_ < 0) cannot(place_, std::strerror(errno));
  }
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;
  ~NewFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (!placed_) ::unlink(beside_.c_str());
  }

  void write(std::string_view bytes) {
    while (!bytes.empty()) {
      ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) cannot(place_, std::strerror(errno));
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }

  /// Reports are for handing on, so anybody may read them; the ledger is not.
  void put_in_place() {
    bool whole = ::fchmod(descriptor_, 0644) == 0 && ::fsync(descriptor_) == 0;
    if (!whole || std::rename(beside_.c_str(), place_.c_str()) != 0)
      cannot(place_, std::strerror(errno));
    placed_ = true;
  }

 private:
  std::string place_;
  std::string beside_;
  int descriptor_ = -1;
  bool placed_ = false;
};

}  // namespace

void write_whole(const std::string& path, std::string_view bytes) {
  NewFile file(path);
  file.write(bytes);
  file.put_in_place();
}

}  // namespace mayday
