#pragma once

#include <sys/types.h>

#include <string>
#include <utility>
#include <vector>

namespace mayday {

/// A team's own program, run by the shell in a process group of its own, which is ended with it.
class ChildProcess {
 public:
  /// Starts `command` with these variables added to the environment; what it prints goes to `log`.
  /// EnvironmentError when it cannot be started.
  ChildProcess(const std::string& command,
               const std::vector<std::pair<std::string, std::string>>& variables,
               const std::string& log);
  /// Ends the whole group.
  ~ChildProcess();
  /// The exit code of a program that has ended by itself and not well; 0 for any other.
  int failure();
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

 private:
  pid_t group_ = -1;
};

}  // namespace mayday
