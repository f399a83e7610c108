#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "stage.h"
#include "tls_client.h"

namespace mayday {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

LiveOptions secured(std::shared_ptr<const Authority> authority = make_authority()) {
  LiveOptions options;
  options.tls = std::move(authority);
  return options;
}

/// A hotel that speaks HTTPS, and calls to it from inside its world and from outside.
class TlsTest : public ::testing::Test {
 protected:
  std::shared_ptr<const Authority> authority = make_authority();
  HotelStage stage{secured(authority)};

  CallResult call(HotelStage& from, Peer to, std::string target, std::string body = {}) {
    return from.call(to, Request("POST", target, body));
  }
  Peer hotel() const { return *Peer::at(stage.world.url(Member::hotel)); }
};

TEST_F(TlsTest, AMemberThatSpeaksHttpsIsCalledOverIt) {
  EXPECT_THAT(stage.world.url(Member::hotel), ::testing::StartsWith("https://127.0.0.1:"));
  for (int i = 0; i < 3; ++i) {  // the second and third over a connection that was kept
    CallResult result = call(stage, Member::hotel, "/rooms", "a room");
    ASSERT_TRUE(result) << to_text(result.error());
    EXPECT_EQ(result->body, "POST /rooms a room");
  }
}

TEST_F(TlsTest, ManyRecordsPassBothWays) {
  std::string large(900'000, 'y');
  CallResult sent = call(stage, Member::hotel, "/rooms", large);
  ASSERT_TRUE(sent);
  EXPECT_THAT(sent->body, SizeIs(large.size() + std::string("POST /rooms ").size()));
  CallResult received = call(stage, Member::hotel, "/large");
  ASSERT_TRUE(received);
  EXPECT_THAT(received->body, SizeIs(8'000'000));
}

TEST_F(TlsTest, ClosesAndResetsAreSeenAsSuch) {
  CallResult closed = call(stage, Member::hotel, "/close");
  CallResult reset = call(stage, Member::hotel, "/reset");
  ASSERT_FALSE(closed);
  ASSERT_FALSE(reset);
  EXPECT_EQ(closed.error(), CallError::closed);
  EXPECT_EQ(reset.error(), CallError::reset);
}

TEST_F(TlsTest, AResetIsNoGoodbyeAndComesAfterWhatWasSent) {
  Reply cut(Response(200, "a room with a view"));
  cut.delivery = Delivery::cut;
  cut.cut_at = 6;
  cut.cut_resets = true;
  stage.reply_at("/cut", cut);
  for (std::string path : {"/cut", "/reset"}) {
    TlsClient client(stage.port(), pem_of(*authority));
    ASSERT_TRUE(client.is_secure());
    client.send("GET " + path + " HTTP/1.1\r\nhost: h\r\n\r\n");
    EXPECT_EQ(client.read_all(),
              path == "/cut" ? "HTTP/1.1 200 OK\r\ncontent-length: 18\r\n\r\na room" : "");
    EXPECT_EQ(client.end(), End::reset);
    EXPECT_FALSE(client.had_goodbye());
  }
}

TEST_F(TlsTest, ABodyThatIsCutEndsInOrder) {
  Reply cut(Response(200, "a room with a view"));
  cut.delivery = Delivery::cut;
  cut.cut_at = 6;
  stage.reply_at("/cut", cut);
  TlsClient client(stage.port(), pem_of(*authority));
  client.send("GET /cut HTTP/1.1\r\nhost: h\r\n\r\n");
  EXPECT_EQ(client.read_all(), "HTTP/1.1 200 OK\r\ncontent-length: 18\r\n\r\na room");
  EXPECT_EQ(client.end(), End::closed);
  EXPECT_TRUE(client.had_goodbye());
}

TEST_F(TlsTest, ADripPassesInManyRecords) {
  Reply drip(Response(200, std::string(300'000, 'x')));
  drip.bytes_per_second = 1'000'000;
  stage.reply_at("/drip", drip);
  CallResult result = call(stage, Member::hotel, "/drip");
  ASSERT_TRUE(result) << to_text(result.error());
  EXPECT_EQ(result->body, drip.response.body);
}

TEST_F(TlsTest, WhoDoesNotKnowTheAuthorityTrustsNobody) {
  HotelStage stranger;
  CallResult result = call(stranger, hotel(), "/rooms");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error(), CallError::tls);
  EXPECT_EQ(stage.served("/rooms"), 0);
}

TEST_F(TlsTest, PlainBytesAreNotServed) {
  RawClient client(stage.port());
  client.send("POST /rooms HTTP/1.1\r\nhost: h\r\ncontent-length: 0\r\n\r\n");
  EXPECT_THAT(client.read_all(), ::testing::Not(::testing::HasSubstr("200")));
  EXPECT_NE(client.end(), End::still_open);
  EXPECT_EQ(stage.served("/rooms"), 0);
  EXPECT_TRUE(call(stage, Member::hotel, "/healthy"));
}

TEST(Tls, APeerThatNeverFinishesItsHandshakeIsDropped) {
  LiveOptions options = secured();
  options.limits.header = 200ms;
  HotelStage stage(std::move(options));
  RawClient client(stage.port());
  client.send(std::string("\x16\x03\x01", 3));  // the beginning of a ClientHello
  EXPECT_EQ(client.read_all(), "");
  EXPECT_NE(client.end(), End::still_open);
}

TEST(Tls, TheCertificateNamesTheAuthorityThatIsHandedOut) {
  std::string pem = pem_of(*make_authority());
  EXPECT_THAT(pem, ::testing::StartsWith("-----BEGIN CERTIFICATE-----"));
}

}  // namespace
}  // namespace mayday
