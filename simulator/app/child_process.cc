#include "child_process.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>

#include "mayday/base/input_error.h"

extern char** environ;

namespace mayday {
namespace {

/// The environment with the drill's variables; older ones of the same names are left out, so that
/// nothing of ours (a control token, say) reaches the program by inheritance.
std::vector<std::string> environment(
    const std::vector<std::pair<std::string, std::string>>& variables) {
  std::vector<std::string> all;
  for (char** entry = environ; *entry != nullptr; ++entry)
    if (std::string_view(*entry).substr(0, 7) != "MAYDAY_") all.emplace_back(*entry);
  for (const auto& [name, value] : variables) all.push_back(name + "=" + value);
  return all;
}

}  // namespace

ChildProcess::ChildProcess(const std::string& command,
                           const std::vector<std::pair<std::string, std::string>>& variables,
                           const std::string& log) {
  std::vector<std::string> texts = environment(variables);
  std::vector<char*> entries;
  for (std::string& text : texts) entries.push_back(text.data());
  entries.push_back(nullptr);
  std::string shell = "/bin/sh";
  std::string flag = "-c";
  std::string copy = command;
  char* arguments[] = {shell.data(), flag.data(), copy.data(), nullptr};

  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, log.c_str(),
                                   O_WRONLY | O_CREAT | O_APPEND, 0600);
  posix_spawn_file_actions_adddup2(&files, STDOUT_FILENO, STDERR_FILENO);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t none;
  sigemptyset(&none);
  posix_spawnattr_setsigmask(&attributes, &none);
  sigset_t usual;
  sigemptyset(&usual);
  sigaddset(&usual, SIGPIPE);
  posix_spawnattr_setsigdefault(&attributes, &usual);
  constexpr int kFlags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF;
  posix_spawnattr_setflags(&attributes, static_cast<short>(kFlags));
  int error = posix_spawn(&group_, shell.c_str(), &files, &attributes, arguments, entries.data());
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&files);
  if (error != 0)
    throw EnvironmentError("the responder cannot be started: " + std::string(std::strerror(error)));
}

int ChildProcess::failure() {
  siginfo_t ended{};
  if (::waitid(P_PID, static_cast<id_t>(group_), &ended, WEXITED | WNOHANG | WNOWAIT) != 0)
    return 0;
  return ended.si_pid == group_ ? ended.si_status : 0;
}

ChildProcess::~ChildProcess() {
  ::kill(-group_, SIGTERM);
  ::kill(-group_, SIGKILL);
  ::waitpid(group_, nullptr, 0);
}

}  // namespace mayday
