#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <openssl/x509_vfy.h>

#include <cerrno>
#include <future>

#include "mayday/base/input_error.h"
#include "stage.h"
#include "tls_client.h"

namespace mayday {
namespace {

using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

constexpr DoorFlaw kFlawsOfTls[] = {DoorFlaw::expired, DoorFlaw::wrong_host,
                                    DoorFlaw::handshake_cut};

/// A hotel with a door, and what its world says of those who were turned away there.
class DoorTest : public ::testing::Test {
 protected:
  explicit DoorTest(LiveOptions options = {}) : stage(std::move(options)) {
    stage.ask([&] {
      stage.world.on_turned_away = [&](Member at, const std::string& id, CallError how) {
        turned_away.push_back(std::string(to_text(at)) + " " + id + " " +
                              std::string(to_text(how)));
      };
    });
  }
  void set_door(DoorFlaw flaw) {
    stage.ask([&] { stage.world.set_door(Member::hotel, flaw); });
  }
  /// What a call of our own comes to; its request names itself by `id`.
  std::string call(const std::string& id) {
    Request request("GET", "/rooms");
    request.headers.add("x-request-id", id);
    CallResult result = stage.call(Member::hotel, std::move(request));
    return result ? std::to_string(result->status) : std::string(to_text(result.error()));
  }
  /// Waits until a request is held at the hotel's gate.
  void hold(RawClient& client) {
    std::promise<void> held;
    stage.ask([&] { stage.hotel.on_hold = [&] { held.set_value(); }; });
    client.send(get("/hold"));
    held.get_future().wait();
  }
  void let_go() {
    stage.ask([&] { stage.world.open(stage.hotel.gate); });
  }

  std::vector<std::string> turned_away;
  HotelStage stage;
};

TEST_F(DoorTest, ARefusedDoorIsAPortThatNobodyListensOnUntilItOpensAgain) {
  std::uint16_t port = stage.port();
  for (int i = 0; i < 3; ++i) {
    set_door(DoorFlaw::refused);
    set_door(DoorFlaw::refused);
    EXPECT_EQ(connecting_to(port), ECONNREFUSED);
    EXPECT_EQ(stage.port(), port);
    set_door(DoorFlaw::none);
    set_door(DoorFlaw::none);
    for (int again = 0; again < 3; ++again) {
      RawClient client(port);
      client.send(get("/rooms", "connection: close\r\n"));
      EXPECT_THAT(client.read_all(), EndsWith("GET /rooms "));
    }
  }
}

TEST_F(DoorTest, AListenerThatIsRefusedKeepsItsPort) {
  set_door(DoorFlaw::refused);
  LiveOptions options;
  options.ports[static_cast<std::size_t>(Member::hotel)] = stage.port();
  LiveWorld burglar(options);
  EXPECT_THROW(burglar.serve(Member::hotel, stage.hotel), EnvironmentError);
}

TEST_F(DoorTest, OurOwnCallsAreRefusedAndToldOf) {
  EXPECT_EQ(call("before"), "200");  // leaves a connection behind that must not be used
  set_door(DoorFlaw::refused);
  EXPECT_EQ(call("during-1"), "refused");
  EXPECT_EQ(call("during-2"), "refused");
  set_door(DoorFlaw::none);
  EXPECT_EQ(call("after"), "200");
  EXPECT_EQ(stage.served("/rooms"), 2);
  EXPECT_THAT(turned_away, ElementsAre("hotel during-1 refused", "hotel during-2 refused"));
}

TEST_F(DoorTest, KeptConnectionsAreDroppedAndExchangesUnderWayAreAnswered) {
  RawClient idle(stage.port());
  idle.send(get("/rooms"));
  idle.read_until("GET /rooms ");
  RawClient busy(stage.port());
  hold(busy);
  set_door(DoorFlaw::refused);
  EXPECT_EQ(idle.read_all(), "");
  EXPECT_EQ(idle.end(), End::closed);
  let_go();
  std::string answer = busy.read_all();
  EXPECT_THAT(answer, HasSubstr("connection: close\r\n"));
  EXPECT_THAT(answer, EndsWith("GET /hold "));
  EXPECT_EQ(busy.end(), End::closed);
}

TEST_F(DoorTest, ACallThatHasConnectedIsIn) {
  RawClient early(stage.port());
  set_door(DoorFlaw::refused);
  early.send(get("/rooms"));
  EXPECT_THAT(early.read_all(), EndsWith("GET /rooms "));
  EXPECT_EQ(early.end(), End::closed);
}

TEST_F(DoorTest, AnAnswerOnItsWayWhenTheDoorShutsIsTheLastOnItsConnection) {
  Gate hurry;
  Reply drip(Response(200, std::string(10'000, 'x')));
  drip.bytes_per_second = 10;
  drip.hurry = &hurry;
  stage.reply_at("/drip", drip);
  RawClient client(stage.port());
  client.send(get("/drip"));
  client.read_until("\r\n\r\nx");
  set_door(DoorFlaw::refused);
  stage.ask([&] { stage.world.open(hurry); });
  EXPECT_THAT(client.read_all(), EndsWith("xxx"));
  EXPECT_EQ(client.end(), End::closed);
}

TEST_F(DoorTest, WithoutTlsItsFlawsAreNoneOnTheWire) {
  RawClient kept(stage.port());
  for (DoorFlaw flaw : kFlawsOfTls) {
    set_door(flaw);
    EXPECT_EQ(call("during"), "200");
    kept.send(get("/kept"));
    EXPECT_THAT(kept.read_until("GET /kept "), StartsWith("HTTP/1.1 200 OK\r\n"));
  }
  EXPECT_THAT(turned_away, IsEmpty());
}

TEST_F(DoorTest, ACallToAnotherPlaceDoesNotComeToTheDoor) {
  HotelStage elsewhere;
  stage.ask(
      [&] { stage.world.reach(Member::hotel, *Peer::at(elsewhere.world.url(Member::hotel))); });
  set_door(DoorFlaw::refused);
  EXPECT_EQ(call("elsewhere"), "200");
  elsewhere.ask([&] { elsewhere.world.set_door(Member::hotel, DoorFlaw::refused); });
  EXPECT_EQ(call("elsewhere"), "refused");
  EXPECT_THAT(turned_away, IsEmpty());
}

TEST(Door, OneThatIsSetBeforeAMemberServesIsThereWhenItDoes) {
  LiveWorld world;
  Hotel hotel(world);
  world.set_door(Member::hotel, DoorFlaw::refused);
  world.serve(Member::hotel, hotel);
  std::uint16_t port = world.port(Member::hotel);
  EXPECT_EQ(connecting_to(port), ECONNREFUSED);
  world.set_door(Member::hotel, DoorFlaw::none);
  EXPECT_EQ(connecting_to(port), 0);
}

/// The same with HTTPS, as an OpenSSL client and as our own calls see it.
class TlsDoorTest : public DoorTest {
 protected:
  explicit TlsDoorTest(std::shared_ptr<const Authority> signer = make_authority())
      : DoorTest(secured(signer)), pem(pem_of(*signer)) {}

  static LiveOptions secured(std::shared_ptr<const Authority> signer) {
    LiveOptions options;
    options.tls = std::move(signer);
    return options;
  }
  TlsClient client(const std::string& host = "127.0.0.1") {
    TlsClient::Wish wish;
    wish.host = host;
    return TlsClient(stage.port(), pem, wish);
  }

  std::string pem;
};

TEST_F(TlsDoorTest, ACertificateThatHasExpired) {
  set_door(DoorFlaw::expired);
  TlsClient refusing = client();
  EXPECT_FALSE(refusing.is_secure());
  EXPECT_EQ(refusing.verdict(), X509_V_ERR_CERT_HAS_EXPIRED);
  set_door(DoorFlaw::none);
  EXPECT_TRUE(client().is_secure());
}

TEST_F(TlsDoorTest, ACertificateForAnotherHost) {
  set_door(DoorFlaw::wrong_host);
  TlsClient by_address = client();
  EXPECT_FALSE(by_address.is_secure());
  EXPECT_EQ(by_address.verdict(), X509_V_ERR_IP_ADDRESS_MISMATCH);
  EXPECT_EQ(client("localhost").verdict(), X509_V_ERR_HOSTNAME_MISMATCH);
  set_door(DoorFlaw::none);
  EXPECT_TRUE(client("localhost").is_secure());
}

TEST_F(TlsDoorTest, AHandshakeIsCutWhenTheClientHasSaidHello) {
  set_door(DoorFlaw::handshake_cut);
  TlsClient cut = client();
  EXPECT_FALSE(cut.is_secure());
  EXPECT_EQ(cut.end(), End::closed);
  EXPECT_EQ(cut.verdict(), X509_V_OK);  // it never saw a certificate
  set_door(DoorFlaw::none);
  EXPECT_TRUE(client().is_secure());
}

TEST_F(TlsDoorTest, TheDoorDecidesWhenTheHelloComes) {
  set_door(DoorFlaw::handshake_cut);
  RawClient early(stage.port());
  RawClient late(stage.port());
  const std::string hello("\x16\x03\x01\x00\x02\x01\x00", 7);  // that there is no such version
  early.send(hello);
  EXPECT_EQ(early.read_all(), "");
  EXPECT_EQ(early.end(), End::closed);
  set_door(DoorFlaw::none);
  late.send(hello + std::string(200, '\0'));
  EXPECT_THAT(late.read_all(), StartsWith("\x15"));  // an alert: somebody has looked at it
}

TEST_F(TlsDoorTest, OurOwnCallsShakeHandsAnewAndFail) {
  for (DoorFlaw flaw : kFlawsOfTls) {
    turned_away.clear();
    EXPECT_EQ(call("before"), "200");  // leaves a connection behind that must not be used
    set_door(flaw);
    EXPECT_EQ(call("during"), "tls");
    set_door(DoorFlaw::none);
    EXPECT_EQ(call("after"), "200");
    EXPECT_THAT(turned_away, ElementsAre("hotel during tls"));
  }
  EXPECT_EQ(stage.served("/rooms"), 6);
}

TEST_F(TlsDoorTest, ARefusedDoorIsThatUnderTlsTooAndMayTurnIntoAnother) {
  EXPECT_EQ(call("before"), "200");
  set_door(DoorFlaw::refused);
  EXPECT_EQ(connecting_to(stage.port()), ECONNREFUSED);
  EXPECT_EQ(call("one"), "refused");
  set_door(DoorFlaw::expired);
  EXPECT_EQ(client().verdict(), X509_V_ERR_CERT_HAS_EXPIRED);
  EXPECT_EQ(call("two"), "tls");
  set_door(DoorFlaw::wrong_host);
  EXPECT_EQ(client().verdict(), X509_V_ERR_IP_ADDRESS_MISMATCH);
  set_door(DoorFlaw::none);
  EXPECT_EQ(call("after"), "200");
  EXPECT_THAT(turned_away, ElementsAre("hotel one refused", "hotel two tls"));
}

TEST_F(TlsDoorTest, AnIdleConnectionIsEndedInOrder) {
  TlsClient idle = client();
  idle.send("HEAD /rooms HTTP/1.1\r\nhost: h\r\n\r\n");
  while (stage.served("/rooms") == 0) {
  }
  set_door(DoorFlaw::expired);
  EXPECT_THAT(idle.read_all(), StartsWith("HTTP/1.1 200 OK\r\n"));
  EXPECT_TRUE(idle.had_goodbye());
}

TEST_F(TlsDoorTest, NoSessionOfBeforeGetsPastABadCertificate) {
  for (int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
    TlsClient::Wish wish;
    wish.version = version;
    TlsClient before(stage.port(), pem, wish);
    ASSERT_TRUE(before.is_secure());
    TlsClient::Session session = before.session();
    wish.resume = session.get();
    set_door(DoorFlaw::expired);
    TlsClient during(stage.port(), pem, wish);
    EXPECT_FALSE(during.is_secure());
    EXPECT_EQ(during.verdict(), X509_V_ERR_CERT_HAS_EXPIRED);
    set_door(DoorFlaw::none);
    EXPECT_TRUE(TlsClient(stage.port(), pem, wish).is_secure());
  }
}

}  // namespace
}  // namespace mayday
