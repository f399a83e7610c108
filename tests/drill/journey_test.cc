#include "mayday/drill/journey.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "mayday/world/virtual_world.h"

namespace mayday {
namespace {

using ::testing::ElementsAre;

/// A desk that answers each target with what it was given, in turn; the last answer stays.
class ScriptedDesk final : public Service {
 public:
  explicit ScriptedDesk(World& w) : world_(w) {}
  Task<Reply> serve(Request request) override {
    asked.push_back(request.method + " " + request.target + " " + request.body);
    std::vector<Reply>& script = answers[request.target];
    if (script.empty()) co_return Reply(Response(404));
    Reply reply = script.front();
    if (script.size() > 1) script.erase(script.begin());
    if (reply.response.status == 0) co_await world_.sleep(1h);
    co_return reply;
  }
  std::map<std::string, std::vector<Reply>> answers;
  std::vector<std::string> asked;

 private:
  World& world_;
};

Step step(std::string name, std::string method, std::string target) {
  Step made;
  made.name = std::move(name);
  made.function = "approval";
  made.method = std::move(method);
  made.target = std::move(target);
  made.expect = {200};
  made.refused = {409};
  made.unknown = {504};
  return made;
}

class JourneyTest : public ::testing::Test {
 protected:
  VirtualWorld world;
  Origins origins;
  CallIndex calls;
  ScriptedDesk desk{world};
  std::vector<Step> steps;

  std::string go() {
    world.serve(Member::desk, desk);
    std::string said;
    world.spawn(walk_and_tell(said));
    world.run();
    return said;
  }

 private:
  Task<void> walk_and_tell(std::string& said) {
    Person person{"p1", "安妮", "D1", "d1", false};
    Traveller traveller(person, Client::pc, "test/1", 0);
    JourneyEnd end = co_await walk({world, origins, calls}, steps, 30s, std::move(traveller));
    said = end.outcome + " " + end.path + " " + end.failed_at + " at " +
           to_text(world.now().since_start);
  }
};

TEST_F(JourneyTest, KeepsValuesAndWaitsUntilItIsSo) {
  Step submit = step("submit", "POST", "/claims");
  submit.body = R"({"code":"{staff.code}"})";
  submit.keep = {{"claim", "claim"}};
  Step wait = step("wait", "GET", "/claims/{claim}");
  wait.until = {{"state", "approved|paid"}};
  wait.alternative_when = {{"route", "manual"}};
  wait.every = 15s;
  wait.at_most = 10min;
  steps = {submit, wait};
  desk.answers["/claims"] = {Response(200, R"({"claim":"C7"})")};
  desk.answers["/claims/C7"] = {Response(200, R"({"state":"approving"})"),
                                Response(200, R"({"state":"approving"})"),
                                Response(200, R"({"state":"paid","route":"manual"})")};
  EXPECT_EQ(go(), "done alternative  at 30s");
  EXPECT_EQ(desk.asked.front(), R"(POST /claims {"code":"D1"})");
  EXPECT_EQ(desk.asked.size(), 4U);
}

TEST_F(JourneyTest, GivesUpWhenItNeverBecomesSo) {
  Step wait = step("wait", "GET", "/claims/C7");
  wait.until = {{"state", "approved"}};
  wait.every = 15s;
  wait.at_most = 1min;
  steps = {wait};
  desk.answers["/claims/C7"] = {Response(200, R"({"state":"approving"})")};
  EXPECT_EQ(go(), "failed normal approval at 1m");
}

TEST_F(JourneyTest, MayWaitUntilAValueIsAnyOther) {
  Step look = step("look", "GET", "/budget");
  look.until = {{"used", "!0.00"}};
  look.every = 20s;
  look.at_most = 1min;
  steps = {look};
  desk.answers["/budget"] = {Response(200, R"({"used":"0.00"})"), Response(200, "{}"),
                             Response(200, R"({"used":"1000.00"})")};
  EXPECT_EQ(go(), "done normal  at 40s");
  desk.answers["/budget"] = {Response(200, R"({"used":"0.00"})")};
  EXPECT_EQ(go(), "failed normal approval at 1m40s");
}

TEST_F(JourneyTest, TellsFailedRefusedAndUnknownApart) {
  steps = {step("pay", "POST", "/pay")};
  desk.answers["/pay"] = {Response(500)};
  EXPECT_EQ(go(), "failed normal approval at 0s");
  desk.answers["/pay"] = {Response(409)};
  EXPECT_EQ(go(), "refused normal  at 0s");
  desk.answers["/pay"] = {Response(504)};
  EXPECT_EQ(go(), "unknown normal approval at 0s");
}

TEST_F(JourneyTest, AWriteWithoutAnAnswerIsUnknownAndAReadFailed) {
  steps = {step("pay", "POST", "/pay")};
  desk.answers["/pay"] = {Response(0)};
  EXPECT_EQ(go(), "unknown normal approval at 30s");
}

TEST_F(JourneyTest, AReadWithoutAnAnswerFailed) {
  steps = {step("look", "GET", "/look")};
  desk.answers["/look"] = {Reply(Delivery::close)};
  EXPECT_EQ(go(), "failed normal approval at 0s");
}

TEST_F(JourneyTest, AnAnswerThatIsNotJsonFailsWhenSomethingIsToBeReadFromIt) {
  Step look = step("look", "GET", "/look");
  look.keep = {{"id", "id"}};
  steps = {look};
  desk.answers["/look"] = {Response(200, "<html>")};
  EXPECT_EQ(go(), "failed normal approval at 0s");
}

TEST_F(JourneyTest, TheCallAtWhichItFailsIsEvidenceWhateverItsStatus) {
  // Nothing is wrong with the way: the desk says, in good order, that it knows of no such claim.
  Step look = step("look", "GET", "/claims/C7");
  std::string id;
  calls.on_failing = [&](const std::string& call, const CallRecord& of, std::string_view outcome) {
    id = call;
    EXPECT_EQ(of.operation, "look");
    EXPECT_EQ(outcome, "failed");
  };
  steps = {look};
  desk.answers["/claims/C7"] = {Response(404)};
  EXPECT_EQ(go(), "failed normal approval at 0s");
  EXPECT_TRUE(id.starts_with("tr-"));
}

TEST_F(JourneyTest, ABusinessNoIsEvidenceOfNothing) {
  calls.on_failing = [](const std::string&, const CallRecord&, std::string_view) { ADD_FAILURE(); };
  steps = {step("hand-in", "POST", "/claims")};
  desk.answers["/claims"] = {Response(409)};
  EXPECT_EQ(go(), "refused normal  at 0s");
}

}  // namespace
}  // namespace mayday
