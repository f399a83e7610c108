#pragma once

#include <functional>
#include <thread>

namespace mayday {

/// Keeps SIGINT and SIGTERM from ending the process, in this thread and all started after it.
/// For whoever then waits for them with a SignalWatch.
void hold_signals();

/// Lifts this process's limit on open files as far as the machine lets it: a hanging call is a
/// socket.
void allow_many_files();

/// Waits for SIGINT or SIGTERM on a thread of its own and tells of each.
class SignalWatch {
 public:
  explicit SignalWatch(std::function<void()> told);
  ~SignalWatch();

 private:
  std::jthread thread_;
};

}  // namespace mayday
