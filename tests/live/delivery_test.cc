#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <httplib.h>

#include <future>

#include "stage.h"

namespace mayday {
namespace {

using ::testing::AnyOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

TEST(Delivery, AnotherHttpClientUnderstandsUs) {
  HotelStage stage;
  httplib::Client client("127.0.0.1", stage.port());
  client.set_keep_alive(true);
  client.set_tcp_nodelay(true);
  for (int i = 0; i < 3; ++i) {
    auto result = client.Post("/rooms", "two beds", "text/plain");
    ASSERT_TRUE(result);
    EXPECT_EQ(result->status, 200);
    EXPECT_EQ(result->body, "POST /rooms two beds");
  }
  auto head = client.Head("/rooms");
  ASSERT_TRUE(head);
  EXPECT_EQ(head->body, "");
  EXPECT_EQ(head->get_header_value("content-length"), "12");
}

TEST(Delivery, NothingOnTheWireSaysWhoAnswers) {
  HotelStage stage;
  RawClient client(stage.port());
  client.send(get("/a", "x-sent: n\r\nconnection: close\r\n"));
  EXPECT_EQ(client.read_all(),
            "HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\nx-seen: n\r\ncontent-length: 7\r\n"
            "connection: close\r\n\r\nGET /a ");
}

TEST(Delivery, CloseLeavesWithoutAWordAndWithoutAReset) {
  HotelStage stage;
  RawClient client(stage.port());
  client.send(get("/close"));
  EXPECT_EQ(client.read_all(), "");
  EXPECT_EQ(client.end(), End::closed);
}

TEST(Delivery, CloseIsNoResetEvenWithUnreadRequestsBehindIt) {
  HotelStage stage;
  RawClient client(stage.port());
  client.send(get("/close") + get("/never"));
  EXPECT_EQ(client.read_all(), "");
  EXPECT_EQ(client.end(), End::closed);
  EXPECT_EQ(stage.served("/never"), 0);
}

TEST(Delivery, ResetIsARealReset) {
  HotelStage stage;
  RawClient client(stage.port());
  client.send(get("/reset"));
  EXPECT_EQ(client.read_all(), "");
  EXPECT_EQ(client.end(), End::reset);
}

/// "one two three" as a reply that is cut.
TEST(Delivery, RequestsSentTogetherAreAnsweredInOrder) {
  HotelStage stage;
  RawClient client(stage.port());
  std::string all;
  for (int i = 0; i < 1'000; ++i) all += get("/" + std::to_string(i));
  client.send(all + get("/last", "connection: close\r\n"));
  std::string answers = client.read_all();
  std::size_t at = 0;
  for (int i = 0; i < 1'000; ++i) {
    at = answers.find("\r\n\r\nGET /" + std::to_string(i) + " HTTP/1.1 200 OK", at);
    ASSERT_NE(at, std::string::npos) << "answer " << i << " is missing or out of order";
  }
  EXPECT_THAT(answers, EndsWith("GET /last "));
}

TEST(Delivery, AHeldRequestHoldsThoseBehindIt) {
  HotelStage stage;
  std::promise<void> held;
  stage.ask([&] { stage.hotel.on_hold = [&] { held.set_value(); }; });
  RawClient client(stage.port());
  client.send(get("/hold") + get("/next", "connection: close\r\n"));
  held.get_future().wait();
  EXPECT_EQ(stage.served("/next"), 0);
  stage.ask([&] { stage.world.open(stage.hotel.gate); });
  EXPECT_THAT(client.read_all(), HasSubstr("GET /hold HTTP/1.1 200 OK"));
  EXPECT_EQ(stage.served("/next"), 1);
}

TEST(Delivery, AClientThatHangsUpDoesNotStopTheWork) {
  HotelStage stage;
  std::promise<void> held;
  stage.ask([&] { stage.hotel.on_hold = [&] { held.set_value(); }; });
  RawClient client(stage.port());
  client.send("POST /hold HTTP/1.1\r\nhost: hotel\r\ncontent-length: 6\r\n\r\na room");
  held.get_future().wait();
  client.close();
  stage.ask([&] { stage.world.open(stage.hotel.gate); });
  int served = 0;  // what waits at a gate goes on soon, not at once
  for (int i = 0; i < 100'000 && served == 0; ++i) served = stage.served("/hold");
  EXPECT_EQ(served, 1);
}

TEST(Delivery, NoContentHasNeitherBodyNorLength) {
  HotelStage stage;
  RawClient client(stage.port());
  client.send(get("/empty", "connection: close\r\n"));
  EXPECT_EQ(client.read_all(), "HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n");
}

TEST(Delivery, AnOldClientIsLeftAfterTheAnswerUnlessItAsksOtherwise) {
  HotelStage stage;
  RawClient plain(stage.port());
  plain.send("GET / HTTP/1.0\r\nhost: hotel\r\n\r\n");
  EXPECT_THAT(plain.read_all(), HasSubstr("connection: close\r\n"));
  RawClient keeping(stage.port());
  for (int i = 0; i < 2; ++i) {
    keeping.send("GET / HTTP/1.0\r\nhost: hotel\r\nconnection: keep-alive\r\n\r\n");
    EXPECT_THAT(keeping.read_until("GET / "), HasSubstr("connection: keep-alive\r\n"));
  }
}

TEST(Delivery, AClientThatWaitsToBeToldSoIsToldToContinue) {
  HotelStage stage;
  RawClient client(stage.port());
  client.send("POST / HTTP/1.1\r\nhost: h\r\nexpect: 100-continue\r\ncontent-length: 4\r\n\r\n");
  EXPECT_EQ(client.read_until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
  client.send("room");
  EXPECT_THAT(client.read_until("room"), StartsWith("HTTP/1.1 200 OK\r\n"));
}

TEST(Delivery, ABodyTooLargeIsRefusedBeforeItIsSent) {
  HotelStage stage;
  RawClient client(stage.port());
  client.send(
      "POST / HTTP/1.1\r\nhost: h\r\nexpect: 100-continue\r\ncontent-length: 9999999\r\n\r\n");
  EXPECT_THAT(client.read_all(), StartsWith("HTTP/1.1 413 "));
}

TEST(Delivery, ChunkedRequestsAreReadInAnyPieces) {
  HotelStage stage;
  RawClient client(stage.port());
  std::string request =
      "POST /c HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
      "3;note=\"x\"\r\nabc\r\n2\r\nde\r\n0\r\nx-sum: 1\r\n\r\n";
  for (char c : request) ASSERT_TRUE(client.send({&c, 1}));
  EXPECT_THAT(client.read_until("abcde"), StartsWith("HTTP/1.1 200 OK\r\n"));
}

TEST(Delivery, ATargetInAbsoluteFormIsServedByItsPath) {
  HotelStage stage;
  RawClient client(stage.port());
  client.send(get("http://hotel:80/rooms?beds=2", "connection: close\r\n"));
  EXPECT_THAT(client.read_all(), EndsWith("GET /rooms?beds=2 "));
}

TEST(Delivery, AClientThatDoesNotReadHoldsUpOnlyItself) {
  HotelStage stage;
  RawClient lazy(stage.port());
  lazy.send(get("/large", "connection: close\r\n"));
  RawClient other(stage.port());
  other.send(get("/", "connection: close\r\n"));
  EXPECT_THAT(other.read_all(), EndsWith("GET / "));
  std::string all = lazy.read_all();
  EXPECT_EQ(all.size() - all.find("\r\n\r\n") - 4, 8'000'000u);
}

}  // namespace
}  // namespace mayday
