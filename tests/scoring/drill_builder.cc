#include "drill_builder.h"

#include <algorithm>

namespace mayday {
namespace {

Term component(const std::string& id, const std::string& parent,
               const std::vector<std::string>& downstream,
               const std::vector<std::string>& synonyms = {}) {
  return {id, {id, id}, parent, downstream, synonyms};
}

FaultPlan auth_fault() {
  FaultPlan fault;
  fault.id = "auth";
  fault.at = Instant{5min};
  fault.at_most = 60min;
  fault.truths = {{"auth_adapter", "contract-mismatch", "enterprise"}};
  return fault;
}

JourneyPlan log_in() {
  JourneyPlan journey;
  journey.kind = "log-in";
  journey.functions = {"login"};
  journey.good_within = 10s;
  journey.rate = 60;
  journey.per = 1min;
  journey.mobile_per_mille = 0;
  return journey;
}

}  // namespace

DrillBuilder::DrillBuilder() {
  plan.scenario = "by-hand";
  plan.length = 60min;
  plan.starts = 1'772'323'200;
  for (int i = 0; i < 200; ++i) {
    Person person;
    person.id = "p" + std::to_string(i);
    plan.estate.staff.push_back(person);
  }
  plan.journeys = {log_in()};
  plan.faults = {auth_fault()};
  plan.vocabulary.components = {
      component("auth_adapter", "desk", {"login_page"}, {"认证适配", "Auth Adapter"}),
      component("desk", "", {}), component("login_page", "", {}), component("hotel", "", {})};
  plan.vocabulary.kinds = {component("contract-mismatch", "", {}), component("outage", "", {})};
  plan.vocabulary.parties = {component("enterprise", "", {}), component("hesi", "", {})};
}

void DrillBuilder::travel(Duration from, Duration to, const std::function<Fate(int)>& fate,
                          Duration every) {
  int n = 0;
  for (Duration at = from; at < to; at += every, ++n) {
    Fate how = fate(n);
    events::Journey journey;
    journey.ordinal = ordinal_++;
    journey.journey = "log-in";
    journey.client = "pc";
    journey.staff = "p" + std::to_string(journey.ordinal % 200);
    journey.began = Instant{at - how.latency};
    journey.ended = Instant{at};
    journey.outcome = how.outcome;
    journey.path = how.path;
    journey.failed_at = how.outcome == "failed" ? "login" : "";
    journey.bites = how.bites;
    add(at, journey);
  }
}

void DrillBuilder::arm(Duration at, const std::string& fault) { add(at, events::Armed{fault}); }

void DrillBuilder::bite(Duration at, const std::string& fault) {
  add(at, events::Bit{fault, "p1", "findStaffs"});
}

void DrillBuilder::end(Duration at, const std::string& by, const std::string& fault) {
  add(at, events::Ended{fault, by, 100});
}

void DrillBuilder::act(Duration at, const std::string& action, json::object body,
                       std::vector<events::Finding> findings) {
  events::Action event;
  event.actor = "alice";
  event.side = "team";
  event.action = action;
  event.body = std::move(body);
  event.findings = std::move(findings);
  add(at, event);
}

void DrillBuilder::alert(Duration at, const std::string& name, const std::string& component_name,
                         const std::string& symptom, const std::vector<std::string>& functions) {
  events::Alert event{name,      "firing",          "page", component_name, symptom,
                      functions, Instant{at - 1min}};
  add(at, event);
}

void DrillBuilder::unfinished(Duration at, Instant since) {
  add(at, events::Gauge{"unfinished", "log-in", "", since});
}

void DrillBuilder::regression(Duration at, bool green) { add(at, events::Regression{green, {}}); }

std::vector<Event> DrillBuilder::events(bool closed) const {
  events::Open open;
  open.model = "s1";
  open.profile = "enterprise";
  open.world = "virtual";
  open.plan = plan;
  std::vector<Event> all = events_;
  std::stable_sort(all.begin(), all.end(),
                   [](const Event& a, const Event& b) { return a.t < b.t; });
  all.insert(all.begin(), make_event(Instant{}, open));
  if (closed) all.push_back(make_event(Instant{plan.length}, events::Close{"length"}));
  return all;
}

DrillBuilder harmed_from_6_to_20() {
  DrillBuilder drill;
  drill.arm(5min);
  drill.bite(6min);
  drill.travel(1s, 6min, kWell);
  drill.travel(6min, 20min, kHarmed);
  drill.travel(20min, 60min, kWell);
  return drill;
}

DrillBuilder handled_drill() {
  DrillBuilder drill = harmed_from_6_to_20();
  drill.end(20min, "setting");
  drill.alert(7min, "log-in-failing", "auth_adapter", "contract-mismatch", {"login"});
  drill.act(8min, "acknowledge");
  drill.act(9min, "declare",
            {{"suspects", json::array{"auth_adapter"}}, {"title", "nobody can log in"}});
  drill.act(9min, "grade", {{"level", 1}});
  drill.act(10min, "locate",
            {{"component", "auth_adapter"},
             {"kind", "contract-mismatch"},
             {"party", "enterprise"},
             {"evidence", json::array{"r1"}}},
            {{"r1", true, true, "findStaffs", Instant{8min}, {}}});
  drill.act(10min, "desk", {{"auth", "compatible"}});
  drill.act(11min, "notice",
            {{"channels", json::array{"mail", "announcement", "oa"}},
             {"audience", "all"},
             {"impact", "all"},
             {"since", "09:06"},
             {"measures", "rolling back"},
             {"workaround", "call 8888"},
             {"eta_minutes", 9},
             {"contact", "8888"},
             {"compensation", "paid"}});
  drill.regression(27min, true);
  drill.act(28min, "claim", {{"what", "recovered"}});
  drill.add(29min, events::Reconciled{500, 0, 0, {}});
  drill.act(40min, "close", {{"reason", "mended"}});
  drill.act(41min, "review",
            {{"actions", json::array{json::object{{"text", "watch bodies"}, {"owner", "ops"}}}}});
  drill.add(60min, events::Books{1000, {}});
  return drill;
}

}  // namespace mayday
