#include "mayday/live/live_world.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <httplib.h>

#include <future>

#include "mayday/base/input_error.h"
#include "stage.h"

namespace mayday {
namespace {

using ::testing::ElementsAre;

TEST(LiveWorld, APortInUseSaysWhoseAndHowToMendIt) {
  LiveWorld first;
  Hotel hotel(first);
  first.serve(Member::hotel, hotel);
  LiveOptions options;
  options.ports[static_cast<std::size_t>(Member::airline)] = first.port(Member::hotel);
  LiveWorld second(options);
  try {
    second.serve(Member::airline, hotel);
    FAIL() << "two listeners on one port";
  } catch (const EnvironmentError& error) {
    EXPECT_EQ(error.what(),
              "airline cannot listen on 127.0.0.1:" + std::to_string(first.port(Member::hotel)) +
                  " (Address already in use); choose another with --ports");
  }
}

TEST(LiveWorld, AnAddressThatIsNoneSaysSo) {
  LiveOptions options;
  options.bind = "localhost.example";
  LiveWorld world(options);
  Hotel hotel(world);
  try {
    world.serve(Member::desk, hotel);
    FAIL() << "bound to a name";
  } catch (const EnvironmentError& error) {
    EXPECT_STREQ(error.what(),
                 "desk cannot listen on 'localhost.example': that is not a numeric address; choose "
                 "another with --bind");
  }
}

TEST(LiveWorld, UrlsNameWhatCanBeCalled) {
  LiveOptions options;
  options.bind = "0.0.0.0";
  LiveWorld world(options);
  Hotel hotel(world);
  world.serve(Member::hotel, hotel);
  EXPECT_EQ(world.url(Member::hotel),
            "http://127.0.0.1:" + std::to_string(world.port(Member::hotel)));
  EXPECT_EQ(world.url(Member::desk), "");
  EXPECT_EQ(world.port(Member::desk), 0);
}

TEST(LiveWorld, ServingAgainKeepsThePortAndChangesTheService) {
  HotelStage stage;
  std::uint16_t before = stage.port();
  Hotel other(stage.world);
  stage.ask([&] { stage.world.serve(Member::hotel, other); });
  EXPECT_EQ(stage.port(), before);
  httplib::Client client("127.0.0.1", stage.port());
  ASSERT_TRUE(client.Get("/rooms"));
  EXPECT_EQ(stage.served("/rooms"), 0);
  stage.ask([&] { EXPECT_EQ(other.served["/rooms"], 1); });
}

TEST(LiveWorld, DeadlinesFireInOrderAndNotBeforeTheirTime) {
  LiveWorld world;
  std::vector<std::string> seen;
  auto nap = [&](std::string name, Duration d, bool last) -> Task<void> {
    Instant began = world.now();
    co_await world.sleep(d);
    EXPECT_GE(world.now() - began, d);
    seen.push_back(name);
    if (last) world.stop();
  };
  world.spawn(nap("third", 30ms, true));
  world.spawn(nap("first", 10ms, false));
  world.spawn(nap("second", 10ms, false));
  world.run();
  EXPECT_THAT(seen, ElementsAre("first", "second", "third"));
}

TEST(LiveWorld, SpeedMakesAnHourPassInAMoment) {
  LiveOptions options;
  options.speed = 100'000;
  LiveWorld world(options);
  auto hour = [&]() -> Task<void> {
    co_await world.sleep(1h);
    world.stop();
  };
  world.spawn(hour());
  world.run();
  EXPECT_GE(world.now().since_start, Duration{1h});
}

TEST(LiveWorld, PauseStopsDrillTimeAndNotTheSockets) {
  HotelStage stage;
  bool fired = false;
  Instant paused;
  auto soon = [](World& world, bool& done) -> Task<void> {
    co_await world.sleep(1ms);
    done = true;
  };
  stage.ask([&] {
    stage.world.pause();
    paused = stage.world.now();
    stage.world.spawn(soon(stage.world, fired));
  });
  httplib::Client client("127.0.0.1", stage.port());
  for (int i = 0; i < 100; ++i) ASSERT_TRUE(client.Get("/"));
  stage.ask([&] {
    EXPECT_TRUE(stage.world.paused());
    EXPECT_FALSE(fired);
    EXPECT_EQ(stage.world.now(), paused);
    stage.world.resume();
  });
  bool done = false;
  while (!done) stage.ask([&] { done = fired; });
  stage.ask([&] { EXPECT_GE(stage.world.now(), paused + 1ms); });
}

TEST(LiveWorld, DrillTimeIsUpToDateWhenARequestComesToAnIdleLoop) {
  // Between two requests the loop sleeps. The time that certainly passed in between, as a client
  // sees it, must have passed on the drill's clock too.
  HotelStage stage;
  HotelStage elsewhere;
  std::vector<Instant> times;
  stage.ask([&] {
    stage.hotel.on_hold = [&] { times.push_back(stage.world.now()); };
    stage.world.open(stage.hotel.gate);
  });
  httplib::Client client("127.0.0.1", stage.port());
  ASSERT_TRUE(client.Get("/hold"));
  auto from = std::chrono::steady_clock::now();
  for (int i = 0; i < 200; ++i) elsewhere.ask([] {});
  auto to = std::chrono::steady_clock::now();
  ASSERT_TRUE(client.Get("/hold"));
  stage.ask([&] {
    ASSERT_EQ(times.size(), 2u);
    EXPECT_GE(times[1] - times[0], to - from);
  });
}

TEST(LiveWorld, AnExceptionOutOfAHandlerIsToldAndSurvived) {
  HotelStage stage;
  std::vector<std::string> told;
  stage.ask([&] {
    stage.world.on_fault_of_ours([&](std::string what) { told.push_back(std::move(what)); });
  });
  stage.world.post([] { throw std::length_error("a field too long"); });
  stage.world.post([] { throw 7; });
  stage.ask([] {});
  httplib::Client client("127.0.0.1", stage.port());
  ASSERT_TRUE(client.Get("/"));
  stage.ask(
      [&] { EXPECT_THAT(told, ElementsAre("a field too long", "an exception of no known kind")); });
}

TEST(LiveWorld, AnExceptionOutOfATaskEndsTheRun) {
  LiveWorld world;
  auto fail = [](World& in) -> Task<void> {
    co_await in.sleep(1ms);
    throw std::runtime_error("a broken task");
  };
  world.spawn(fail(world));
  EXPECT_THROW(world.run(), std::runtime_error);
}

TEST(LiveWorld, AnExceptionOutOfAServiceEndsTheRun) {
  LiveWorld world;
  Hotel hotel(world);
  world.serve(Member::hotel, hotel);
  auto ask = [](World& in) -> Task<void> {
    Request request("GET", "/throw");
    co_await in.call(Member::hotel, std::move(request), 20s);
  };
  world.spawn(ask(world));
  EXPECT_THROW(world.run(), std::runtime_error);
}

TEST(LiveWorld, StoppedBeforeItRunsItDoesNotRun) {
  LiveWorld world;
  std::thread([&] { world.stop(); }).join();
  world.run();
  EXPECT_TRUE(world.stopped());
}

TEST(LiveWorld, StoppingDropsTasksAndConnectionsInTheMiddle) {
  // Everything is under way at once: held exchanges, callers, sleepers, peers in mid-request.
  std::promise<void> held;
  auto stage = std::make_unique<HotelStage>();
  stage->ask([&] {
    stage->hotel.on_hold = [&, count = 0]() mutable {
      if (++count == 10) held.set_value();
    };
    for (int i = 0; i < 10; ++i) {
      auto ask = [](World& in) -> Task<void> {
        Request request("GET", "/hold");
        co_await in.call(Member::hotel, std::move(request), kForever);
      };
      stage->world.spawn(ask(stage->world));
    }
  });
  RawClient half(stage->port());
  half.send("POST / HTTP/1.1\r\nhost: h\r\ncontent-length: 9\r\n\r\nhalf");
  held.get_future().wait();
  stage.reset();
  half.read_all();
  EXPECT_NE(half.end(), End::still_open);
}

}  // namespace
}  // namespace mayday
