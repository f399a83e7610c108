#include "mayday/faults/courier.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fault_drill.h"

namespace mayday {
namespace {

using ::testing::ElementsAre;

/// Takes messages, answering 500 as often as it is told to.
class Receiver final : public Service {
 public:
  explicit Receiver(World& w) : world_(w) {}
  Task<Reply> serve(Request request) override {
    taken.push_back(to_text(world_.now().since_start) + " " + request.body);
    int status = failures > 0 ? 500 : 204;
    if (failures > 0) --failures;
    co_return Reply(Response(status));
  }
  int failures = 0;
  std::vector<std::string> taken;

 private:
  World& world_;
};

Push message(std::string body, std::string subject, std::size_t retries = 0) {
  Push push(Member::desk, Request("POST", "/hooks", std::move(body)), "paidEvent");
  push.subject = std::move(subject);
  push.retry_after.assign(retries, 5s);
  return push;
}

class CourierTest : public ::testing::Test {
 protected:
  FaultDrill drill{on_payments({})};
  Receiver receiver{drill.world};

  void deliver(std::vector<Push> pushes) {
    drill.world.serve(Member::desk, receiver);
    drill.till.pushes = std::move(pushes);
    drill.till.due = Instant{30s};
    drill.front.courier().look();
    drill.run();
  }
};

TEST_F(CourierTest, WakesTheVendorWhenItIsDueAndDelivers) {
  deliver({message("a", "doc"), message("b", "doc")});
  EXPECT_THAT(receiver.taken, ElementsAre("30s a", "30s b"));
}

TEST_F(CourierTest, RetriesAndKeepsTheOrderOfASubject) {
  receiver.failures = 1;
  deliver({message("a", "doc", 2), message("b", "doc")});
  EXPECT_THAT(receiver.taken, ElementsAre("30s a", "35s a", "35s b"));
}

TEST_F(CourierTest, OneSubjectsTroubleHoldsNobodyElseUp) {
  receiver.failures = 1;
  deliver({message("a", "doc", 2), message("x", "other")});
  EXPECT_THAT(receiver.taken, ElementsAre("30s a", "30s x", "35s a"));
}

TEST_F(CourierTest, WithoutRetriesAMessageIsSentOnce) {
  receiver.failures = 1;
  deliver({message("a", "doc")});
  EXPECT_THAT(receiver.taken, ElementsAre("30s a"));
}

}  // namespace
}  // namespace mayday
