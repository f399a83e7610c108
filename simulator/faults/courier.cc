#include "mayday/faults/courier.h"

#include <string_view>
#include <utility>

namespace mayday {
namespace {

/// How long a vendor waits for a receiver's answer; no vendor says (our choice, see the contracts).
constexpr Duration kPatience = 10s;

}  // namespace

void Courier::look() {
  Instant due = vendor_.next_due();
  if (due >= next_wake_) return;
  next_wake_ = due;
  world_.spawn(wake(due));
}

Task<void> Courier::wake(Instant at) {
  co_await world_.sleep(at - world_.now());
  if (next_wake_ != at) co_return;  // an earlier waking has taken over
  next_wake_ = kNever;
  std::vector<Push> pushes = vendor_.advance(world_.now());
  for (Push& push : pushes) {
    std::string subject = push.subject;
    auto [queue, idle] = queues_.try_emplace(subject);
    queue->second.push_back(std::move(push));
    if (idle) world_.spawn(deliver_all(std::move(subject)));
  }
  look();
}

Task<void> Courier::deliver_all(std::string subject) {
  for (;;) {
    auto queue = queues_.find(subject);
    if (queue->second.empty()) {
      queues_.erase(queue);
      co_return;
    }
    Push push = std::move(queue->second.front());
    queue->second.pop_front();
    co_await deliver(std::move(push));
  }
}

Task<void> Courier::deliver(Push push) {
  const std::size_t retries = push.retry_after.size();
  for (std::size_t attempt = 0; attempt <= retries; ++attempt) {
    if (attempt > 0) co_await world_.sleep(push.retry_after[attempt - 1]);
    Instant began = world_.now();
    CallResult result = co_await world_.call(push.to, push.request, kPatience);
    std::string outcome =
        result ? std::to_string(result->status) : std::string(to_text(result.error()));
    calls_.ended(vendor_.member(), push.operation, outcome, world_.now() - began);
    PushAttempt made{attempt == retries, began, world_.now(), std::move(result)};
    bool taken = vendor_.delivered(push, made);
    look();
    if (taken) co_return;
  }
}

}  // namespace mayday
