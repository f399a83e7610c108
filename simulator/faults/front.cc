#include "mayday/faults/front.h"

#include <string>
#include <utility>

namespace mayday {

Front::Front(FrontDesk desk, Vendor& vendor, Duration pace)
    : desk_(desk),
      vendor_(vendor),
      failure_([&vendor](const Exchange& x, int status) { return vendor.failure(x, status); }),
      pace_(pace),
      courier_(desk_, vendor) {}

Task<Reply> Front::serve(Request request) {
  Exchange x(vendor_.member(), std::move(request), desk_.world.now(), desk_.starts);
  arrive(x);
  if (pace_ > Duration{0}) co_await desk_.world.sleep(pace_);
  std::vector<Fault*> hits = desk_.engine.match(x);
  Reply reply;
  if (upstream_) {
    Reply relayed = co_await relay(x, std::move(hits));
    reply = std::move(relayed);
  } else if (hits.empty()) {
    reply = work(x);
  } else {
    Reply suffered = co_await suffer(x, std::move(hits));
    reply = std::move(suffered);
  }
  leave(x, reply);
  co_return reply;
}

Response Front::turn_away(int status) {
  Exchange x(vendor_.member(), Request(), desk_.world.now(), desk_.starts);
  x.id = next_id();
  return vendor_.failure(x, status);
}

/// For a call that the caller has not named.
std::string Front::next_id() {
  return std::string(to_text(vendor_.member())) + "-" + std::to_string(++unnamed_calls_);
}

void Front::arrive(Exchange& x) {
  x.id = std::string(x.request.headers.get("x-request-id"));
  if (x.id.empty()) {
    x.id = next_id();
  } else {
    x.origin = desk_.origins.find(x.id);
  }
  vendor_.identify(x);
  desk_.calls.began(x.id, x.vendor, x.operation, x.began);
}

/// A call that nothing disturbs: no task is needed for it.
Reply Front::work(Exchange& x) {
  Instant now = desk_.world.now();
  if (std::optional<Response> refused = vendor_.authenticate(x, now)) return std::move(*refused);
  Handled handled = vendor_.handle(x, now);
  Reply reply(handled.write ? write(x, handled) : std::move(handled.answer));
  if (desk_.engine.observes()) desk_.engine.observe(x, reply);
  return reply;
}

Response Front::write(const Exchange& x, const Handled& handled) {
  if (!handled.order.empty() && x.commit != Commit::nothing) courier_.begun(handled.order, x);
  return handled.write(desk_.world.now(), x.commit);
}

Task<Reply> Front::suffer(Exchange& x, std::vector<Fault*> hits) {
  Passage passage(desk_, failure_, x, std::move(hits));
  std::optional<Reply> end = co_await passage.pass(stages::kArrival);
  if (end) co_return std::move(*end);
  Reply reply;
  std::optional<Response> refused = authenticate(x, passage);
  if (refused) {
    reply = std::move(*refused);
  } else {
    end = co_await passage.pass(stages::kRead);
    if (end) co_return std::move(*end);
    Handled handled = vendor_.handle(x, desk_.world.now());
    if (handled.write) {
      end = co_await passage.pass(stages::kBeforeWrite);
      if (end) co_return std::move(*end);
      reply = write(x, handled);
      courier_.look();
    } else {
      reply = std::move(handled.answer);
    }
    if (desk_.engine.observes()) desk_.engine.observe(x, reply);
  }
  end = co_await passage.pass(stages::kAnswer, &reply);
  if (end) co_return std::move(*end);
  co_return reply;
}

/// The same way to the real vendor, who authenticates and writes.
Task<Reply> Front::relay(Exchange& x, std::vector<Fault*> hits) {
  Passage passage(desk_, failure_, x, std::move(hits));
  std::optional<Reply> end = co_await passage.pass(stages::kBeforeUpstream);
  if (end) co_return std::move(*end);
  Response answer = co_await upstream_->forward(x, vendor_);
  Reply reply(std::move(answer));
  if (desk_.engine.observes()) desk_.engine.observe(x, reply);
  end = co_await passage.pass(stages::kAnswer, &reply);
  if (end) co_return std::move(*end);
  co_return reply;
}

std::optional<Response> Front::authenticate(Exchange& x, Passage& passage) {
  passage.restrict_callers();
  std::optional<Response> refused = vendor_.authenticate(x, desk_.world.now());
  passage.judge_caller();
  return refused;
}

void Front::leave(const Exchange& x, const Reply& reply) {
  std::string outcome = outcome_of(reply);
  if (reply.delivery != Delivery::whole || reply.response.status >= 500)
    desk_.calls.failing(x.id, outcome);
  desk_.calls.ended(x.vendor, x.operation, outcome, desk_.world.now() - x.began);
  if (desk_.conformance != nullptr) desk_.conformance->see(x, reply, desk_.world.now());
  courier_.look();
}

}  // namespace mayday
