#include "mayday/ledger/synced_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "mayday/base/input_error.h"

namespace mayday {

struct SyncedFile::Impl {
  int file = -1;
  std::function<void(std::string)> failed;

  std::mutex mutex;
  std::condition_variable changed;
  std::string waiting;                           // appended, not yet written
  std::vector<std::function<void()>> listeners;  // of `waiting`
  bool busy = false;                             // a batch is being written
  bool broken = false;
  bool closing = false;
  std::thread thread;

  void run();
  bool write_and_sync(const std::string& batch);
};

bool SyncedFile::Impl::write_and_sync(const std::string& batch) {
  std::size_t done = 0;
  while (done < batch.size()) {
    ssize_t wrote = ::write(file, batch.data() + done, batch.size() - done);
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) return false;
    done += static_cast<std::size_t>(wrote);
  }
  return ::fdatasync(file) == 0;
}

void SyncedFile::Impl::run() {
  std::unique_lock lock(mutex);
  for (;;) {
    changed.wait(lock, [this] { return closing || !waiting.empty() || !listeners.empty(); });
    if (waiting.empty() && listeners.empty()) return;
    std::string batch = std::exchange(waiting, {});
    std::vector<std::function<void()>> heard = std::exchange(listeners, {});
    busy = true;
    bool was_broken = broken;
    lock.unlock();
    bool kept = !was_broken && write_and_sync(batch);
    std::string reason = kept || was_broken ? "" : std::strerror(errno);
    if (kept) {
      for (auto& then : heard) then();
    } else if (!was_broken) {
      failed("the ledger cannot be written: " + reason);
    }
    lock.lock();
    busy = false;
    broken = broken || !kept;
    changed.notify_all();
  }
}

SyncedFile::SyncedFile(const std::string& path, std::function<void(std::string)> failed)
    : impl_(std::make_unique<Impl>()) {
  impl_->failed = std::move(failed);
  impl_->file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (impl_->file < 0) {
    throw EnvironmentError(path + ": cannot be created: " + std::strerror(errno) +
                           "; a drill never writes over another's ledger, choose another --out");
  }
  impl_->thread = std::thread([impl = impl_.get()] { impl->run(); });
}

SyncedFile::~SyncedFile() {
  {
    std::lock_guard lock(impl_->mutex);
    impl_->closing = true;
  }
  impl_->changed.notify_all();
  impl_->thread.join();
  ::close(impl_->file);
}

void SyncedFile::append(std::string_view bytes) {
  {
    std::lock_guard lock(impl_->mutex);
    impl_->waiting += bytes;
  }
  impl_->changed.notify_all();
}

void SyncedFile::when_durable(std::function<void()> then) {
  {
    std::lock_guard lock(impl_->mutex);
    impl_->listeners.push_back(std::move(then));
  }
  impl_->changed.notify_all();
}

bool SyncedFile::sync() {
  std::unique_lock lock(impl_->mutex);
  impl_->changed.wait(
      lock, [this] { return impl_->waiting.empty() && impl_->listeners.empty() && !impl_->busy; });
  return !impl_->broken;
}

}  // namespace mayday
