#include "mayday/world/task.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <stdexcept>
#include <string>

#include "mayday/world/virtual_world.h"

namespace mayday {
namespace {

class TaskTest : public ::testing::Test {
 protected:
  VirtualWorld world;
  std::string seen;
  std::int64_t sum = 0;

  Task<int> one(Duration after) {
    co_await world.sleep(after);
    co_return 1;
  }
  Task<void> add_up(int times, Duration after) {
    for (int i = 0; i < times; ++i) {
      int got = co_await one(after);
      sum += got;
    }
  }
  Task<int> refuse(Duration after) {
    co_await world.sleep(after);
    throw std::runtime_error("refused");
  }
  Task<void> take_refusal(Duration after) {
    try {
      co_await refuse(after);
    } catch (const std::runtime_error& failure) {
      seen += std::string(failure.what()) + " ";
    }
    seen += "went on ";
  }
  Task<void> hold(std::shared_ptr<int> held) {
    co_await world.sleep(1h);
    seen += std::to_string(*held);
  }
};

TEST_F(TaskTest, WhatItThrowsReachesWhoeverAwaitsIt) {
  world.spawn(take_refusal(0s));
  world.spawn(take_refusal(1s));
  world.run();
  EXPECT_EQ(seen, "refused went on refused went on ");
}

TEST_F(TaskTest, OnesThatEndAtOnceNeedNoStackHoweverMany) {
  world.spawn(add_up(1'000'000, 0s));
  world.run();
  EXPECT_EQ(sum, 1'000'000);
}

TEST_F(TaskTest, OnesThatWaitNeedNoStackHoweverMany) {
  world.spawn(add_up(200'000, 1ms));
  world.run();
  EXPECT_EQ(sum, 200'000);
  EXPECT_EQ(world.now(), Instant{200s});
}

TEST_F(TaskTest, OneThatIsNeverAwaitedNeverBegins) {
  { Task<void> idle = add_up(1, 0s); }
  world.run();
  EXPECT_EQ(sum, 0);
}

TEST_F(TaskTest, TheWorldDropsThoseThatWaitAndAllTheyHold) {
  auto held = std::make_shared<int>(7);
  std::weak_ptr<int> watched = held;
  world.spawn(hold(std::move(held)));
  EXPECT_FALSE(watched.expired());
  world.stop();
  world.run();
  EXPECT_TRUE(watched.expired());
  EXPECT_EQ(seen, "");
}

}  // namespace
}  // namespace mayday
