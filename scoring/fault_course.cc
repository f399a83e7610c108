#include "fault_course.h"

#include <algorithm>
#include <set>

#include "mayday/scoring/facts.h"
#include "mayday/scoring/matching.h"

namespace mayday {
namespace {

constexpr Duration kDrain = 5min;  ///< To recover, when the quiet drill never showed how long.
constexpr int kMostNotices = 12;

/// One fault and the team that meets it.
class FaultCourse {
 public:
  FaultCourse(const QuietDrill& quiet, const Profile& profile, const Skill& skill, std::size_t i,
              SimulatedLines& to)
      : quiet_(quiet),
        plan_(plan_of(quiet.trail)),
        fault_(plan_.faults[i]),
        truth_(quiet.truth[i]),
        skill_(skill),
        pace_(pace_of(profile, quiet.truth[i])),
        to_(to),
        end_{plan_.length},
        measured_(quiet.truth[i]) {}

  FaultOutcome play() {
    measured_.bypassed = kNever;
    measured_.delta = 0s;  // nobody asks for the interval of a team that never was
    notice_it();
    if (manages("declare", 980)) {
      declare();
      locate();
      call_vendor();
      remedy();
      tell_users();
    }
    settle();
    prove();
    return {measured_, reconciled_ != kNever};
  }

 private:
  /// People hurry as much for a fault of level 3 as for one of level 2; only its limits are wider.
  static const LevelTable& pace_of(const Profile& profile, const Measured& truth) {
    return table(profile, std::min(2, level_at(truth.truth, truth.symptom)));
  }
  bool manages(const std::string& item, std::int64_t per_mille) const {
    return skill_.manages(fault_.id + "/" + item, per_mille);
  }
  Duration takes(const std::string& stage, Duration median) const {
    return skill_.takes(fault_.id + "/" + stage, median);
  }
  Instant later(Instant from, const std::string& stage, Duration median) const {
    return from == kNever ? kNever : from + takes(stage, median);
  }
  void act(Instant at, std::string action, json::object body = {},
           std::vector<events::Finding> findings = {}) {
    if (at != kNever)
      to_.act(at, std::move(action), std::move(body), fault_.id, std::move(findings));
  }

  /// By the monitor's alert; without one, by what users say.
  void notice_it() {
    for (const AlertCheck& alert : quiet_.attribution.alerts)
      if (alert.fault == fault_.id && alert.eligible) seen_ = std::min(seen_, alert.at);
    bool alerted = seen_ != kNever;
    if (!alerted) seen_ = complaint();
    if (alerted)
      act(later(seen_, "acknowledge", 3min), "acknowledge");
    else
      act(seen_, "triage", {{"source", "user"}});
  }

  Instant complaint() const {
    Instant first = kNever;
    for (const auto& [t, inject] : quiet_.trail.injects)
      if (t >= truth_.symptom) first = std::min(first, t);
    Instant told = later(first, "listen", 5min);
    return std::min(told, truth_.symptom + takes("see", ordinary(pace_.detect) * 2));
  }

  json::object diagnosis(bool right) const {
    const TruthPlan& truth = fault_.truths.front();
    if (right)
      return {{"component", truth.component}, {"kind", truth.kind}, {"party", truth.party}};
    for (const Term& term : plan_.vocabulary.components)
      if (component_nearness(plan_.vocabulary, term.id, truth.component) == 0)
        return {{"component", term.id}, {"kind", "none"}};
    return {{"component", "nothing"}, {"kind", "none"}};
  }

  void declare() {
    declared_ = later(seen_, "declare", ordinary(pace_.declare));
    json::object body{{"title", fault_.id}};
    if (manages("suspect", 900)) {
      body["suspects"] = json::array{json::string(fault_.truths.front().component)};
      json::array functions;
      for (const std::string& function : truth_.functions_hit) functions.emplace_back(function);
      body["functions"] = std::move(functions);
    }
    act(declared_, "declare", std::move(body));
    grade(later(declared_, "grade", ordinary(pace_.grade)));
  }

  void grade(Instant at) {
    int level = level_at(truth_.truth, at);
    int wrong = level == 3 ? 2 : level + 1;
    bool right = manages("grade", 600);
    act(at, "grade", {{"level", right ? level : wrong}});
    Instant again = later(at, "regrade", 15min);
    if (!right && manages("regrade", 700))
      act(again, "grade", {{"level", level_at(truth_.truth, again)}});
    for (const LevelAt& step : truth_.truth)
      if (step.at > at && manages("follow", 600))
        act(later(step.at, "follow" + std::to_string(step.level), 8min), "grade",
            {{"level", step.level}});
  }

  std::vector<events::Finding> evidence() const {
    events::Finding finding;
    finding.id = "r-" + fault_.id;
    finding.known = finding.failing = true;
    finding.operation = fault_.operations.empty() ? "" : fault_.operations.front();
    finding.at = truth_.symptom;
    return {finding};
  }

  void locate() {
    Instant at = later(declared_, "locate", ordinary(pace_.locate) / 2);
    for (int n = 1; n <= 3 && located_ == kNever; ++n) {
      std::string nth = "locate" + std::to_string(n);
      bool right = manages(nth, 550);
      json::object body = diagnosis(right);
      if (right && !manages("kind", 800)) body.erase("kind");
      if (right && !manages("party", 850)) body.erase("party");
      bool proven = manages("proof", 750);
      act(at, "locate", std::move(body), proven ? evidence() : std::vector<events::Finding>());
      if (right) located_ = at;
      at = later(at, nth, 15min);
    }
  }

  const VendorPlan* vendor() const {
    std::string name = vendor_for(plan_, fault_);
    for (const VendorPlan& vendor : plan_.vendors)
      if (to_text(vendor.vendor) == name) return &vendor;
    return nullptr;
  }

  static constexpr std::pair<std::string_view, std::string_view> kItems[] = {
      {"request-id", "request_ids"},    {"time-range", "time_range"}, {"endpoint", "endpoint"},
      {"error-sample", "error_sample"}, {"impact", "impact"},         {"steps", "steps"}};

  json::value item(std::string_view name, Instant at) const {
    if (name == "request-id") return json::array{"r-" + fault_.id};
    if (name != "time-range") return json::value("told");
    return json::object{{"from", truth_.onset.since_start.count()}, {"to", at.since_start.count()}};
  }

  /// One ticket; then, if the vendor has to ask, a second one with what it lacks.
  void call_vendor() {
    std::string name = vendor_for(plan_, fault_);
    if (name.empty() || !manages("ticket", 950)) return;
    Instant at = later(declared_, "ticket", ordinary(pace_.vendor));
    std::set<std::string> brought;
    json::object evidence_items;
    for (auto [item_name, member] : kItems) {
      if (!manages("evidence/" + std::string(item_name), 700)) continue;
      brought.insert(std::string(item_name));
      evidence_items[member] = item(item_name, at);
    }
    send(at, name, "first", std::move(evidence_items), brought.contains("request-id"));
    const VendorPlan* desk = vendor();
    if (desk == nullptr) return;
    hear(at + desk->acknowledges, name, "acknowledged", "first");
    for (const FixPlan& fix : desk->fixes)
      if (fix.fault == fault_.id) await_fix(fix, *desk, name, at, brought);
  }

  void await_fix(const FixPlan& fix, const VendorPlan& desk, const std::string& name, Instant at,
                 const std::set<std::string>& brought) {
    std::string ticket = "first";
    bool complete = std::all_of(fix.needs.begin(), fix.needs.end(),
                                [&](const std::string& need) { return brought.contains(need); });
    if (!complete) {
      if (!manages("complete", 850)) return;
      at = later(at + desk.acknowledges, "complete", 10min);
      json::object all;
      for (auto [item_name, member] : kItems) all[member] = item(item_name, at);
      ticket = "second";
      send(at, name, ticket, std::move(all), true);
    }
    fixed_ = at + fix.after;
    if (fixed_ < truth_.ended) hear(fixed_, name, "fixed", ticket);
  }

  void send(Instant at, const std::string& name, const std::string& ticket, json::object items,
            bool ids) {
    act(at, "ticket",
        {{"to", name}, {"text", fault_.id + "/" + ticket}, {"evidence", std::move(items)}},
        ids ? evidence() : std::vector<events::Finding>());
  }

  void hear(Instant at, const std::string& name, const std::string& says,
            const std::string& ticket) {
    std::string whole = fault_.id + "/" + ticket;
    to_.hear(at, name, says, whole);
    if (manages("relay/" + says, 650))
      act(later(at, "relay/" + says, 8min), "notice",
          {{"channels", json::array{"mail"}}, {"relays", whole}});
  }

  /// What the desk itself can do, once the team knows where to look (or tries).
  void remedy() {
    bool at_desk = !fault_.until.setting.empty() || !fault_.until.action.empty();
    Instant known = located_;
    if (known == kNever && manages("try", 600)) known = later(declared_, "try", 40min);
    if (at_desk && known != kNever) {
      Instant done = later(known, "remedy", 6min);
      std::string setting = fault_.until.setting;
      if (setting.empty())
        act(done, "desk", {{"action", fault_.until.action}});
      else
        act(done, "desk",
            {{setting, fault_.until.values.empty() ? "" : fault_.until.values.front()}});
      remedied_ = done + (setting == "auth" ? plan_.estate.desk.auth_rollout : 0s);
      if (relief_is_enough() && manages("relief", 600)) {
        act(done, "desk", {{"action", fault_.grace.on}});
        relieved_ = done;
      }
    }
    bool stalls = std::find(truth_.functions_hit.begin(), truth_.functions_hit.end(), "approval") !=
                  truth_.functions_hit.end();
    if (stalls && !at_desk && manages("bypass", 550)) {
      Instant done = later(declared_, "bypass", 15min);
      act(done, "desk", {{"manual_approval", "on"}});
      measured_.bypassed = done + 1min < truth_.ended ? done + 1min : kNever;
    }
  }

  /// The desk action that spares people for a while spares enough of them.
  bool relief_is_enough() const {
    auto people = fault_.reach.empty() ? std::ssize(plan_.estate.staff) : std::ssize(fault_.reach);
    return !fault_.grace.on.empty() && std::ssize(fault_.grace.spared) * 10 >= people * 9;
  }

  Duration drain() const {
    bool shown = truth_.recovered != kNever && truth_.recovered >= truth_.ended;
    return shown ? std::min<Duration>(truth_.recovered - truth_.ended, 15min) : kDrain;
  }

  /// When users are well again, as the referee would have measured it.
  void settle() {
    Instant by_team = std::min(fixed_, remedied_);
    bool team = by_team < truth_.ended;
    if (!team && measured_.bypassed >= truth_.ended) measured_.bypassed = kNever;
    measured_.mitigated = measured_.recovered = kNever;
    measured_.flaps = 0;
    measured_.mitigated_spans.clear();
    measured_.recovered_spans.clear();
    if (team) {
      measured_.ended = by_team;
      measured_.ended_by = fixed_ <= remedied_ ? "fix" : "setting";
    }
    if (measured_.ended == kNever || measured_.ended > end_) return;
    mitigate(team);
    if (measured_.recovered + 5min > end_) measured_.recovered = kNever;
    if (measured_.recovered != kNever) measured_.recovered_spans = {{measured_.recovered, kNever}};
    std::erase_if(measured_.truth, [&](const LevelAt& step) {
      return step.at > measured_.mitigated && step.at > measured_.symptom;
    });
  }

  /// Relief may come before the cure; who is careless has users suffer a second time.
  void mitigate(bool team) {
    measured_.mitigated = std::max(truth_.symptom, std::min(relieved_, measured_.ended));
    measured_.recovered = measured_.ended + drain();
    measured_.mitigated_spans = {{measured_.mitigated, kNever}};
    if (!team || manages("steady", 880)) return;
    measured_.flaps = 1;
    measured_.recovered = measured_.recovered + 10min;
    measured_.mitigated_spans = {{measured_.mitigated, measured_.mitigated + 5min},
                                 {measured_.mitigated + 10min, kNever}};
  }

  json::object notice_at(Instant at) {
    json::object body;
    json::array channels;
    for (auto [channel, of] : {std::pair{"mail", 960}, {"announcement", 800}, {"oa", 650}})
      if (manages("channel/" + std::string(channel), of)) channels.emplace_back(channel);
    body["channels"] = std::move(channels);
    body["audience"] = manages("audience", 800) ? "affected" : "managers";
    for (auto [element, of] : {std::pair{"impact", 960},
                               {"measures", 940},
                               {"since", 700},
                               {"workaround", 600},
                               {"contact", 600},
                               {"compensation", 450}})
      if (manages("element/" + std::string(element), of)) body[element] = "told";
    if (manages("estimate", 700)) {
      Duration ahead = std::max<Duration>(5min, expected() - at);
      body["eta_minutes"] =
          skill_.guesses(fault_.id + "/estimate" + std::to_string(at.since_start / 1s), ahead) /
          1min;
    }
    return body;
  }

  /// What an insider would tell.
  Instant expected() const {
    Instant by_team = std::min({fixed_, remedied_, relieved_, truth_.ended});
    return by_team == kNever ? end_ : by_team;
  }

  void tell_users() {
    if (!manages("tell", 960)) return;
    Instant over = std::min(std::min(fixed_, remedied_), truth_.ended);
    over = over == kNever ? end_ : over + drain();
    Instant at = std::max(declared_, later(truth_.symptom, "notice", ordinary(pace_.notice)));
    if (!manages("honest", 920) && over > at + 10min)
      act(at + (over - at) / 2, "notice", {{"channels", json::array{"mail"}}, {"recovered", true}});
    for (int n = 0; n < kMostNotices && at < end_; ++n) {
      act(at, "notice", notice_at(at));
      if (at >= over) break;
      at = later(at, "cadence" + std::to_string(n), pace_.gap);
    }
  }

  void prove() {
    Instant over = measured_.recovered;
    if (over == kNever) return;
    if (manages("verify", 850))
      to_.drill.regressions.push_back({later(over, "verify", ordinary(pace_.verify)), {true, {}}});
    if (!manages("claim", 900)) act(over - 6min, "claim", {{"what", "recovered"}});
    if (manages("reconcile", 720)) reconciled_ = later(over, "reconcile", 20min);
    if (reconciled_ <= end_)
      to_.drill.reconciled.push_back({reconciled_, events::Reconciled{}});
    else
      reconciled_ = kNever;
    act(later(over, "close", 30min), "close", {{"reason", "over"}});
  }

  const QuietDrill& quiet_;
  const Plan& plan_;
  const FaultPlan& fault_;
  const Measured& truth_;
  const Skill& skill_;
  const LevelTable& pace_;
  SimulatedLines& to_;
  Instant end_;
  Measured measured_;
  Instant seen_ = kNever;
  Instant declared_ = kNever;
  Instant located_ = kNever;
  Instant fixed_ = kNever;
  Instant remedied_ = kNever;
  Instant relieved_ = kNever;
  Instant reconciled_ = kNever;
};

}  // namespace

FaultOutcome meet_fault(const QuietDrill& quiet, const Profile& profile, const Skill& skill,
                        std::size_t i, SimulatedLines& to) {
  return FaultCourse(quiet, profile, skill, i, to).play();
}

}  // namespace mayday
