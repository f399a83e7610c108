#include "mayday/faults/service_front.h"

#include <utility>

namespace mayday {

Task<Reply> ServiceFront::serve(Request request) {
  if (desk_.engine.idle() && !desk_.engine.observes()) return inner_.serve(std::move(request));
  return guard(std::move(request));
}

Task<Reply> ServiceFront::guard(Request request) {
  Exchange x(member_, std::move(request), desk_.world.now(), desk_.starts);
  x.id = std::string(x.request.headers.get("x-request-id"));
  if (!x.id.empty()) x.origin = desk_.origins.find(x.id);
  operations_.identify(x);
  std::vector<Fault*> hits = desk_.engine.match(x);
  Reply reply;
  if (hits.empty()) {
    Request asked = desk_.engine.observes() ? x.request : std::move(x.request);
    Reply answered = co_await inner_.serve(std::move(asked));
    reply = std::move(answered);
    if (desk_.engine.observes()) desk_.engine.observe(x, reply);
  } else {
    desk_.calls.began(x.id, x.vendor, x.operation, x.began);
    Reply suffered = co_await suffer(x, std::move(hits));
    reply = std::move(suffered);
  }
  co_return reply;
}

Task<Reply> ServiceFront::suffer(Exchange& x, std::vector<Fault*> hits) {
  Passage passage(desk_, failure_, x, std::move(hits));
  std::optional<Reply> end = co_await passage.pass(stages::kBeforeUpstream);
  if (end) co_return intercept(x, std::move(*end));
  Request asked = x.request;
  Reply reply = co_await inner_.serve(std::move(asked));
  if (desk_.engine.observes()) desk_.engine.observe(x, reply);
  end = co_await passage.pass(stages::kAnswer, &reply);
  if (end) co_return intercept(x, std::move(*end));
  co_return reply;
}

Reply ServiceFront::intercept(const Exchange& x, Reply reply) {
  if (intercepted_) intercepted_(x, reply);
  return reply;
}

}  // namespace mayday
