#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fault_drill.h"

namespace mayday {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// Takes every message and says what it was and how it was signed.
class Receiver final : public Service {
 public:
  explicit Receiver(World& w) : world_(w) {}
  Task<Reply> serve(Request request) override {
    std::string signature(request.headers.get("x-signature"));
    taken.push_back(to_text(world_.now().since_start) + " " + request.body +
                    (signature.empty() ? "" : " " + signature));
    co_return Reply(Response(204));
  }
  std::vector<std::string> taken;

 private:
  World& world_;
};

Push message(std::string body, std::string subject) {
  Push push(Member::desk, Request("POST", "/hooks", body), "paidEvent");
  push.subject = std::move(subject);
  push.id = body;
  return push;
}

FaultPlan on_messages(EffectPlan effect) {
  FaultPlan fault = on_payments(std::move(effect), Stage::webhook);
  fault.operations = {"paidEvent"};
  return fault;
}

std::vector<std::string> delivered(FaultPlan fault, std::vector<Push> pushes) {
  FaultDrill drill(std::move(fault));
  Receiver receiver(drill.world);
  drill.world.serve(Member::desk, receiver);
  drill.till.pushes = std::move(pushes);
  drill.till.due = Instant{2min};
  drill.front.courier().look();
  drill.run();
  return receiver.taken;
}

TEST(Message, IsToldOfByItsName) {
  FaultDrill drill(on_messages(effects::Delay{{Spread::fixed, 8s, {}}}));
  drill.till.pushes = {message("a", "s")};
  drill.till.due = Instant{2min};
  drill.front.courier().look();
  drill.run();
  EXPECT_THAT(drill.bitten_operations, ElementsAre("paidEvent"));
}

TEST(Lose, SendsNothingAndTheSenderBelievesItDid) {
  EXPECT_THAT(delivered(on_messages(effects::Lose{}), {message("a", "s")}), IsEmpty());
}

TEST(Lose, HitsAShareByCount) {
  FaultPlan fault = on_messages(effects::Lose{});
  fault.per_mille = 300;
  std::vector<Push> pushes;
  for (int i = 0; i < 1000; ++i) pushes.push_back(message("m" + std::to_string(i), "s"));
  std::size_t came = delivered(fault, std::move(pushes)).size();
  EXPECT_NEAR(static_cast<double>(came), 700, 87);  // six standard deviations
}

TEST(Duplicate, SendsItAgainAfterAWhile) {
  EXPECT_THAT(delivered(on_messages(effects::Duplicate{2, 5s}), {message("a", "s")}),
              ElementsAre("2m a", "2m5s a", "2m10s a"));
}

TEST(Reorder, LetsTheNextOneGoFirst) {
  FaultPlan fault = on_messages(effects::Reorder{30s});
  fault.match.first = 1;
  EXPECT_THAT(delivered(fault, {message("a", "s"), message("b", "s")}),
              ElementsAre("2m b", "2m a"));
}

TEST(Reorder, WaitsNoLongerThanItSays) {
  EXPECT_THAT(delivered(on_messages(effects::Reorder{30s}), {message("a", "s")}),
              ElementsAre("2m30s a"));
}

TEST(Delay, HoldsAMessageBackAndTheOthersGoOn) {
  FaultPlan fault = on_messages(effects::Delay{{Spread::fixed, 8s, {}}});
  fault.match.first = 1;
  EXPECT_THAT(delivered(fault, {message("a", "s"), message("b", "s")}),
              ElementsAre("2m b", "2m8s a"));
}

TEST(BadSignature, ChangesTheSignatureAlone) {
  Push push = message("a", "s");
  push.request.headers.add("x-signature", "abc0");
  EXPECT_THAT(delivered(on_messages(effects::BadSignature{}), {push}), ElementsAre("2m a abc1"));
}

TEST(MutateJson, ChangesAMessageWhichIsThenSignedAnew) {
  effects::MutateJson change{{{"amount", Change::unit, "", 100}}};
  EXPECT_THAT(delivered(on_messages(change), {message(R"({"amount":3})", "s")}),
              ElementsAre(R"(2m {"amount":300} signed 14)"));
}

}  // namespace
}  // namespace mayday
