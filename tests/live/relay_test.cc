#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <httplib.h>

#include "../faults/fault_drill.h"
#include "stage.h"

namespace mayday {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

/// A till whose calls go on to a real vendor: `vendor` says what that one does with a connection.
class RelayTest : public ::testing::Test {
 protected:
  void pass_on_to(const std::string& url, std::optional<EffectPlan> effect = {}) {
    if (effect) {
      FaultPlan fault = on_payments(*effect);
      fault.at = {};
      plan.faults.push_back(fault);
    }
    engine.emplace(world, plan,
                   FaultNews{[](const Fault&) {}, [](const Fault&, const Exchange&, bool) {},
                             [](const Fault&) {}});
    front.emplace(FrontDesk{world, *engine, origins, calls, 0}, till, Duration{0});
    front->pass_on_to(Upstream(
        world, *Peer::at(url), [this](const Exchange& x, const Request&, const CallResult& result) {
          recorded =
              std::string(x.operation) + " " +
              (result ? std::to_string(result->status) : std::string(to_text(result.error())));
        }));
    world.serve(Member::payment, *front);
    engine->start();
    thread = std::thread([this] { world.run(); });
  }
  ~RelayTest() override {
    world.stop();
    if (thread.joinable()) thread.join();
  }
  std::string exchange(const std::string& request) {
    RawClient client(world.port(Member::payment));
    client.send(request);
    return client.read_all();
  }

  LiveWorld world;
  Plan plan;
  Till till;
  Origins origins;
  CallIndex calls;
  std::optional<FaultEngine> engine;
  std::optional<Front> front;
  std::string recorded;
  std::thread thread;
};

TEST_F(RelayTest, BytesAndFieldsPassAsTheyAreAndThoseOfOneHopDoNot) {
  const std::string bytes("\xff\0\1zz", 5);
  std::string heard;
  RawServer vendor(1, [&](RawClient& client) {
    heard = client.read_until("{\"a\": 1}");
    client.send(
        "HTTP/1.1 201 Created\r\nX-Vendor: one\r\nX-Vendor: two\r\nKeep-Alive: timeout=5\r\n"
        "Content-Length: 5\r\nConnection: X-Hop\r\nX-Hop: y\r\n\r\n" +
        bytes);
  });
  pass_on_to("http://127.0.0.1:" + std::to_string(vendor.port()));
  std::string answer = exchange(
      "POST /pay/a%20b?token=%5B1%5D HTTP/1.1\r\nHost: till\r\nX-Mine: kept, as is\r\nx-mine: "
      "twice\r\n"
      "TE: trailers\r\nConnection: close, X-Drop\r\nX-Drop: 1\r\nContent-Length: 8\r\n\r\n{\"a\": "
      "1}");
  EXPECT_THAT(heard, AllOf(HasSubstr("POST /pay/a%20b?token=%5B1%5D HTTP/1.1\r\n"),
                           HasSubstr("Host: 127.0.0.1:" + std::to_string(vendor.port()) + "\r\n"),
                           HasSubstr("X-Mine: kept, as is\r\nx-mine: twice\r\n")));
  EXPECT_THAT(heard, AllOf(Not(HasSubstr("X-Drop")), Not(HasSubstr("TE:"))));
  EXPECT_THAT(answer, AllOf(HasSubstr("HTTP/1.1 201 Created\r\n"),
                            HasSubstr("X-Vendor: one\r\nX-Vendor: two\r\n"),
                            HasSubstr("\r\n\r\n" + bytes)));
  EXPECT_THAT(answer, AllOf(Not(HasSubstr("X-Hop")), Not(HasSubstr("Keep-Alive"))));
  EXPECT_EQ(recorded, "pay 201");
  EXPECT_EQ(till.paid, 0);  // the mock itself was not asked
}

TEST_F(RelayTest, AVendorThatIsNotThereIsTheVendorsOwnBadGateway) {
  std::uint16_t nobody;
  {
    nobody = RawServer(0, [](RawClient&) {}).port();
  }
  pass_on_to("http://127.0.0.1:" + std::to_string(nobody));
  EXPECT_THAT(exchange("POST /pay/a HTTP/1.1\r\nHost: till\r\nConnection: close\r\n\r\n"),
              HasSubstr("HTTP/1.1 502 "));
  EXPECT_EQ(recorded, "pay refused");
}

TEST_F(RelayTest, FaultsApplyToWhatIsPassedOn) {
  RawServer vendor(0, [](RawClient&) {});
  effects::Status effect;
  effect.status = 503;
  pass_on_to("http://127.0.0.1:" + std::to_string(vendor.port()), effect);
  EXPECT_THAT(exchange("POST /pay/a HTTP/1.1\r\nHost: till\r\nConnection: close\r\n\r\n"),
              HasSubstr("HTTP/1.1 503 "));
  EXPECT_EQ(recorded, "");
}

}  // namespace
}  // namespace mayday
