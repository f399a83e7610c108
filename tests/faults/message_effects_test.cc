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

/// A traveller's call begins an order; half an hour later the vendor has something to say of it.
class MessageOfAnOrder : public ::testing::Test {
 protected:
  void begin(FaultDrill& drill, const std::string& order) {
    Origin traveller;
    traveller.journeys = {7};
    traveller.staff = "S1";
    traveller.department = "sales";
    traveller.client = Client::mobile;
    drill.origins.add("call-1", traveller);
    drill.call_at(Instant{30s}, "/pay/S1?order=" + order, 10min, "call-1");
  }
  void tell(FaultDrill& drill, const std::string& order, Instant at) {
    Push push = message("a", "s");
    push.order = order;
    drill.till.pushes = {push};
    drill.till.due = at;
    drill.front.courier().look();
    drill.run();
  }
};

TEST_F(MessageOfAnOrder, BitesWhoeverBeganIt) {
  FaultDrill drill(on_messages(effects::Lose{}));
  begin(drill, "o1");
  tell(drill, "o1", Instant{5min});
  EXPECT_THAT(drill.engine.bites_of(7), ElementsAre("slow-till"));
  EXPECT_THAT(drill.engine.faults()[0]->bitten, ElementsAre("S1"));
}

TEST_F(MessageOfAnOrder, MakesTheCallThatBeganItEvidence) {
  FaultDrill drill(on_messages(effects::Lose{}));
  begin(drill, "o1");
  tell(drill, "o1", Instant{5min});
  EXPECT_TRUE(drill.calls.find("call-1")->failing);
}

TEST_F(MessageOfAnOrder, IsSelectedByWhomItIsAbout) {
  FaultPlan fault = on_messages(effects::Lose{});
  fault.match.clients = {"mobile"};
  fault.match.departments = {"sales"};
  FaultDrill drill(fault);
  begin(drill, "o1");
  tell(drill, "o1", Instant{5min});
  EXPECT_EQ(drill.engine.faults()[0]->bites, 1);
}

TEST_F(MessageOfAnOrder, IsNobodysWhenNobodyIsKnownToHaveBegunIt) {
  FaultDrill drill(on_messages(effects::Lose{}));
  begin(drill, "o1");
  tell(drill, "o2", Instant{5min});
  EXPECT_EQ(drill.engine.faults()[0]->bites, 1);
  EXPECT_THAT(drill.engine.bites_of(7), IsEmpty());
}

TEST_F(MessageOfAnOrder, IsNobodysWhenItsWriteWasNotDone) {
  FaultPlan dropped = on_payments(effects::NoWrite{}, Stage::commit);
  dropped.id = "dropped";
  dropped.at = Instant{10s};
  FaultDrill drill({dropped, on_messages(effects::Lose{})});
  begin(drill, "o1");
  tell(drill, "o1", Instant{5min});
  EXPECT_THAT(drill.engine.bites_of(7), ElementsAre("dropped"));
}

TEST_F(MessageOfAnOrder, TellsItsReceiversDoorWhoseItIs) {
  // A fault at the receiver bites the traveller, too; and the message's own id is evidence.
  class Door final : public Service {
   public:
    explicit Door(FaultDrill& d) : drill_(d) {}
    Task<Reply> serve(Request request) override {
      id = request.headers.get("x-request-id");
      about = drill_.origins.find(id).journeys;
      co_return Reply(Response(500));
    }
    std::string id;
    std::vector<std::int64_t> about;

   private:
    FaultDrill& drill_;
  };
  FaultDrill drill(on_messages(effects::Lose{}));
  Door door(drill);
  drill.world.serve(Member::desk, door);
  begin(drill, "o1");
  tell(drill, "o1", Instant{40s});
  EXPECT_THAT(door.about, ElementsAre(7));
  EXPECT_TRUE(drill.calls.find(door.id)->failing);
  EXPECT_EQ(drill.calls.find(door.id)->operation, "paidEvent");
  EXPECT_THAT(drill.origins.find(door.id).journeys, IsEmpty());  // once it has been answered
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
