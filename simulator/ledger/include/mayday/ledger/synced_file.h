#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace mayday {

/// A file that is appended to and synced by a thread of its own, so that a stalling disk never
/// stalls an estate. Appends made while a sync runs share the next one (group commit).
class SyncedFile {
 public:
  /// Creates the file, mode 0600; an EnvironmentError when it exists already or cannot be made.
  /// `failed` is told once, from the file's thread, when the disk refuses a write.
  SyncedFile(const std::string& path, std::function<void(std::string)> failed);
  /// Writes and syncs what is left.
  ~SyncedFile();

  void append(std::string_view bytes);

  /// Calls `then` from the file's thread once everything appended so far is on disk; never after a
  /// failed write.
  void when_durable(std::function<void()> then);

  /// Waits until everything appended is on disk. False when the disk has refused.
  bool sync();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace mayday
