#include "mayday/faults/courier.h"

#include <string_view>
#include <utility>

#include "mayday/base/draw.h"
#include "mayday/base/hex.h"

namespace mayday {
namespace {

/// How long a vendor waits for a receiver's answer; no vendor says (our choice, see the contracts).
constexpr Duration kPatience = 10s;

std::string name_of(const Push& push) { return "push/" + push.operation + "/" + push.id; }

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
    Exchange x = exchange_of(push);
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
  Exchange x = exchange_of(push);
  std::shared_ptr<Gate> overtaken = next_sent_;
  Fate fate;
  for (Fault* fault : hits) {
    if (!fault->active()) continue;
    std::function<void()> bite = [&] {
      desk_.engine.bite(*fault, x);
      desk_.calls.failing(x.id, fault->plan.effect.name(), fault->plan.id);
    };
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
    co_await send(push, "copy" + std::to_string(i));
    co_await desk_.world.sleep(fate.between);
  }
  co_await deliver(std::move(push));
}

Task<void> Courier::deliver(Push push) {
  const std::size_t retries = push.retry_after.size();
  for (std::size_t attempt = 0; attempt <= retries; ++attempt) {
    if (attempt > 0) co_await desk_.world.sleep(push.retry_after[attempt - 1]);
    Instant began = desk_.world.now();
    CallResult result = co_await send(push, std::to_string(attempt));
    PushAttempt made{attempt == retries, began, desk_.world.now(), std::move(result)};
    bool taken = vendor_.delivered(push, made);
    look();
    if (taken) co_return;
  }
}

Task<CallResult> Courier::send(const Push& push, std::string attempt) {
  std::string id = name_sending(push, attempt);
  Request request = push.request;
  request.headers.set("x-request-id", id);
  Instant began = desk_.world.now();
  CallResult result = co_await desk_.world.call(push.to, std::move(request), kPatience);
  desk_.world.open(*std::exchange(next_sent_, std::make_shared<Gate>()));
  desk_.origins.forget(id);
  note_end(push, id, result, began);
  co_return result;
}

/// The message as something that faults can hit. Its id is that of the call it comes of: what is
/// wrong with the message is wrong with that.
Exchange Courier::exchange_of(const Push& push) const {
  Exchange x(vendor_.member(), push.request, desk_.world.now(), desk_.starts);
  x.operation = push.operation;
  x.person = push.person;
  x.key = name_of(push);
  const Beginnings::Beginning* begun = beginnings_.find(push.order);
  if (begun == nullptr) return x;
  x.origin = begun->origin;
  x.id = begun->call;
  return x;
}

/// Whose business it is reaches the receiver's door as it does with any call: by its request id.
std::string Courier::name_sending(const Push& push, const std::string& attempt) {
  Origin origin;
  if (const Beginnings::Beginning* begun = beginnings_.find(push.order)) origin = begun->origin;
  origin.key = name_of(push) + "/" + attempt;
  std::string vendor(to_text(vendor_.member()));
  std::string id = "msg-" + hex(draw(0, "message", vendor + "/" + origin.key));
  desk_.origins.add(id, std::move(origin));
  desk_.calls.began(id, vendor_.member(), push.operation, desk_.world.now());
  return id;
}

void Courier::note_end(const Push& push, const std::string& id, const CallResult& result,
                       Instant began) {
  std::string outcome =
      result ? std::to_string(result->status) : std::string(to_text(result.error()));
  if (!result || result->status >= 500) desk_.calls.failing(id, outcome);
  desk_.calls.ended(vendor_.member(), push.operation, outcome, desk_.world.now() - began);
}

}  // namespace mayday
