#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "stage.h"

namespace mayday {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

/// Calls to addresses outside the estate, one after the other.
class OutsideTest : public ::testing::Test {
 protected:
  std::vector<std::string> seen;

  Task<void> ask_all(World& world, std::vector<Peer> peers) {
    for (const Peer& peer : peers) {
      Request request("POST", "/hook", "news");
      CallResult result = co_await world.call(peer, std::move(request), 20s);
      seen.push_back(result ? std::to_string(result->status)
                            : std::string(to_text(result.error())));
    }
    world.stop();
  }
  void call(LiveOptions options, const std::vector<std::string>& urls) {
    LiveWorld world(std::move(options));
    std::vector<Peer> peers;
    for (const std::string& url : urls) peers.push_back(*Peer::at(url));
    world.spawn(ask_all(world, std::move(peers)));
    world.run();
  }
};

TEST_F(OutsideTest, AReceiverOnThisMachineIsCalledByAddressAndByName) {
  std::string heard;
  RawServer server(2, [&](RawClient& client) {
    heard += client.read_until("news");
    client.send("HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n");
  });
  std::string port = std::to_string(server.port());
  call({}, {"http://127.0.0.1:" + port, "http://localhost:" + port});
  EXPECT_THAT(seen, ElementsAre("204", "204"));
  EXPECT_THAT(heard, StartsWith("POST /hook HTTP/1.1\r\nhost: 127.0.0.1:" + port));
  EXPECT_THAT(heard, HasSubstr("host: localhost:" + port));
}

TEST_F(OutsideTest, NoOtherHostIsCalledUnlessAllowed) {
  call({}, {"http://169.254.169.254/latest", "https://travel.invalid"});
  EXPECT_THAT(seen, ElementsAre("refused", "refused"));
}

TEST_F(OutsideTest, AnEstateOpenToTheNetworkIsNoWayIntoThisMachine) {
  RawServer server(1, [](RawClient& client) {
    client.read_until("news");
    client.send("HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n");
  });
  std::string url = "http://127.0.0.1:" + std::to_string(server.port());
  LiveOptions open;
  open.bind = "0.0.0.0";
  call(open, {url});
  open.allowed_hosts = {"127.0.0.1"};
  call(open, {url});
  EXPECT_THAT(seen, ElementsAre("refused", "204"));
}

TEST_F(OutsideTest, ARedirectIsAnAnswerAndNotFollowed) {
  RawServer server(1, [](RawClient& client) {
    client.read_until("news");
    client.send(
        "HTTP/1.1 302 Found\r\nlocation: http://169.254.169.254/\r\ncontent-length: 0\r\n"
        "connection: close\r\n\r\n");
  });
  call({}, {"http://127.0.0.1:" + std::to_string(server.port())});
  EXPECT_THAT(seen, ElementsAre("302"));
}

TEST_F(OutsideTest, AnEndlessAnswerIsCutOff) {
  RawServer server(1, [](RawClient& client) {
    client.read_until("news");
    client.send("HTTP/1.1 200 OK\r\n\r\n");
    while (client.send(std::string(65'536, 'x'))) {
    }
  });
  call({}, {"http://127.0.0.1:" + std::to_string(server.port())});
  EXPECT_THAT(seen, ElementsAre("malformed"));
}

TEST(PeerTest, OnlyAbsoluteHttpUrlsArePeers) {
  for (std::string url : {"ftp://host/", "file:///etc/passwd", "//host", "host", "http://",
                          "http://user:secret@host/", "http://host/#part", "http://host:0/",
                          "http://host:99999/", "http://127.0.0.1:-1/", "http:///path", ""})
    EXPECT_FALSE(Peer::at(url)) << url;
  std::optional<Peer> peer = Peer::at("https://Host.example/hooks?a=b");
  ASSERT_TRUE(peer);
  EXPECT_TRUE(peer->outside()->tls);
  EXPECT_EQ(peer->outside()->port, 443);
  EXPECT_EQ(peer->outside()->path, "/hooks?a=b");
  EXPECT_EQ(Peer::at("http://[::1]:8080")->outside()->host, "::1");
}

}  // namespace
}  // namespace mayday
