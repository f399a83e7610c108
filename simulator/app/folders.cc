#include "folders.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "mayday/base/input_error.h"

namespace mayday {
namespace fs = std::filesystem;
namespace {

[[noreturn]] void refuse(const std::string& path, const std::string& what, int error) {
  throw EnvironmentError(path + ": " + what + ": " + std::strerror(error));
}

}  // namespace

std::string library_folder() {
  std::error_code error;
  fs::path here = fs::read_symlink("/proc/self/exe", error).parent_path();
  for (const fs::path& candidate :
       {here / "../../scenarios", here / "../share/mayday/scenarios", fs::path("scenarios")}) {
    if (fs::exists(candidate / "vocabulary.yaml", error))
      return candidate.lexically_normal().string();
  }
  return {};
}

void write_private(const std::string& path, std::string_view content) {
  std::string beside = path + ".new";
  ::unlink(beside.c_str());
  int file = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file < 0) refuse(beside, "cannot be written", errno);
  std::size_t done = 0;
  while (done < content.size()) {
    ssize_t wrote = ::write(file, content.data() + done, content.size() - done);
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) {
      int error = errno;
      ::close(file);
      refuse(beside, "cannot be written", error);
    }
    done += static_cast<std::size_t>(wrote);
  }
  ::close(file);
  if (std::rename(beside.c_str(), path.c_str()) != 0) refuse(path, "cannot be written", errno);
}

}  // namespace mayday
