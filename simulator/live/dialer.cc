#include "dialer.h"

#include <algorithm>
#include <utility>

#include "mayday/base/input_error.h"

namespace mayday {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kMostIdle = 64;

}  // namespace

Dialer::Dialer(const Surroundings& around, Destination to) : around_(around), to_(std::move(to)) {}

Task<CallResult> Dialer::call(Request request, Duration patience) {
  std::shared_ptr<Errand> under_way = errand(request);
  under_way->begin();
  bool answered = co_await around_.world.wait(under_way->done, patience);
  if (!answered) {
    under_way->abandon();
    co_return CallError::timed_out;
  }
  if (under_way->out_of_sockets) {
    throw EnvironmentError("out of sockets while calling " + to_.authority +
                           ": raise the limit of open files (ulimit -n)");
  }
  if (!under_way->answer) co_return under_way->error;
  co_return std::move(*under_way->answer);
}

std::shared_ptr<Errand> Dialer::errand(const Request& request) {
  Clock::time_point oldest = Clock::now() - to_.longest_idle;
  std::erase_if(idle_, [&](const Idle& idle) { return idle.since < oldest; });
  while (!idle_.empty()) {
    Channel channel = std::move(idle_.back().channel);
    idle_.pop_back();
    if (channel.is_quiet()) {
      return std::make_shared<Errand>(*this, std::move(channel), true, request);
    }
  }
  Channel fresh(Channel::Socket(around_.context.get_executor()));
  return std::make_shared<Errand>(*this, std::move(fresh), false, request);
}

void Dialer::keep(Channel channel) {
  if (idle_.size() < kMostIdle) idle_.push_back({std::move(channel), Clock::now()});
}

void Dialer::deliver(Gate& done) {
  around_.arrive();
  around_.world.open(done);
}

}  // namespace mayday
