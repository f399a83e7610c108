#include <gtest/gtest.h>

#include "../faults/fault_drill.h"
#include "mayday/live/live_world.h"

/// Every effect in both worlds, under the same code: what a caller sees of named calls, one at a
/// time. Durations are at least five times away from the caller's patience of five seconds, so that
/// the machine's noise decides nothing.
namespace mayday {
namespace {

constexpr Duration kPatience = 5s;
constexpr int kCalls = 6;

struct Case {
  std::string name;
  FaultPlan fault;
  bool tls = false;
};

/// A receiver of messages: tells what came, in order.
class Receiver final : public Service {
 public:
  Task<Reply> serve(Request request) override {
    std::string signature(request.headers.get("x-signature"));
    taken.push_back(request.body + (signature.empty() ? "" : " " + signature));
    co_return Reply(Response(204));
  }
  std::vector<std::string> taken;
};

/// The till with one fault in a world, and a caller that pays and counts in turns.
class EffectStage {
 public:
  EffectStage(World& w, const FaultPlan& fault)
      : world(w),
        plan(plan_with(fault)),
        engine(
            world, plan,
            {[](const Fault&) {}, [](const Fault&, const Exchange&, bool) {}, [](const Fault&) {}}),
        front({world, engine, origins, calls, 0}, till, Duration{0}) {
    world.serve(Member::payment, front);
    world.serve(Member::desk, receiver);
    world.on_turned_away = [this](Member at, const std::string& id, CallError how) {
      Exchange x(at, Request(), world.now(), 0);
      x.id = id;
      engine.turned_away(at, std::move(x), how);
    };
    engine.start();
    world.spawn(act());
  }

  std::vector<std::string> seen;
  std::int64_t bites() const { return engine.faults()[0]->bites; }

 private:
  static Plan plan_with(const FaultPlan& fault) {
    Plan made;
    made.seed = 11;
    made.faults.push_back(fault);
    return made;
  }

  Task<void> act() {
    co_await ask("GET", "/paid");  // before the fault: what a stale answer may be
    co_await world.sleep(engine.faults()[0]->plan.at + 1s - world.now());
    for (int i = 0; i < kCalls; ++i) {
      co_await ask("POST", "/pay/p" + std::to_string(i) + "?token=old&order=" + std::to_string(i));
      co_await ask("GET", "/paid");
    }
    send_messages();
    co_await world.sleep(1min);
    seen.push_back("paid " + std::to_string(till.paid) + ", told " + std::to_string(till.told));
    for (const std::string& message : receiver.taken) seen.push_back("message " + message);
    for (int journey = 1; journey <= asked_; ++journey)
      if (!engine.bites_of(journey).empty()) seen.push_back("bit " + std::to_string(journey));
    world.stop();
  }

  Task<void> ask(std::string method, std::string target) {
    Request request(method, target);
    request.headers.add("x-request-id", target + "/" + std::to_string(++asked_));
    Origin origin;
    origin.key = "call/" + std::to_string(asked_);
    origin.journeys = {asked_};
    origins.add(target + "/" + std::to_string(asked_), origin);
    CallResult result = co_await world.call(Member::payment, std::move(request), kPatience);
    std::string what(result ? std::to_string(result->status) + " " + result->body
                            : std::string(to_text(result.error())));
    if (result) what += " " + std::string(result->headers.get("x-new"));
    seen.push_back(method + " " + what);
  }

  void send_messages() {
    for (int i = 0; i < 2; ++i) {
      std::string body = R"({"amount":)" + std::to_string(i + 1) + "}";
      Push push(Member::desk, Request("POST", "/hooks", body), "paidEvent");
      push.request.headers.add("x-signature", "abc0");
      push.order = std::to_string(i);
      push.subject = "s";
      push.id = std::to_string(i);
      till.pushes.push_back(std::move(push));
    }
    till.due = world.now();
    front.courier().look();
  }

  World& world;
  Plan plan;
  Till till;
  Receiver receiver;
  Origins origins;
  CallIndex calls;
  FaultEngine engine;
  Front front;
  int asked_ = 0;
};

Case on(std::string name, EffectPlan effect, Stage stage, std::string operation = "pay") {
  FaultPlan fault = on_payments(std::move(effect), stage);
  fault.at = Instant{2s};
  if (operation.empty())
    fault.operations.clear();
  else
    fault.operations = {operation};
  return {std::move(name), std::move(fault)};
}

Case door(std::string name, DoorFlaw flaw) {
  Case one = on(std::move(name), effects::Door{flaw}, Stage::connect, "");
  one.tls = flaw != DoorFlaw::refused;
  return one;
}

Case by_half(Case one) {
  one.name += "_half";
  one.fault.per_mille = 500;
  return one;
}

std::vector<Case> cases() {
  Mutation change{"amount", Change::unit, "", 100};
  Case first_reordered = on("reorder", effects::Reorder{25s}, Stage::webhook, "paidEvent");
  first_reordered.fault.match.first = 1;
  return {
      on("delay", effects::Delay{{Spread::fixed, 500ms, {}}}, Stage::before_commit),
      on("delay_uniform", effects::Delay{{Spread::uniform, 100ms, 900ms}}, Stage::before_commit),
      on("delay_too_long", effects::Delay{{Spread::fixed, 25s, {}}}, Stage::before_commit),
      on("hang", effects::Hang{25s, Sequel::close}, Stage::before_commit),
      by_half(on("close", effects::Close{}, Stage::before_commit)),
      on("close_after_commit", effects::Close{}, Stage::after_commit),
      on("reset", effects::Reset{}, Stage::before_commit),
      on("status", effects::Status{503, "", {}}, Stage::before_commit),
      on("garbage", effects::Garbage{64}, Stage::before_commit),
      on("cut", effects::Cut{2, Sequel::close}, Stage::stream_body),
      on("cut_reset", effects::Cut{2, Sequel::reset}, Stage::stream_body),
      on("rate", effects::Drip{8}, Stage::stream_body),
      on("corrupt", effects::Corrupt{1}, Stage::stream_body),
      on("empty", effects::Empty{}, Stage::respond_head),
      on("headers", effects::HeaderChange{{{"x-new", "1"}}}, Stage::respond_head),
      on("quota", effects::Quota{2, 10min, true}, Stage::auth),
      on("accept_auth", effects::AcceptAuth{{"new"}}, Stage::auth),
      on("revoke", effects::Revoke{}, Stage::auth),
      on("stale_read", effects::StaleRead{10min}, Stage::state_read, "paid"),
      on("no_write", effects::NoWrite{}, Stage::commit),
      on("half_write", effects::HalfWrite{}, Stage::commit),
      door("refused", DoorFlaw::refused),
      door("expired", DoorFlaw::expired),
      door("wrong_host", DoorFlaw::wrong_host),
      door("handshake_cut", DoorFlaw::handshake_cut),
      by_half(on("lose", effects::Lose{}, Stage::webhook, "paidEvent")),
      on("duplicate", effects::Duplicate{1, 500ms}, Stage::webhook, "paidEvent"),
      first_reordered,
      on("bad_signature", effects::BadSignature{}, Stage::webhook, "paidEvent"),
      on("mutate_message", effects::MutateJson{{change}}, Stage::webhook, "paidEvent"),
  };
}

class EffectParity : public ::testing::TestWithParam<Case> {};

TEST_P(EffectParity, CallersSeeTheSameInBothWorlds) {
  const Case& one = GetParam();
  VirtualWorld virtual_world;
  EffectStage in_virtual(virtual_world, one.fault);
  virtual_world.run();

  LiveOptions options;
  options.speed = 20;
  if (one.tls) options.tls = make_authority();
  LiveWorld live_world(options);
  EffectStage in_live(live_world, one.fault);
  live_world.run();

  EXPECT_EQ(in_virtual.seen, in_live.seen);
  EXPECT_EQ(in_virtual.bites(), in_live.bites());
  EXPECT_GT(in_live.bites(), 0);
}

INSTANTIATE_TEST_SUITE_P(Effects, EffectParity, ::testing::ValuesIn(cases()),
                         [](const auto& param) { return param.param.name; });

}  // namespace
}  // namespace mayday
