#pragma once

#include <functional>
#include <thread>

namespace mayday {

/// Keeps SIGINT and SIGTERM from ending the process, in this thread and all started after it. Called
/// once, first thing in main().
void hold_signals();

/// Waits for SIGINT or SIGTERM on a thread of its own and tells of each.
class SignalWatch {
 public:
  explicit SignalWatch(std::function<void()> told);
  ~SignalWatch();

 private:
  std::jthread thread_;
};

}  // namespace mayday
