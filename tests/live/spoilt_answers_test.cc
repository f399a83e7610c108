#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>

#include "stage.h"

/// Answers that are cut, drip or are no HTTP, as they come out of the socket.
namespace mayday {
namespace {

using ::testing::AnyOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

Reply cut(std::size_t at, bool resets) {
  Reply reply(Response(200, "one two three"));
  reply.delivery = Delivery::cut;
  reply.cut_at = at;
  reply.cut_resets = resets;
  return reply;
}

Reply dripping(std::string body, std::int64_t bytes_per_second, Gate* hurry = nullptr) {
  Reply reply(Response(200, std::move(body)));
  reply.bytes_per_second = bytes_per_second;
  reply.hurry = hurry;
  return reply;
}

TEST(Delivery, ACutBodyIsPromisedWholeAndBreaksOffWithAFinOrAReset) {
  HotelStage stage;
  for (bool resets : {false, true}) {
    for (std::size_t at : {0u, 7u}) {
      stage.reply_at("/cut", cut(at, resets));
      RawClient client(stage.port());
      client.send(get("/cut"));
      EXPECT_EQ(client.read_all(), "HTTP/1.1 200 OK\r\ncontent-length: 13\r\n\r\n" +
                                       std::string("one two").substr(0, at));
      EXPECT_EQ(client.end(), resets ? End::reset : End::closed);
    }
  }
}

TEST(Delivery, ACutAtTheEndOrBeyondIsNone) {
  HotelStage stage;
  stage.reply_at("/end", cut(13, true));
  stage.reply_at("/beyond", cut(99, false));
  RawClient client(stage.port());
  client.send(get("/end") + get("/beyond") + get("/next", "connection: close\r\n"));
  const std::string whole = "HTTP/1.1 200 OK\r\ncontent-length: 13\r\n\r\none two three";
  EXPECT_THAT(client.read_all(), StartsWith(whole + whole + "HTTP/1.1 200 OK\r\n"));
  EXPECT_EQ(client.end(), End::closed);
}

TEST(Delivery, AResetWaitsUntilASlowClientHasRoomForWhatComesBeforeIt) {
  // A reset takes back what is still on its way, which with a client that does not read is nearly
  // all of this.
  HotelStage stage;
  Reply reply = cut(6'000'000, true);
  reply.response.body.assign(8'000'000, 'x');
  stage.reply_at("/cut", reply);
  RawClient lazy(stage.port());
  lazy.send(get("/cut"));
  RawClient other(stage.port());
  other.send(get("/", "connection: close\r\n"));
  EXPECT_THAT(other.read_all(), EndsWith("GET / "));
  std::string all = lazy.read_all();
  EXPECT_EQ(all.size() - all.find("\r\n\r\n") - 4, 6'000'000u);
  EXPECT_EQ(lazy.end(), End::reset);
}

TEST(Delivery, GarbageIsThatAndNothingElse) {
  HotelStage stage;
  const std::string bytes("\xff\0\r\n\r\nHTTP\x16", 11);
  Reply garbage(Delivery::garbage);
  garbage.response.body = bytes;
  stage.reply_at("/garbage", garbage);
  for (std::string method : {"GET", "HEAD"}) {
    RawClient client(stage.port());
    client.send(method + " /garbage HTTP/1.1\r\nhost: h\r\n\r\n");
    EXPECT_EQ(client.read_all(), bytes);
    EXPECT_EQ(client.end(), End::closed);
  }
}

TEST(Delivery, ADripBeginsAtOnceAndIsHurriedByItsGate) {
  // At its own pace this body takes a quarter of an hour, longer than any client here waits.
  HotelStage stage;
  Gate hurry;
  stage.reply_at("/drip", dripping(std::string(10'000, '#'), 11, &hurry));
  RawClient client(stage.port());
  client.send(get("/drip") + get("/next", "connection: close\r\n"));
  std::string all = client.read_until("\r\n\r\n#");
  EXPECT_THAT(all, StartsWith("HTTP/1.1 200 OK\r\ncontent-length: 10000\r\n\r\n#"));
  EXPECT_EQ(stage.served("/next"), 0);
  stage.ask([&] { stage.world.open(hurry); });
  all += client.read_all();
  EXPECT_EQ(all.rfind('#') + 1 - all.find("\r\n\r\n") - 4, 10'000u);
  EXPECT_THAT(all, EndsWith("GET /next "));
}

TEST(Delivery, ADripIsNeverFasterThanItsPaceInDrillTime) {
  LiveOptions options;
  options.speed = 100;
  HotelStage stage(options);
  Reply drip = dripping("eleven bytes and some more", 3);
  stage.reply_at("/drip", drip);
  Instant began;
  stage.ask([&] { began = stage.world.now(); });
  RawClient client(stage.port());
  client.send(get("/drip"));
  EXPECT_THAT(client.read_until("more"), EndsWith(drip.response.body));
  stage.ask([&] { EXPECT_GE(stage.world.now() - began, drip.body_time()); });
}

TEST(Delivery, ADripStandsStillWithTheDrillsClock) {
  HotelStage stage;
  stage.reply_at("/drip", dripping("drop", 1'000'000));
  stage.ask([&] { stage.world.pause(); });
  RawClient client(stage.port());
  client.send(get("/drip", "connection: close\r\n"));
  EXPECT_THAT(client.read_until("\r\n\r\n"), EndsWith("connection: close\r\n\r\n"));
  RawClient other(stage.port());
  other.send(get("/", "connection: close\r\n"));
  EXPECT_THAT(other.read_all(), EndsWith("GET / "));
  EXPECT_FALSE(client.has_bytes());
  stage.ask([&] { stage.world.resume(); });
  EXPECT_EQ(client.read_all(), "drop");
}

TEST(Delivery, ADripThatIsCutBreaksOffWhereItShould) {
  HotelStage stage;
  Reply reply = cut(7, true);
  reply.bytes_per_second = 100;
  stage.reply_at("/cut", reply);
  RawClient client(stage.port());
  client.send(get("/cut"));
  EXPECT_EQ(client.read_all(), "HTTP/1.1 200 OK\r\ncontent-length: 13\r\n\r\none two");
  EXPECT_EQ(client.end(), End::reset);
}

TEST(Delivery, AnAnswerWithoutABodyIsWholeWhateverIsToHappenToItsBody) {
  HotelStage stage;
  stage.reply_at("/cut", cut(0, true));
  stage.reply_at("/drip", dripping("one two three", 1));
  Reply empty = dripping("", 1);
  empty.response.status = 304;
  stage.reply_at("/empty", empty);
  RawClient client(stage.port());
  client.send("HEAD /cut HTTP/1.1\r\nhost: h\r\n\r\nHEAD /drip HTTP/1.1\r\nhost: h\r\n\r\n" +
              get("/empty", "connection: close\r\n"));
  const std::string head = "HTTP/1.1 200 OK\r\ncontent-length: 13\r\n\r\n";
  EXPECT_EQ(client.read_all(),
            head + head + "HTTP/1.1 304 Not Modified\r\nconnection: close\r\n\r\n");
  EXPECT_EQ(client.end(), End::closed);
}

TEST(Delivery, ADripToAClientThatDoesNotReadArrivesWhole) {
  HotelStage stage;
  std::string body;
  for (int i = 0; body.size() < 8'000'000; ++i) body += std::to_string(i) + ",";
  stage.reply_at("/drip", dripping(body, 80'000'000));
  RawClient lazy(stage.port());
  lazy.send(get("/drip", "connection: close\r\n"));
  stage.ask([] {});
  RawClient other(stage.port());
  other.send(get("/", "connection: close\r\n"));
  EXPECT_THAT(other.read_all(), EndsWith("GET / "));
  std::string all = lazy.read_all();
  EXPECT_TRUE(all.substr(all.find("\r\n\r\n") + 4) == body);
}

TEST(Delivery, ADripOutlivesNeitherItsClientNorItsWorld) {
  HotelStage stage;
  stage.reply_at("/drip", dripping(std::string(100'000, 'x'), 1'000));
  for (int i = 0; i < 10; ++i) {
    RawClient client(stage.port());
    client.send(get("/drip"));
    client.read_until("\r\n\r\nx");
  }
  RawClient other(stage.port());
  other.send(get("/drip"));
  EXPECT_THAT(other.read_until("\r\n\r\nx"), HasSubstr("content-length: 100000\r\n"));
}

TEST(Delivery, OurOwnCallerSeesWhatTheVirtualWorldsWould) {
  HotelStage stage;
  Reply garbage(Delivery::garbage);
  garbage.response.body = std::string("\x07\xff-", 3);
  Reply slow_garbage = garbage;
  slow_garbage.bytes_per_second = 10;
  for (const Reply& reply : {cut(7, false), cut(7, true), cut(13, true), garbage, slow_garbage,
                             dripping("some body", 100), Reply(Delivery::close),
                             Reply(Delivery::reset), Reply(Response(204))}) {
    stage.reply_at("/a", reply);
    CallResult expected = seen_by_caller(reply);
    CallResult result = stage.call(Member::hotel, Request("GET", "/a"));
    ASSERT_EQ(result.has_value(), expected.has_value()) << static_cast<int>(reply.delivery);
    if (result) {
      EXPECT_EQ(result->body, expected->body);
    } else {
      EXPECT_EQ(result.error(), expected.error());
    }
  }
}

TEST(Delivery, PatienceRunsToTheLastByteOfADrip) {
  LiveOptions options;
  options.speed = 100;
  HotelStage stage(options);
  stage.reply_at("/drip", dripping("a body of some length", 1));
  CallResult result = stage.call(Member::hotel, Request("GET", "/drip"), 10s);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error(), CallError::timed_out);
}

}  // namespace
}  // namespace mayday
