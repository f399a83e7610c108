#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>

#include "stage.h"

namespace mayday {
namespace {

using ::testing::AllOf;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::SizeIs;

/// Calls from inside the world, on the test's own thread; the run ends with the last of them.
class CallTest : public ::testing::Test {
 protected:
  LiveWorld world;
  Hotel hotel{world};
  std::vector<std::string> seen;
  std::size_t expected = 0;

  Task<void> ask(std::string method, std::string target, std::string body, Duration patience) {
    Request request(method, target, body);
    request.headers.add("x-sent", "a note");
    CallResult result = co_await world.call(Member::hotel, std::move(request), patience);
    seen.push_back(describe(result));
    if (seen.size() == expected) world.stop();
  }
  Task<void> ask_in_turn(int times) {
    for (int i = 0; i < times; ++i) {
      Request request("GET", "/turn/" + std::to_string(i));
      CallResult result = co_await world.call(Member::hotel, std::move(request), 20s);
      seen.push_back(describe(result));
    }
    world.stop();
  }
  static std::string describe(const CallResult& result) {
    if (!result) return std::string(to_text(result.error()));
    return std::to_string(result->status) + " " + result->body;
  }
  void run(std::size_t calls) {
    expected = calls;
    world.run();
  }
  /// One call to a far side that says `answer` once it has read a request, and closes.
  void call_server_that_says(const std::string& method, const std::string& answer) {
    RawServer server(1, [&](RawClient& client) {
      client.read_until("\r\n\r\n");
      client.send(answer);
    });
    world.reach(Member::hotel, *Peer::at("http://127.0.0.1:" + std::to_string(server.port())));
    world.spawn(ask(method, "/", "", 20s));
    run(1);
  }
};

TEST_F(CallTest, AnAnswerComesBackWithStatusFieldsAndBody) {
  world.serve(Member::hotel, hotel);
  world.spawn(ask("POST", "/rooms?beds=2", "a room", 20s));
  run(1);
  EXPECT_THAT(seen, ElementsAre("200 POST /rooms?beds=2 a room"));
}

TEST_F(CallTest, TheApplicationsFieldsPassAndTheFramingDoesNot) {
  world.serve(Member::hotel, hotel);
  CallResult got{CallError::closed};
  auto look = [&]() -> Task<void> {
    Request request("GET", "/");
    request.headers.add("x-sent", "a note");
    got = co_await world.call(Member::hotel, std::move(request), 20s);
    world.stop();
  };
  world.spawn(look());
  world.run();
  ASSERT_TRUE(got);
  EXPECT_EQ(got->headers.get("x-seen"), "a note");
  EXPECT_EQ(got->headers.get("content-type"), "text/plain");
  EXPECT_EQ(got->headers.size(), 2u);
}

TEST_F(CallTest, NobodyListeningIsRefused) {
  world.spawn(ask("GET", "/", "", 20s));
  run(1);
  EXPECT_THAT(seen, ElementsAre("refused"));
}

TEST_F(CallTest, AClosedPortIsRefused) {
  std::uint16_t port = 0;
  {
    LiveWorld other;
    other.serve(Member::hotel, hotel);
    port = other.port(Member::hotel);
  }
  world.reach(Member::hotel, *Peer::at("http://127.0.0.1:" + std::to_string(port)));
  world.spawn(ask("GET", "/", "", 20s));
  run(1);
  EXPECT_THAT(seen, ElementsAre("refused"));
}

TEST_F(CallTest, CloseAndResetAreDifferentFailuresAndNeitherIsTriedAgain) {
  // The first call leaves an idle connection behind, which the failing ones reuse: the very case in
  // which a client that retries "stale" connections would ask twice.
  world.serve(Member::hotel, hotel);
  auto in_turn = [&]() -> Task<void> {
    for (std::string target : {"/", "/close", "/", "/reset", "/"}) {
      Request request("POST", target, "x");
      CallResult result = co_await world.call(Member::hotel, std::move(request), 20s);
      seen.push_back(result ? "answered" : std::string(to_text(result.error())));
    }
    world.stop();
  };
  world.spawn(in_turn());
  world.run();
  EXPECT_THAT(seen, ElementsAre("answered", "closed", "answered", "reset", "answered"));
  EXPECT_EQ(hotel.served["/close"], 1);
  EXPECT_EQ(hotel.served["/reset"], 1);
}

TEST_F(CallTest, GivingUpEndsTheWaitingAndNotTheWork) {
  // Patience runs on the drill's clock, which stands until the hotel has the request in its hands.
  world.serve(Member::hotel, hotel);
  hotel.on_hold = [&] { world.resume(); };
  auto patient = [&]() -> Task<void> {
    world.pause();
    Request request("POST", "/hold", "a room");
    CallResult result = co_await world.call(Member::hotel, std::move(request), 30ms);
    seen.push_back(describe(result));
    EXPECT_EQ(hotel.served["/hold"], 0);
    world.open(hotel.gate);
    while (hotel.served["/hold"] == 0) co_await world.sleep(1ms);
    world.stop();
  };
  world.spawn(patient());
  world.run();
  EXPECT_THAT(seen, ElementsAre("timed_out"));
  EXPECT_EQ(hotel.served["/hold"], 1);
}

TEST_F(CallTest, AThousandHangingCallsAreReleasedByOneGate) {
  world.serve(Member::hotel, hotel);
  int held = 0;
  hotel.on_hold = [&] {
    if (++held == 1'000) world.open(hotel.gate);
  };
  for (int i = 0; i < 1'000; ++i) world.spawn(ask("GET", "/hold", "", 60s));
  run(1'000);
  EXPECT_THAT(seen, AllOf(SizeIs(1'000), Each("200 GET /hold ")));
}

TEST_F(CallTest, CallsInTurnShareOneConnection) {
  RawServer server(1, [](RawClient& client) {
    for (int i = 0; i < 3; ++i) {
      std::string asked = client.read_until("\r\n\r\n");
      std::string turn = asked.substr(0, asked.find(" HTTP"));
      client.send("HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n" + turn);
    }
  });
  world.reach(Member::hotel, *Peer::at("http://127.0.0.1:" + std::to_string(server.port())));
  world.spawn(ask_in_turn(3));
  world.run();
  EXPECT_THAT(seen, ElementsAre("200 GET /turn/0", "200 GET /turn/1", "200 GET /turn/2"));
}

TEST_F(CallTest, AnIdleConnectionThatWasClosedIsNotUsedAgain) {
  std::atomic<int> closed = 0;
  RawServer server(2, [&](RawClient& client) {
    client.read_until("\r\n\r\n");
    client.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    client.close();
    ++closed;
  });
  world.reach(Member::hotel, *Peer::at("http://127.0.0.1:" + std::to_string(server.port())));
  auto twice = [&]() -> Task<void> {
    for (int i = 0; i < 2; ++i) {
      Request request("GET", "/");
      CallResult result = co_await world.call(Member::hotel, std::move(request), 20s);
      seen.push_back(describe(result));
      while (closed == i) co_await world.sleep(1ms);
    }
    world.stop();
  };
  world.spawn(twice());
  world.run();
  EXPECT_THAT(seen, ElementsAre("200 ok", "200 ok"));
}

TEST_F(CallTest, AnAnswerThatIsCutShortIsClosed) {
  call_server_that_says("GET", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
  EXPECT_THAT(seen, ElementsAre("closed"));
}

TEST_F(CallTest, WhatIsNotHttpIsMalformed) {
  call_server_that_says("GET", "SSH-2.0-OpenSSH_9.2\r\n");
  EXPECT_THAT(seen, ElementsAre("malformed"));
}

TEST_F(CallTest, AnEndlessHeadIsMalformed) {
  call_server_that_says("GET", "HTTP/1.1 200 OK\r\nx: " + std::string(200'000, 'x'));
  EXPECT_THAT(seen, ElementsAre("malformed"));
}

TEST_F(CallTest, ABodyWithoutALengthEndsWithTheConnection) {
  call_server_that_says("GET", "HTTP/1.1 200 OK\r\n\r\nall of it");
  EXPECT_THAT(seen, ElementsAre("200 all of it"));
}

TEST_F(CallTest, ChunksAndInterimAnswersAreUnderstood) {
  call_server_that_says("GET",
                        "HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n"
                        "HTTP/1.1 201 Created\r\ntransfer-encoding: chunked\r\n\r\n"
                        "3\r\none\r\n4\r\n two\r\n0\r\nx-sum: 1\r\n\r\n");
  EXPECT_THAT(seen, ElementsAre("201 one two"));
}

TEST_F(CallTest, AnAnswerToHeadHasNoBodyWhateverItsLengthSays) {
  call_server_that_says("HEAD", "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n");
  EXPECT_THAT(seen, ElementsAre("200 "));
}

TEST_F(CallTest, LargeBodiesPassBothWays) {
  world.serve(Member::hotel, hotel);
  std::string large(1'000'000, 'y');
  std::size_t answered = 0;
  auto both = [&]() -> Task<void> {
    Request up("POST", "/", large);
    CallResult first = co_await world.call(Member::hotel, std::move(up), 60s);
    seen.push_back(first ? first->body : "failed");
    Request down("GET", "/large");
    CallResult second = co_await world.call(Member::hotel, std::move(down), 60s);
    answered = second ? second->body.size() : 0;
    world.stop();
  };
  world.spawn(both());
  world.run();
  EXPECT_THAT(seen, ElementsAre("POST / " + large));
  EXPECT_EQ(answered, 8'000'000u);
}

}  // namespace
}  // namespace mayday
