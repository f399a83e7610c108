#include "mayday/faults/courier.h"

#include <string_view>
#include <utility>

namespace mayday {
namespace {

/// How long a vendor waits for a receiver's answer; no vendor says (our choice, see the contracts).
constexpr Duration kPatience = 10s;

/// The message as something that faults can hit.
Exchange exchange_of(const Push& push, Member sender, Instant now, std::int64_t starts) {
  Exchange x(sender, push.request, now, starts);
  x.operation = push.operation;
  x.person = push.person;
  x.key = "push/" + push.operation + "/" + push.id;
  x.id = push.id;
  return x;
}

}  // namespace

void Courier::look() {
  Instant due = vendor_.next_due();
  if (due >= next_wake_) return;
  next_wake_ = due;
  desk_.world.spawn(wake(due));
}

Task<void> Courier::wake(Instant at) {
  co_await desk_.world.sleep(at - desk_.world.now());
  if (next_wake_ != at) co_return;  // an earlier waking has taken over
  next_wake_ = kNever;
  std::vector<Push> pushes = vendor_.advance(desk_.world.now());
  for (Push& push : pushes) dispatch(std::move(push));
  look();
}

void Courier::dispatch(Push push) {
  if (!desk_.engine.idle()) {
    Exchange x = exchange_of(push, vendor_.member(), desk_.world.now(), desk_.starts);
    std::vector<Fault*> hits = desk_.engine.match(x);
    std::erase_if(hits, [](Fault* fault) { return fault->plan.stage != Stage::webhook; });
    if (!hits.empty()) return desk_.world.spawn(deliver_hit(std::move(push), std::move(hits)));
  }
  std::string subject = push.subject;
  auto [queue, idle] = queues_.try_emplace(subject);
  queue->second.push_back(std::move(push));
  if (idle) desk_.world.spawn(deliver_all(std::move(subject)));
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

Task<void> Courier::deliver_hit(Push push, std::vector<Fault*> hits) {
  Exchange x = exchange_of(push, vendor_.member(), desk_.world.now(), desk_.starts);
  std::shared_ptr<Gate> overtaken = next_sent_;
  Fate fate;
  for (Fault* fault : hits) {
    if (!fault->active()) continue;
    std::function<void()> bite = [&] { desk_.engine.bite(*fault, x); };
    Delivering message{desk_.world, x,       *fault,          fault->draw_for(x),
                       push,        vendor_, overtaken.get(), bite};
    Fate one = co_await fault->effect->deliver(message);
    fate.sent = fate.sent && one.sent;
    if (one.copies > 0) fate = Fate{fate.sent, one.copies, one.between};
  }
  if (!fate.sent) {
    Instant now = desk_.world.now();
    vendor_.delivered(push, PushAttempt{true, now, now, Response(200)});
    co_return;
  }
  for (std::int64_t i = 0; i < fate.copies; ++i) {
    co_await send(push);
    co_await desk_.world.sleep(fate.between);
  }
  co_await deliver(std::move(push));
}

Task<void> Courier::deliver(Push push) {
  const std::size_t retries = push.retry_after.size();
  for (std::size_t attempt = 0; attempt <= retries; ++attempt) {
    if (attempt > 0) co_await desk_.world.sleep(push.retry_after[attempt - 1]);
    Instant began = desk_.world.now();
    CallResult result = co_await send(push);
    PushAttempt made{attempt == retries, began, desk_.world.now(), std::move(result)};
    bool taken = vendor_.delivered(push, made);
    look();
    if (taken) co_return;
  }
}

Task<CallResult> Courier::send(const Push& push) {
  Instant began = desk_.world.now();
  CallResult result = co_await desk_.world.call(push.to, push.request, kPatience);
  desk_.world.open(*std::exchange(next_sent_, std::make_shared<Gate>()));
  std::string outcome =
      result ? std::to_string(result->status) : std::string(to_text(result.error()));
  desk_.calls.ended(vendor_.member(), push.operation, outcome, desk_.world.now() - began);
  co_return result;
}

}  // namespace mayday
