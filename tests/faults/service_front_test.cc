#include "mayday/faults/service_front.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fault_drill.h"
#include "mayday/faults/inner_points.h"

namespace mayday {
namespace {

using ::testing::ElementsAre;

struct Row {
  std::string_view id;
  std::string_view method;
  std::string_view path;
  bool write;
};
constexpr Row kRows[] = {{"show", "GET", "/trips/{id}", false}, {"book", "POST", "/trips", true}};

/// Counts what it was asked, and answers with the count.
class Counter final : public Service {
 public:
  Task<Reply> serve(Request) override { co_return Reply(Response(200, std::to_string(++asked))); }
  int asked = 0;
};

FaultPlan on_desk(EffectPlan effect, std::string operation, Stage stage) {
  FaultPlan fault = on_payments(std::move(effect), stage);
  fault.vendor = Member::desk;
  fault.operations = {std::move(operation)};
  return fault;
}

class DeskDrill {
 public:
  explicit DeskDrill(FaultPlan fault) : drill(std::move(fault)) {
    drill.world.serve(Member::desk, front);
  }
  void call_at(Instant at, std::string method, std::string target) {
    drill.at(at, [this, method, target] { drill.world.spawn(call(method, target)); });
  }
  Task<void> call(std::string method, std::string target) {
    Request request(method, target);
    CallResult result = co_await drill.world.call(Member::desk, std::move(request), 1min);
    seen.push_back(result ? std::to_string(result->status) + " " + result->body
                          : std::string(to_text(result.error())));
  }

  FaultDrill drill;
  Operations operations{kRows};
  Counter inner;
  FrontDesk shared{drill.world, drill.engine, drill.origins, drill.calls, 0};
  ServiceFront front{shared, Member::desk, operations, inner,
                     [](const Exchange&, int status) { return Response(status, "desk says so"); }};
  std::vector<std::string> seen;
};

TEST(ServiceFront, FaultsActBeforeAndAfterTheService) {
  DeskDrill desk(on_desk(effects::Status{404, "", {}}, "show", Stage::read_request));
  desk.call_at(Instant{2min}, "GET", "/trips/7");
  desk.call_at(Instant{2min}, "POST", "/trips");
  desk.call_at(Instant{12min}, "GET", "/trips/7");
  desk.drill.run();
  EXPECT_THAT(desk.seen, ElementsAre("404 desk says so", "200 1", "200 2"));
}

TEST(ServiceFront, TellsWhatWasAnsweredInItsPlace) {
  FaultPlan fault = on_desk(effects::Status{500, "", {}}, "show", Stage::read_request);
  DeskDrill desk(std::move(fault));
  std::vector<std::string> told;
  ServiceFront front(
      desk.shared, Member::desk, desk.operations, desk.inner,
      [](const Exchange&, int status) { return Response(status); },
      [&](const Exchange& x, const Reply& reply) {
        told.push_back(std::string(x.operation) + " " + std::to_string(reply.response.status));
      });
  desk.drill.world.serve(Member::desk, front);
  desk.call_at(Instant{30s}, "GET", "/trips/7");
  desk.call_at(Instant{2min}, "GET", "/trips/7");
  desk.call_at(Instant{2min}, "POST", "/trips");
  desk.drill.run();
  EXPECT_THAT(told, ElementsAre("show 500"));
}

TEST(ServiceFront, AStaleCacheAnswersForIt) {
  DeskDrill desk(on_desk(effects::StaleRead{10min}, "show", Stage::state_read));
  desk.call_at(Instant{30s}, "GET", "/trips/7");
  desk.call_at(Instant{2min}, "GET", "/trips/7");
  desk.call_at(Instant{3min}, "GET", "/trips/8");
  desk.drill.run();
  EXPECT_THAT(desk.seen, ElementsAre("200 1", "200 1", "200 2"));
}

TEST(InnerPoints, TheOrderDatabaseDropsWritesOrFails) {
  for (auto [effect, answered] :
       {std::pair{EffectPlan(effects::NoWrite{}), true}, {EffectPlan(effects::Close{}), false}}) {
    DeskDrill desk(on_desk(effect, "orderDatabase", Stage::commit));
    InnerPoints points(desk.shared);
    InnerPoints::Stored stored;
    desk.drill.at(Instant{2min}, [&] {
      desk.drill.world.spawn([](InnerPoints& p, InnerPoints::Stored& out) -> Task<void> {
        Origin who;
        out = co_await p.store_order(who, "TR1", "tr-1");
      }(points, stored));
    });
    desk.drill.run();
    EXPECT_EQ(stored.answered, answered);
    EXPECT_EQ(stored.commit, Commit::nothing);
  }
}

TEST(InnerPoints, TheWayOutMayBeShut) {
  for (auto [flaw, how] :
       {std::pair{DoorFlaw::expired, CallError::tls}, {DoorFlaw::refused, CallError::refused}}) {
    DeskDrill desk(on_desk(effects::Door{flaw}, "egress", Stage::tls));
    InnerPoints points(desk.shared);
    std::optional<CallError> failed;
    desk.drill.at(Instant{2min}, [&] {
      desk.drill.world.spawn([](InnerPoints& p, std::optional<CallError>& out) -> Task<void> {
        Origin who;
        out = co_await p.leave(who, "dk-1");
      }(points, failed));
    });
    desk.drill.run();
    EXPECT_EQ(failed, how);
    EXPECT_TRUE(desk.drill.calls.find("dk-1")->failing);
  }
}

}  // namespace
}  // namespace mayday
