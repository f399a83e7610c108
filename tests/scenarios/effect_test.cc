#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json/parse.hpp>

#include "fault_text.h"
#include "mayday/base/json.h"

namespace mayday::test {
namespace {

using ::testing::HasSubstr;

std::string bytes_of(const EffectPlan& effect) { return canonical(json::value_from(effect)); }

/// The effect of a fault on a write of this member, at this stage; nothing for no line.
EffectPlan effect_of(const std::string& written, const std::string& stage,
                     const std::string& where) {
  return load_fault({{"effect", written}, {"stage", stage}, {"where", where}}).effect;
}

struct Written {
  const char* text;
  const char* plan;
};

const char* const kWrite = "{vendor: hesi, operations: [createFlow]}";

TEST(Effect, IsReadInEveryFormThatActsAnywhere) {
  for (const Written& each : {
           Written{"{delay: 1.5s}",
                   R"({"kind":"delay","time":{"middle":1500000000,"other":0,"spread":"fixed"}})"},
           {"{delay: {fixed: 3s}}",
            R"({"kind":"delay","time":{"middle":3000000000,"other":0,"spread":"fixed"}})"},
           {"{delay: {uniform: [0s, 5ms]}}",
            R"({"kind":"delay","time":{"middle":0,"other":5000000,"spread":"uniform"}})"},
           {"{delay: {normal: {mean: 3ms, deviation: 1ms}}}",
            R"({"kind":"delay","time":{"middle":3000000,"other":1000000,"spread":"normal"}})"},
           {"{delay: {lognormal: {median: 2ms, p95: 12ms}}}",
            R"({"kind":"delay","time":{"middle":2000000,"other":12000000,"spread":"lognormal"}})"},
           {"{hang: 30ms}", R"({"kind":"hang","then":"answer","time":30000000})"},
           {"{hang: 30ms, then: close}", R"({"kind":"hang","then":"close","time":30000000})"},
           {"close", R"({"kind":"close"})"},
           {"reset", R"({"kind":"reset"})"},
           {"{status: 503}", R"({"body":"","headers":[],"kind":"status","status":503})"},
           {"{headers: {Retry-After: 5}, status: 200, body: {code: 500, msg: busy}}",
            R"({"body":"{\"code\":500,\"msg\":\"busy\"}",)"
            R"("headers":[{"name":"retry-after","value":"5"}],"kind":"status","status":200})"},
           {"garbage", R"({"bytes":64,"kind":"garbage"})"},
           {"{garbage: 9}", R"({"bytes":9,"kind":"garbage"})"},
       })
    EXPECT_EQ(bytes_of(effect_of(each.text, "before-commit", kWrite)), each.plan) << each.text;
}

TEST(Effect, OnTheAnswerActsWhereItIsSent) {
  for (const Written& each : {
           Written{"{cut-at: 120}", R"({"bytes":120,"kind":"cut-at","then":"close"})"},
           {"{cut-at: 0, then: reset}", R"({"bytes":0,"kind":"cut-at","then":"reset"})"},
           {"{rate: 200}", R"({"bytes_per_second":200,"kind":"rate"})"},
           {"corrupt", R"({"bytes":1,"kind":"corrupt"})"},
           {"{corrupt: 7}", R"({"bytes":7,"kind":"corrupt"})"},
           {"empty", R"({"kind":"empty"})"},
           {"{headers: {ETag: '', X-Api-Version: v2}}",
            R"({"kind":"headers","set":[{"name":"etag","value":""},)"
            R"({"name":"x-api-version","value":"v2"}]})"},
       }) {
    EXPECT_EQ(bytes_of(effect_of(each.text, "", kWrite)), each.plan) << each.text;
    FaultPlan fault = load_fault({{"effect", each.text}, {"where", kWrite}});
    EXPECT_EQ(fault.stage, Stage::respond_head) << each.text;
    EXPECT_EQ(load_fault({{"effect", each.text}, {"stage", "stream-body"}}).stage,
              Stage::stream_body)
        << each.text;
  }
}

TEST(Effect, ChangesABodyInEveryWay) {
  for (const Written& each : {
           Written{"{drop: a.b}", R"([{"change":"drop","factor":1,"path":"a.b","to":""}])"},
           {"{rename: a.b, to: c}", R"([{"change":"rename","factor":1,"path":"a.b","to":"c"}])"},
           {"{retype: a.b}", R"([{"change":"retype","factor":1,"path":"a.b","to":""}])"},
           {"[{null: 'a.*.b'}]", R"([{"change":"null","factor":1,"path":"a.*.b","to":""}])"},
           {"{set: a.b, to: {c: [1, two]}}",
            R"([{"change":"set","factor":1,"path":"a.b","to":"{\"c\":[1,\"two\"]}"}])"},
           {"[{unit: a.b, times: 100}, {drop: c}]",
            R"([{"change":"unit","factor":100,"path":"a.b","to":""},)"
            R"({"change":"drop","factor":1,"path":"c","to":""}])"},
       }) {
    EffectPlan effect = effect_of("{mutate-json: " + std::string(each.text) + "}", "", kWrite);
    EXPECT_EQ(bytes_of(effect),
              R"({"changes":)" + std::string(each.plan) + R"(,"kind":"mutate-json"})")
        << each.text;
  }
}

struct Staged {
  const char* text;
  const char* where;
  Stage stage;
  const char* plan;
};

TEST(Effect, ThatMakesSenseAtOneStageNeedsNone) {
  for (const Staged& each : {
           Staged{"{quota: 5, per: 1ms}", kWrite, Stage::auth,
                  R"({"kind":"quota","limit":5,"per":1000000,"retry_after":true})"},
           {"{quota: 5, per: 1ms, retry-after: off}", kWrite, Stage::auth,
            R"({"kind":"quota","limit":5,"per":1000000,"retry_after":false})"},
           {"{accept-auth: [v3]}", kWrite, Stage::auth,
            R"({"kind":"accept-auth","versions":["v3"]})"},
           {"revoke", kWrite, Stage::auth, R"({"kind":"revoke"})"},
           {"{stale-read: 2ms}", kWrite, Stage::state_read,
            R"({"age":2000000,"kind":"stale-read"})"},
           {"no-write", kWrite, Stage::commit, R"({"kind":"no-write"})"},
           {"half-write", kWrite, Stage::commit, R"({"kind":"half-write"})"},
           {"lose-answer", kWrite, Stage::after_commit, R"({"kind":"close"})"},
           {"refuse", "{vendor: hotel}", Stage::connect, R"({"flaw":"refused","kind":"door"})"},
           {"{certificate: expired}", "{vendor: hotel}", Stage::tls,
            R"({"flaw":"expired","kind":"door"})"},
           {"{certificate: wrong-host}", "{vendor: desk}", Stage::tls,
            R"({"flaw":"wrong_host","kind":"door"})"},
           {"{handshake: cut}", "{vendor: desk, operations: egress, clients: pc}", Stage::tls,
            R"({"flaw":"handshake_cut","kind":"door"})"},
           {"lose", "{vendor: hesi, operations: outboundApprovalEvent}", Stage::webhook,
            R"({"kind":"lose"})"},
           {"duplicate", "{vendor: payment}", Stage::webhook,
            R"({"after":5000000000,"copies":1,"kind":"duplicate"})"},
           {"{duplicate: 3, after: 0s}", "{vendor: payment}", Stage::webhook,
            R"({"after":0,"copies":3,"kind":"duplicate"})"},
           {"{reorder: 30ms}", "{vendor: airline, operations: deliverEvent}", Stage::webhook,
            R"({"at_most":30000000,"kind":"reorder"})"},
           {"bad-signature", "{vendor: airline}", Stage::webhook, R"({"kind":"bad-signature"})"},
       }) {
    FaultPlan fault = load_fault({{"effect", each.text}, {"where", each.where}});
    EXPECT_EQ(bytes_of(fault.effect), each.plan) << each.text;
    EXPECT_EQ(fault.stage, each.stage) << each.text;
  }
}

TEST(Effect, OfAMessageIsADelayOrAChangeOfItsBodyAsWell) {
  const char* messages = "{vendor: hesi, operations: [outboundApprovalEvent]}";
  for (const char* effect : {"{delay: 3s}", "{mutate-json: {drop: flowId}}"}) {
    FaultPlan fault = load_fault({{"effect", effect}, {"where", messages}, {"stage", "webhook"}});
    EXPECT_EQ(fault.stage, Stage::webhook);
    EXPECT_THAT(fault.operations, ::testing::ElementsAre("outboundApprovalEvent"));
  }
}

TEST(Effect, OnAReadNeedsNoStage) {
  EXPECT_EQ(load_fault({{"effect", "close"}}).stage, Stage::respond_head);
}

TEST(Effect, InsideTheDeskIsOneThatThePointTakes) {
  auto complaint = [](const std::string& point, const std::string& effect,
                      const std::string& stage) {
    return complaint_about_text(
        scenario_of(fault_text({{"where", "{vendor: desk, operations: [" + point + "]}"},
                                {"effect", effect},
                                {"stage", stage}})));
  };
  EXPECT_EQ(complaint("orderDatabase", "no-write", ""), "");
  EXPECT_EQ(complaint("orderDatabase", "{status: 500}", "before-commit"), "");
  EXPECT_EQ(complaint("egress", "refuse", ""), "");
  EXPECT_EQ(complaint("egress", "reset", ""), "");
  EXPECT_THAT(complaint("orderDatabase", "reset", "commit"),
              HasSubstr("'orderDatabase' is a point inside the desk; its effects are no-write, "
                        "status, delay, hang and close, not reset"));
  EXPECT_THAT(complaint("egress", "{status: 503}", ""),
              HasSubstr("'egress' is a point inside the desk; its effects are"));
}

TEST(Effect, OfTheDeskAsAWholeIsOnWhatItServes) {
  FaultPlan fault = load_fault({{"where", "{vendor: desk}"}, {"stage", "respond-head"}});
  EXPECT_THAT(fault.operations,
              ::testing::ElementsAre("logIn", "handInClaim", "showClaim", "approve",
                                     "searchFlights", "searchHotels", "bookTrip", "payTrip",
                                     "showTrip", "receiveMessage", "openPage", "showBudget"));
}

TEST(Effect, ComesBackFromItsJson) {
  for (const char* text : {"{delay: {lognormal: {median: 2s, p95: 12s}}}", "close",
                           "{status: 503, headers: {a: b}}", "{garbage: 9}"}) {
    std::string bytes = bytes_of(effect_of(text, "before-commit", kWrite));
    EXPECT_EQ(bytes_of(json::value_to<EffectPlan>(json::parse(bytes))), bytes) << text;
  }
}

}  // namespace
}  // namespace mayday::test
