#include "process.h"

#include <signal.h>
#include <sys/resource.h>

#include <ctime>

namespace mayday {
namespace {

sigset_t watched() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  return signals;
}

}  // namespace

void hold_signals() {
  sigset_t signals = watched();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

void allow_many_files() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

SignalWatch::SignalWatch(std::function<void()> told)
    : thread_([tell = std::move(told)](const std::stop_token& stop) {
        sigset_t signals = watched();
        timespec tenth{0, 100'000'000};
        while (!stop.stop_requested())
          if (sigtimedwait(&signals, nullptr, &tenth) > 0) tell();
      }) {}

SignalWatch::~SignalWatch() = default;

}  // namespace mayday
