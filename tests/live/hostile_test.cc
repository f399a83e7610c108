#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <httplib.h>

#include "stage.h"

namespace mayday {
namespace {

using ::testing::StartsWith;

constexpr std::string_view kSmuggled = "GET /smuggled HTTP/1.1\r\nhost: h\r\n\r\n";

/// What the far side said, in short: the status, or how it left.
std::string outcome(RawClient& client) {
  std::string all = client.read_all();
  if (client.end() == End::still_open) return "still open after " + all;
  if (all.empty()) return "left";
  return all.substr(9, 3);
}

class HostileTest : public ::testing::Test {
 protected:
  HotelStage stage;

  std::string send(const std::string& bytes) {
    RawClient client(stage.port());
    client.send(bytes);
    return outcome(client);
  }

  /// Sends the fields with a body that is itself a request. Whatever the peer thinks of the
  /// framing, the hidden request must not be carried out.
  std::string post(const std::string& fields, const std::string& body = "0\r\n\r\n",
                   const std::string& version = "HTTP/1.1") {
    return send("POST /hostile " + version + "\r\n" + fields + "\r\n" + body +
                std::string(kSmuggled));
  }

  void TearDown() override {
    EXPECT_EQ(stage.served("/smuggled"), 0);
    EXPECT_EQ(stage.served("/hostile"), 0);
    httplib::Client client("127.0.0.1", stage.port());
    auto healthy = client.Get("/healthy");
    ASSERT_TRUE(healthy);
    EXPECT_EQ(healthy->status, 200);
  }
};

TEST_F(HostileTest, LengthAndChunksTogetherAreRefusedInEverySpelling) {
  const std::vector<std::string> lengths = {"Content-Length: 5", "content-length:5",
                                            "CONTENT-LENGTH: 05"};
  const std::vector<std::string> codings = {
      "Transfer-Encoding: chunked",     "transfer-encoding:chunked",
      "TRANSFER-ENCODING: CHUNKED",     "Transfer-Encoding: \tchunked",
      "Transfer-Encoding: chunked ",    "Transfer-Encoding: identity",
      "Transfer-Encoding: gzip",        "Transfer-Encoding: gzip, chunked",
      "Transfer-Encoding: chunked=1",   "Transfer-Encoding: xchunked",
      "Transfer-Encoding: \"chunked\"", "Transfer-Encoding:"};
  for (const std::string& length : lengths) {
    for (const std::string& coding : codings) {
      EXPECT_EQ(post("Host: h\r\n" + length + "\r\n" + coding + "\r\n"), "400") << length << coding;
      EXPECT_EQ(post("Host: h\r\n" + coding + "\r\n" + length + "\r\n"), "400") << coding << length;
    }
  }
}

TEST_F(HostileTest, TransferEncodingsOtherThanChunkedAreRefused) {
  for (std::string coding :
       {"identity", "gzip", "gzip, chunked", "chunked, chunked", "chunked=1", "chunked;q=1",
        "xchunked", "chunkedx", "\"chunked\"", "chunked,", ",chunked",
        "\x0b"
        "chunked",
        ""}) {
    EXPECT_EQ(post("Host: h\r\nTransfer-Encoding: " + coding + "\r\n"), "400") << coding;
  }
  EXPECT_EQ(post("Host: h\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"), "400");
  EXPECT_EQ(post("Host: h\r\nTransfer-Encoding: x\r\nTransfer-Encoding: chunked\r\n"), "400");
  EXPECT_EQ(post("Host: h\r\nTransfer-Encoding : chunked\r\n"), "400");
  EXPECT_EQ(post("Host: h\r\nTransfer-Encoding\r\n: chunked\r\n"), "400");
}

TEST_F(HostileTest, AnOldClientCannotSendChunks) {
  EXPECT_EQ(post("Host: h\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n", "HTTP/1.0"), "400");
}

TEST_F(HostileTest, LengthsThatAreNotOnePlainNumberAreRefused) {
  for (std::string length : {"+5", "-5", "5, 5", "5, 6", "5,", "0x5", "5 5", "5a", "", "\"5\"",
                             "5.0", "18446744073709551621", "99999999999999999999999"}) {
    EXPECT_EQ(post("Host: h\r\nContent-Length: " + length + "\r\n", "12345"), "400") << length;
  }
  EXPECT_EQ(post("Host: h\r\nContent-Length: 5\r\nContent-Length: 5\r\n", "12345"), "400");
  EXPECT_EQ(post("Host: h\r\nContent-Length: 5\r\nContent-Length: 6\r\n", "12345"), "400");
  EXPECT_EQ(post("Host: h\r\nContent-Length : 5\r\n", "12345"), "400");
}

TEST_F(HostileTest, ARequestMustNameExactlyOneHost) {
  EXPECT_EQ(send("GET /hostile HTTP/1.1\r\n\r\n"), "400");
  EXPECT_EQ(send("GET /hostile HTTP/1.0\r\n\r\n"), "400");
  EXPECT_EQ(send("GET /hostile HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n"), "400");
  EXPECT_EQ(send("GET /hostile HTTP/1.1\r\nHost: a\r\nhost: b\r\n\r\n"), "400");
  EXPECT_EQ(send("GET /hostile HTTP/1.1\r\nHost: a b\r\n\r\n"), "400");
  EXPECT_EQ(send("GET /hostile HTTP/1.1\r\nHost: a/@b\r\n\r\n"), "400");
  EXPECT_EQ(send("GET /hostile HTTP/1.1\r\nHost:\r\n\r\n"), "400");
}

TEST_F(HostileTest, FoldedAndBrokenLinesAreRefused) {
  EXPECT_EQ(post("Host: h\r\nX: a\r\n b\r\nContent-Length: 0\r\n", ""), "400");
  EXPECT_EQ(post("Host: h\r\nTransfer-Encoding:\r\n\tchunked\r\n"), "400");
  EXPECT_EQ(post(" Host: h\r\nContent-Length: 0\r\n", ""), "400");
  EXPECT_EQ(post("Host: h\nContent-Length: 0\r\n", ""), "400");
  EXPECT_EQ(post("Host: h\rContent-Length: 0\r\n", ""), "400");
  EXPECT_EQ(post("Host: h\r\nX\x01: a\r\n", ""), "400");
  EXPECT_EQ(post("Host: h\r\nX: a\x01\r\n", ""), "400");
  EXPECT_EQ(post(std::string("Host: h\r\nX: a\0b\r\n", 17), ""), "400");
}

TEST_F(HostileTest, ATrailerOfAMebibyteIsRefused) {
  // Larger than the 64 KiB at which Beast's own container of fields throws.
  std::string trailer = "0\r\nx: " + std::string(1'024 * 1'024, 'x') + "\r\n\r\n";
  EXPECT_EQ(post("Host: h\r\nTransfer-Encoding: chunked\r\n", trailer), "431");
}

TEST_F(HostileTest, BadChunksAreRefused) {
  const std::string fields = "Host: h\r\nTransfer-Encoding: chunked\r\n";
  EXPECT_EQ(post(fields, "x\r\n"), "400");
  EXPECT_EQ(post(fields, "-1\r\n"), "400");
  EXPECT_EQ(post(fields, "0x5\r\n12345\r\n"), "400");
  EXPECT_EQ(post(fields, "5\r\n1234567\r\n0\r\n\r\n"), "400");
  EXPECT_EQ(post(fields, "5\n12345\r\n0\r\n\r\n"), "400");
  EXPECT_EQ(post(fields, "ffffffffffffffff\r\nx"), "413");
  EXPECT_EQ(post(fields, "1ffffffffffffffff\r\nx"), "400");
  EXPECT_EQ(post(fields, "5;" + std::string(100'000, 'x')), "431");
}

TEST_F(HostileTest, MoreThanTheLimitsIsRefused) {
  EXPECT_EQ(send("GET /hostile HTTP/1.1\r\nHost: h\r\nx: " + std::string(48'000'000, 'x')), "431");
  EXPECT_EQ(send("GET /" + std::string(100'000, 'a') + " HTTP/1.1\r\nHost: h\r\n\r\n"), "431");
  EXPECT_EQ(post("Host: h\r\nContent-Length: 1048577\r\n", ""), "413");
  std::string many = "Host: h\r\n";
  for (int i = 0; i < 200; ++i) many += "a: b\r\n";
  EXPECT_EQ(post(many, ""), "431");
  std::string chunk = "10000\r\n" + std::string(65'536, 'x') + "\r\n";
  std::string chunks;
  for (int i = 0; i < 17; ++i) chunks += chunk;
  EXPECT_EQ(post("Host: h\r\nTransfer-Encoding: chunked\r\n", chunks), "413");
}

TEST_F(HostileTest, TheFrameOfTinyChunksCountsToo) {
  std::string chunk = "1;" + std::string(10'000, 'x') + "\r\ny\r\n";
  std::string chunks;
  for (int i = 0; i < 1'000; ++i) chunks += chunk;
  EXPECT_EQ(post("Host: h\r\nTransfer-Encoding: chunked\r\n", chunks), "413");
}

TEST_F(HostileTest, OtherProtocolsAreRefused) {
  EXPECT_EQ(send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), "400");
  EXPECT_EQ(send("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"), "400");
  EXPECT_EQ(send("GET /hostile\r\n\r\n"), "400");
  EXPECT_EQ(send("GET /hostile HTTP/1.2\r\nHost: h\r\n\r\n"), "400");
  EXPECT_EQ(send("GET hostile HTTP/1.1\r\nHost: h\r\n\r\n"), "400");
  EXPECT_EQ(send("GET http://h@x/hostile HTTP/1.1\r\nHost: h\r\n\r\n"), "400");
  EXPECT_EQ(send("CONNECT h:443 HTTP/1.1\r\nHost: h\r\n\r\n"), "501");
}

TEST_F(HostileTest, ABodyOnAnyMethodIsNeverServedAsARequest) {
  for (std::string method : {"GET", "DELETE", "HEAD", "OPTIONS", "FROB"}) {
    RawClient client(stage.port());
    client.send(method + " /carrier HTTP/1.1\r\nHost: h\r\nconnection: close\r\nContent-Length: " +
                std::to_string(kSmuggled.size()) + "\r\n\r\n" + std::string(kSmuggled));
    EXPECT_EQ(outcome(client), "200");
  }
  EXPECT_EQ(stage.served("/carrier"), 5);
}

TEST_F(HostileTest, APeerThatLeavesInTheMiddleLeavesNothingBehind) {
  const std::string whole = "POST /hostile HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\n1234";
  for (std::size_t n = 0; n < whole.size(); ++n) {
    RawClient client(stage.port());
    client.send(whole.substr(0, n));
  }
}

TEST(SlowPeers, AHeadThatDoesNotComeInTimeIsRefused) {
  LiveOptions options;
  options.limits.header = 1s;
  HotelStage stage(options);
  RawClient slow(stage.port());
  slow.send("GET / HTTP/1.1\r\nho");
  EXPECT_EQ(outcome(slow), "408");
  RawClient silent(stage.port());
  EXPECT_EQ(outcome(silent), "left");
}

TEST(SlowPeers, ABodyThatDoesNotComeInTimeIsRefused) {
  LiveOptions options;
  options.limits.body = 100ms;
  HotelStage stage(options);
  RawClient slow(stage.port());
  slow.send("POST / HTTP/1.1\r\nhost: h\r\ncontent-length: 5\r\n\r\n1");
  EXPECT_EQ(outcome(slow), "408");
}

TEST(SlowPeers, AnIdleConnectionIsLeft) {
  LiveOptions options;
  options.limits.idle = 100ms;
  HotelStage stage(options);
  RawClient idle(stage.port());
  idle.send("GET / HTTP/1.1\r\nhost: h\r\n\r\n");
  EXPECT_THAT(idle.read_all(), StartsWith("HTTP/1.1 200 OK"));
  EXPECT_EQ(idle.end(), End::closed);
}

TEST(SlowPeers, APeerThatTakesNoAnswerIsLeft) {
  LiveOptions options;
  options.limits.answer = 100ms;
  options.limits.connections = 1;
  HotelStage stage(options);
  RawClient lazy(stage.port());
  lazy.send("GET /large HTTP/1.1\r\nhost: h\r\n\r\n");
  // Only one connection is allowed: another is answered once the lazy one is gone.
  std::string answer;
  while (answer.empty()) {
    RawClient other(stage.port());
    other.send("GET / HTTP/1.1\r\nhost: h\r\nconnection: close\r\n\r\n");
    answer = other.read_all();
  }
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 200 OK"));
}

TEST(SlowPeers, AHeldAnswerHasNoDeadline) {
  LiveOptions options;
  options.limits.header = 2s;
  options.limits.body = options.limits.idle = options.limits.answer = 50ms;
  HotelStage stage(options);
  stage.ask([&] {
    stage.hotel.on_hold = [&] {
      auto later = [](HotelStage& at) -> Task<void> {
        co_await at.world.sleep(2'500ms);
        at.world.open(at.hotel.gate);
      };
      stage.world.spawn(later(stage));
    };
  });
  RawClient client(stage.port());
  client.send("GET /hold HTTP/1.1\r\nhost: h\r\nconnection: close\r\n\r\n");
  EXPECT_EQ(outcome(client), "200");
}

}  // namespace
}  // namespace mayday
