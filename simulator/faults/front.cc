#include "mayday/faults/front.h"

#include <algorithm>
#include <boost/describe/enum_to_string.hpp>
#include <string>
#include <utility>

#include "mayday/base/check.h"

namespace mayday {
namespace {

/// The stages of an exchange, in order, and the stretches between which something is done.
constexpr Stage kStages[] = {Stage::connect,    Stage::tls,          Stage::read_request,
                             Stage::auth,       Stage::state_read,   Stage::before_commit,
                             Stage::commit,     Stage::after_commit, Stage::respond_head,
                             Stage::stream_body};
constexpr std::span kWay(kStages);
constexpr auto kArrival = kWay.first<4>();
constexpr auto kRead = kWay.subspan<4, 1>();
constexpr auto kBeforeWrite = kWay.subspan<5, 2>();
constexpr auto kAnswer = kWay.last<3>();
constexpr auto kBeforeUpstream = kWay.first<7>();

/// What a call comes to when a fault says how it ends; nothing when it goes on to be answered.
std::optional<Reply> end_with(Sequel sequel) {
  switch (sequel) {
    case Sequel::answer:
      return std::nullopt;
    case Sequel::close:
      return Reply(Delivery::close);
    case Sequel::reset:
      return Reply(Delivery::reset);
  }
  broken("unhandled Sequel");
}

std::string outcome_of(const Reply& reply) {
  switch (reply.delivery) {
    case Delivery::whole:
      return std::to_string(reply.response.status);
    case Delivery::close:
      return std::string(to_text(CallError::closed));
    case Delivery::reset:
      return std::string(to_text(CallError::reset));
  }
  broken("unhandled Delivery");
}

}  // namespace

Front::Front(FrontDesk desk, Vendor& vendor, Duration pace)
    : desk_(desk), vendor_(vendor), pace_(pace), courier_(desk.world, desk.calls, vendor) {}

Task<Reply> Front::serve(Request request) {
  Exchange x(vendor_.member(), std::move(request), desk_.world.now(), desk_.starts);
  arrive(x);
  if (pace_ > Duration{0}) co_await desk_.world.sleep(pace_);
  Hits hits = desk_.engine.match(x);
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
  if (!handled.write) return std::move(handled.answer);
  return handled.write(now);
}

Task<Reply> Front::suffer(Exchange& x, Hits hits) {
  std::optional<Reply> end = co_await pass_all(x, hits, kArrival);
  if (end) co_return std::move(*end);
  Reply reply;
  std::optional<Response> refused = authenticate(x, hits);
  if (refused) {
    reply = std::move(*refused);
  } else {
    end = co_await pass_all(x, hits, kRead);
    if (end) co_return std::move(*end);
    Handled handled = vendor_.handle(x, desk_.world.now());
    if (handled.write) {
      end = co_await pass_all(x, hits, kBeforeWrite);
      if (end) co_return std::move(*end);
      reply = handled.write(desk_.world.now());
      courier_.look();
    } else {
      reply = std::move(handled.answer);
    }
  }
  end = co_await pass_all(x, hits, kAnswer);
  if (end) co_return std::move(*end);
  co_return reply;
}

/// The same way to the real vendor, who authenticates and writes.
Task<Reply> Front::relay(Exchange& x, Hits hits) {
  std::optional<Reply> end = co_await pass_all(x, hits, kBeforeUpstream);
  if (end) co_return std::move(*end);
  Response answer = co_await upstream_->forward(x, vendor_);
  end = co_await pass_all(x, hits, kAnswer);
  if (end) co_return std::move(*end);
  co_return Reply(std::move(answer));
}

Task<std::optional<Reply>> Front::pass_all(Exchange& x, const Hits& hits,
                                           std::span<const Stage> stages) {
  for (Stage stage : stages) {
    std::optional<Reply> end = co_await pass(x, hits, stage);
    if (end) co_return end;
  }
  co_return std::nullopt;
}

Task<std::optional<Reply>> Front::pass(Exchange& x, const Hits& hits, Stage stage) {
  for (Fault* fault : hits) {
    if (fault->stage(x.write) != stage) continue;
    std::optional<Reply> end = co_await act(x, *fault);
    if (end) co_return end;
  }
  co_return std::nullopt;
}

Task<std::optional<Reply>> Front::act(Exchange& x, Fault& fault) {
  const EffectPlan& effect = fault.plan.effect;
  if (effect.kind == EffectKind::accept_auth || !fault.active()) co_return std::nullopt;
  desk_.engine.bite(fault, x);
  desk_.calls.failing(x.id, boost::describe::enum_to_string(effect.kind, ""));
  switch (effect.kind) {
    case EffectKind::delay: {
      bool healed = co_await desk_.world.wait(fault.healed, effect.time);
      co_return healed ? end_with(fault.plan.heal) : std::nullopt;
    }
    case EffectKind::hang: {
      bool healed = co_await desk_.world.wait(fault.healed, effect.time);
      co_return end_with(healed ? fault.plan.heal : effect.then);
    }
    case EffectKind::close:
      co_return Reply(Delivery::close);
    case EffectKind::reset:
      co_return Reply(Delivery::reset);
    case EffectKind::status: {
      Reply reply(vendor_.failure(x, effect.status));
      if (!effect.body.empty()) reply.response.body = effect.body;
      co_return reply;
    }
    case EffectKind::accept_auth:
      break;
  }
  broken("unhandled EffectKind");
}

/// Authentication under the accept-auth faults that hit the call: accepted is what all of them
/// accept.
std::optional<Response> Front::authenticate(Exchange& x, const Hits& hits) {
  Fault* strictest = nullptr;
  for (Fault* fault : hits) {
    if (fault->plan.effect.kind != EffectKind::accept_auth || !fault->active()) continue;
    const std::vector<std::string>& versions = fault->plan.effect.versions;
    if (strictest == nullptr) {
      x.accepted_auth = versions;
    } else {
      std::erase_if(x.accepted_auth, [&](const std::string& version) {
        return std::find(versions.begin(), versions.end(), version) == versions.end();
      });
    }
    strictest = fault;
  }
  std::optional<Response> refused = vendor_.authenticate(x, desk_.world.now());
  if (x.auth_refused && strictest != nullptr) {
    desk_.engine.bite(*strictest, x);
    desk_.calls.failing(x.id, "accept_auth");
  }
  return refused;
}

void Front::leave(const Exchange& x, const Reply& reply) {
  std::string outcome = outcome_of(reply);
  if (reply.delivery != Delivery::whole || reply.response.status >= 500)
    desk_.calls.failing(x.id, outcome);
  desk_.calls.ended(x.vendor, x.operation, outcome, desk_.world.now() - x.began);
  courier_.look();
}

}  // namespace mayday
