#include "mayday/world/virtual_world.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

namespace mayday {
namespace {

using ::testing::ElementsAre;

/// Answers after `takes`, and counts what it has committed.
class Slow final : public Service {
 public:
  Slow(World& w, Duration t) : world_(w), takes_(t) {}
  Task<Reply> serve(Request request) override {
    co_await world_.sleep(takes_);
    ++committed;
    if (request.target == "/close") co_return Reply(Delivery::close);
    if (request.target == "/reset") co_return Reply(Delivery::reset);
    Response response(201, request.body);
    co_return Reply(std::move(response));
  }
  int committed = 0;

 private:
  World& world_;
  Duration takes_;
};

class VirtualWorldTest : public ::testing::Test {
 protected:
  VirtualWorld world;
  Slow hotel{world, 3s};
  std::vector<std::string> seen;

  Task<void> ask(std::string target, Duration patience) {
    Request request("POST", target, "room");
    CallResult result = co_await world.call(Member::hotel, std::move(request), patience);
    std::string what = result ? result->body : std::string(to_text(result.error()));
    seen.push_back(to_text(world.now().since_start) + " " + what);
  }
  Task<void> nap(std::string name, Duration d) {
    co_await world.sleep(d);
    seen.push_back(name);
  }
  Task<void> pass(std::string name, Gate& gate, Duration at_most) {
    bool through = co_await world.wait(gate, at_most);
    seen.push_back(name + (through ? " through " : " gave up ") + to_text(world.now().since_start));
  }
  Task<void> open_after(Gate& gate, Duration d) {
    co_await world.sleep(d);
    world.open(gate);
  }
  Task<void> fail() {
    co_await world.sleep(1s);
    throw std::runtime_error("a broken task");
  }
};

TEST_F(VirtualWorldTest, ACallTakesWhatTheServiceTakes) {
  world.serve(Member::hotel, hotel);
  world.spawn(ask("/", 10s));
  world.run();
  EXPECT_THAT(seen, ElementsAre("3s room"));
}

TEST_F(VirtualWorldTest, GivingUpEndsTheWaitingAndNotTheWork) {
  world.serve(Member::hotel, hotel);
  world.spawn(ask("/", 2s));
  world.run();
  EXPECT_THAT(seen, ElementsAre("2s timed_out"));
  EXPECT_EQ(hotel.committed, 1);
}

TEST_F(VirtualWorldTest, CloseAndResetAreDifferentFailures) {
  world.serve(Member::hotel, hotel);
  world.spawn(ask("/close", 10s));
  world.spawn(ask("/reset", 10s));
  world.run();
  EXPECT_THAT(seen, ElementsAre("3s closed", "3s reset"));
}

TEST_F(VirtualWorldTest, NobodyServingIsRefused) {
  world.spawn(ask("/", 10s));
  world.run();
  EXPECT_THAT(seen, ElementsAre("0s refused"));
}

TEST_F(VirtualWorldTest, EqualDeadlinesFireInTheOrderTheyWereAskedFor) {
  for (const char* name : {"a", "b", "c"}) world.spawn(nap(name, 5s));
  world.spawn(nap("first", 4s));
  world.run();
  EXPECT_THAT(seen, ElementsAre("first", "a", "b", "c"));
}

TEST_F(VirtualWorldTest, AGateLetsEverybodyThroughInOrderAndForEver) {
  Gate gate;
  world.spawn(pass("patient", gate, 1h));
  world.spawn(pass("hasty", gate, 1s));
  world.spawn(pass("endless", gate, kForever));
  world.spawn(open_after(gate, 30s));
  world.run();
  world.spawn(pass("late", gate, 1h));
  world.run();
  EXPECT_THAT(seen, ElementsAre("hasty gave up 1s", "patient through 30s", "endless through 30s",
                                "late through 30s"));
}

TEST_F(VirtualWorldTest, ATaskThatThrowsEndsTheRun) {
  world.spawn(fail());
  world.spawn(nap("never", 1h));
  EXPECT_THROW(world.run(), std::runtime_error);
  EXPECT_TRUE(seen.empty());
}

}  // namespace
}  // namespace mayday
