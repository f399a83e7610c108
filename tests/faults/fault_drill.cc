#include "fault_drill.h"

#include <algorithm>
#include <utility>

namespace mayday {

void Till::identify(Exchange& x) const {
  constexpr std::string_view kPay = "/pay/";
  if (x.request.method == "POST" && x.target.path().starts_with(kPay)) {
    x.route = 0;
    x.operation = "pay";
    x.person = x.target.path().substr(kPay.size());
    x.write = true;
  } else if (x.target.path() == "/paid") {
    x.route = 1;
    x.operation = "paid";
  }
}

std::optional<Response> Till::authenticate(Exchange& x, Instant) {
  std::string token(x.target.query("token"));
  if (token == "old" && x.tokens_since > Instant{}) {
    x.auth_refused = true;
    return Response(401, "dead token");
  }
  if (token.empty() || x.accepted_auth.empty()) return std::nullopt;
  if (std::find(x.accepted_auth.begin(), x.accepted_auth.end(), token) != x.accepted_auth.end())
    return std::nullopt;
  x.auth_refused = true;
  return Response(401, "old token");
}

Handled Till::handle(Exchange& x, Instant) {
  if (x.route < 0) return Response(404, "no such thing");
  if (x.route == 1)
    return Response(200, count_text.empty() ? std::to_string(paid) : count_text, "text/plain");
  Handled handled = Handled::writing([this](Instant, Commit commit) {
    if (commit != Commit::nothing) ++paid;
    if (commit == Commit::whole) ++told;
    return Response(200, "paid", "text/plain");
  });
  handled.order = x.target.query("order");
  return handled;
}

Response Till::failure(const Exchange&, int status) const {
  return Response(status, "the till's own words");
}

void Till::sign(Push& push) const {
  push.request.headers.set("x-signature", "signed " + std::to_string(push.request.body.size()));
}

std::vector<Push> Till::advance(Instant now) {
  if (now < due) return {};
  due = kNever;
  return std::exchange(pushes, {});
}

FaultDrill::FaultDrill(std::vector<FaultPlan> faults)
    : plan([&] {
        Plan made;
        made.seed = 11;
        made.faults = std::move(faults);
        return made;
      }()),
      engine(world, plan,
             {[this](const Fault& f) {
                news.push_back(to_text(world.now().since_start) + " armed " + f.plan.id);
              },
              [this](const Fault&, const Exchange& x, bool first) {
                bitten_operations.emplace_back(x.operation);
                if (first) news.push_back(to_text(world.now().since_start) + " bit " + x.person);
              },
              [this](const Fault& f) {
                news.push_back(to_text(world.now().since_start) + " ended by " + f.ended_by);
              }}),
      front({world, engine, origins, calls, 0}, till, Duration{0}) {
  world.serve(Member::payment, front);
  world.on_turned_away = [this](Member member, const std::string& id, CallError how) {
    Exchange x(member, Request(), world.now(), 0);
    x.id = id;
    engine.turned_away(member, std::move(x), how);
  };
  engine.start();
}

void FaultDrill::call_at(Instant at, std::string target, Duration patience, std::string id) {
  world.spawn(call(at, std::move(target), patience, std::move(id)));
}

Task<void> FaultDrill::call(Instant at, std::string target, Duration patience, std::string id) {
  co_await world.sleep(at - world.now());
  Request request(target.starts_with("/pay/") ? "POST" : "GET", target);
  if (!id.empty()) request.headers.add("x-request-id", id);
  CallResult result = co_await world.call(Member::payment, std::move(request), patience);
  std::string what = result ? std::to_string(result->status) + " " + result->body
                            : std::string(to_text(result.error()));
  seen.push_back(to_text(world.now().since_start) + " " + what);
  results.push_back(std::move(result));
}

void FaultDrill::at(Instant when, std::function<void()> what) {
  world.spawn([](World& w, Instant until, std::function<void()> act) -> Task<void> {
    co_await w.sleep(until - w.now());
    act();
  }(world, when, std::move(what)));
}

void FaultDrill::run() { world.run(); }

FaultPlan on_payments(EffectPlan effect, Stage stage) {
  FaultPlan fault;
  fault.id = "slow-till";
  fault.at = Instant{1min};
  fault.at_most = 10min;
  fault.vendor = Member::payment;
  fault.operations = {"pay"};
  fault.stage = stage;
  fault.effect = std::move(effect);
  fault.truths.emplace_back();
  return fault;
}

}  // namespace mayday
