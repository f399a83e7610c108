#include "mayday/drill/vendor_desk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mayday/world/virtual_world.h"

namespace mayday {
namespace {

using ::testing::ElementsAre;

class VendorDeskTest : public ::testing::Test {
 protected:
  Plan plan;
  VirtualWorld world;
  Ledger ledger;
  std::unique_ptr<FaultEngine> engine;
  std::unique_ptr<VendorDesk> desk;
  std::vector<std::string> ended;

  void SetUp() override {
    FaultPlan fault;
    fault.id = "stall";
    fault.at = Instant{5min};
    fault.at_most = 100min;
    fault.operations = {"approveFlows"};
    fault.until.fix = "hesi";
    fault.truths.push_back({"hesi.approval", "upstream-timeout", "hesi"});
    plan.faults.push_back(fault);
    VendorPlan vendor;
    vendor.acknowledges = 5min;
    vendor.fixes.push_back({"stall", 50min, {"request-id", "time-range"}});
    plan.vendors.push_back(vendor);
    FaultNews news;
    news.armed = [](const Fault&) {};
    news.bit = [](const Fault&, const Exchange&, bool) {};
    news.ended = [this](const Fault& f) {
      ended.push_back(to_text(world.now().since_start) + " " + f.ended_by);
    };
    engine = std::make_unique<FaultEngine>(world, plan, news);
    engine->start();
    desk = std::make_unique<VendorDesk>(world, ledger, *engine, plan.vendors[0]);
  }

  Task<void> send(Instant at, json::object evidence, std::vector<events::Finding> findings) {
    co_await world.sleep(at - world.now());
    desk->take("T-1", evidence, findings);
  }

  std::vector<std::string> said() {
    std::vector<std::string> all;
    for (const Event& event : ledger.events()) {
      auto vendor = as<events::Vendor>(event);
      std::string needs;
      for (const std::string& need : vendor.needs) needs += " " + need;
      all.push_back(to_clock(event.t) + " " + vendor.says + needs);
    }
    return all;
  }

  static events::Finding finding(bool failing, std::string operation) {
    return {"req-1", true, failing, std::move(operation), Instant{6min}, {}};
  }
};

TEST_F(VendorDeskTest, FixesSoLongAfterEverythingItNeedsIsIn) {
  world.spawn(send(Instant{10min}, {{"time_range", "06:00"}}, {finding(true, "approveFlows")}));
  world.run();
  EXPECT_THAT(said(), ElementsAre("15:00 acknowledged", "1:00:00 fixed"));
  EXPECT_THAT(ended, ElementsAre("1h fix"));
}

TEST_F(VendorDeskTest, AsksForWhatIsMissingAndCountsFromWhenItCame) {
  world.spawn(send(Instant{10min}, {{"time_range", "06:00"}}, {}));
  world.spawn(send(Instant{20min}, {}, {finding(true, "approveFlows")}));
  world.run();
  EXPECT_THAT(said(), ElementsAre("15:00 acknowledged", "15:00 asked request-id",
                                  "25:00 acknowledged", "1:10:00 fixed"));
}

TEST_F(VendorDeskTest, AnIdThatWasNotFailingOrNotThereProvesNothing) {
  world.spawn(send(Instant{10min}, {{"time_range", "06:00"}}, {finding(false, "approveFlows")}));
  world.spawn(send(Instant{20min}, {}, {finding(true, "findStaffs")}));
  world.run();
  EXPECT_THAT(said(), ElementsAre("15:00 acknowledged", "15:00 asked request-id",
                                  "25:00 acknowledged", "25:00 asked request-id"));
  EXPECT_THAT(ended, ElementsAre("1h45m at_most"));
}

/// A second fault of the same vendor, which loses messages.
class TwoFaultsAtAVendor : public VendorDeskTest {
 protected:
  void SetUp() override {
    FaultPlan loss;
    loss.id = "loss";
    loss.at = Instant{5min};
    loss.at_most = 100min;
    loss.operations = {"outboundApprovalEvent"};
    loss.until.fix = "hesi";
    plan.faults.push_back(loss);
    VendorDeskTest::SetUp();
    plan.vendors[0].fixes.push_back({"loss", 20min, {"request-id", "steps"}});
    desk = std::make_unique<VendorDesk>(world, ledger, *engine, plan.vendors[0]);
  }
  std::vector<std::string> asked_about() {
    std::vector<std::string> faults;
    for (const Event& event : ledger.events())
      if (auto vendor = as<events::Vendor>(event); vendor.says == "asked")
        faults.push_back(vendor.fault);
    return faults;
  }
};

TEST_F(TwoFaultsAtAVendor, ATicketIsAboutTheFaultThatAlteredItsCalls) {
  // The message that was lost came of a call that itself went well.
  events::Finding lost = finding(true, "createFlow");
  lost.faults = {"loss"};
  world.spawn(send(Instant{10min}, {{"time_range", "06:00"}}, {lost}));
  world.run();
  EXPECT_THAT(said(), ElementsAre("15:00 acknowledged", "15:00 asked steps"));
  EXPECT_THAT(asked_about(), ElementsAre("loss"));
}

TEST_F(TwoFaultsAtAVendor, OneTicketMayProveBoth) {
  events::Finding lost = finding(true, "createFlow");
  lost.faults = {"loss"};
  world.spawn(send(Instant{10min}, {}, {lost, finding(true, "approveFlows")}));
  world.run();
  EXPECT_THAT(asked_about(), ElementsAre("stall", "loss"));
}

TEST_F(TwoFaultsAtAVendor, WithoutProofTheEndpointTells) {
  world.spawn(send(Instant{10min}, {{"endpoint", "hesi approveFlows"}}, {}));
  world.run();
  EXPECT_THAT(asked_about(), ElementsAre("stall"));
}

TEST_F(TwoFaultsAtAVendor, WithNothingToTellThemApartTheFirstIsLookedInto) {
  world.spawn(send(Instant{10min}, {{"impact", "many"}}, {}));
  world.run();
  EXPECT_THAT(asked_about(), ElementsAre("stall"));
}

}  // namespace
}  // namespace mayday
