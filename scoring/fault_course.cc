#include "fault_course.h"

#include <algorithm>

#include "mayday/scoring/facts.h"
#include "mayday/scoring/matching.h"

namespace mayday {
namespace {

constexpr Duration kDrain = 5min;  ///< To recover, when the quiet drill never showed how long.

/// One fault and the team that meets it.
class FaultCourse {
 public:
  FaultCourse(const QuietDrill& quiet, const Profile& profile, const Skill& skill, std::size_t i,
              SimulatedLines& to)
      : quiet_(quiet),
        tools_{plan_of(quiet.trail),
               plan_of(quiet.trail).faults[i],
               quiet.truth[i],
               skill,
               pace_of(profile, quiet.truth[i]),
               to},
        end_{plan_of(quiet.trail).length},
        measured_(quiet.truth[i]) {}

  FaultOutcome play() {
    measured_.bypassed = kNever;
    measured_.delta = 0s;  // nobody asks for the interval of a team that never was
    notice_it();
    if (tools_.manages("declare", 980)) {
      declare();
      locate();
      fixed_ = ask_vendor(tools_, declared_);
      remedy();
      tell_users(tools_, declared_, outlook(), end_);
    }
    settle();
    balance_books();
    prove();
    return {measured_, reconciled_ != kNever};
  }

 private:
  /// People hurry as much for a fault of level 3 as for one of level 2; only its limits are wider.
  static const LevelTable& pace_of(const Profile& profile, const Measured& truth) {
    return table(profile, std::min(2, level_at(truth.truth, truth.symptom)));
  }
  /// By the monitor's alert; without one, by what users say.
  void notice_it() {
    for (const AlertCheck& alert : quiet_.attribution.alerts)
      if (alert.fault == tools_.fault.id && alert.eligible) seen_ = std::min(seen_, alert.at);
    bool alerted = seen_ != kNever;
    if (!alerted) seen_ = complaint();
    if (alerted)
      tools_.act(tools_.later(seen_, "acknowledge", 3min), "acknowledge");
    else
      tools_.act(seen_, "triage", {{"source", "user"}});
  }

  Instant complaint() const {
    Instant first = kNever;
    for (const auto& [t, inject] : quiet_.trail.injects)
      if (t >= tools_.truth.symptom) first = std::min(first, t);
    Instant told = tools_.later(first, "listen", 5min);
    return std::min(told,
                    tools_.truth.symptom + tools_.takes("see", ordinary(tools_.pace.detect) * 2));
  }

  json::object diagnosis(bool right) const {
    const TruthPlan& truth = tools_.fault.truths.front();
    if (right)
      return {{"component", truth.component}, {"kind", truth.kind}, {"party", truth.party}};
    for (const Term& term : tools_.plan.vocabulary.components)
      if (component_nearness(tools_.plan.vocabulary, term.id, truth.component) == 0)
        return {{"component", term.id}, {"kind", "none"}};
    return {{"component", "nothing"}, {"kind", "none"}};
  }

  void declare() {
    declared_ = tools_.later(seen_, "declare", ordinary(tools_.pace.declare));
    json::object body{{"title", tools_.fault.id}};
    if (tools_.manages("suspect", 900)) {
      body["suspects"] = json::array{json::string(tools_.fault.truths.front().component)};
      json::array functions;
      for (const std::string& function : tools_.truth.functions_hit)
        functions.emplace_back(function);
      body["functions"] = std::move(functions);
    }
    tools_.act(declared_, "declare", std::move(body));
    grade(tools_.later(declared_, "grade", ordinary(tools_.pace.grade)));
  }

  void grade(Instant at) {
    int level = level_at(tools_.truth.truth, at);
    int wrong = level == 3 ? 2 : level + 1;
    bool right = tools_.manages("grade", 600);
    tools_.act(at, "grade", {{"level", right ? level : wrong}});
    Instant again = tools_.later(at, "regrade", 15min);
    if (!right && tools_.manages("regrade", 700))
      tools_.act(again, "grade", {{"level", level_at(tools_.truth.truth, again)}});
    for (const LevelAt& step : tools_.truth.truth)
      if (step.at > at && tools_.manages("follow", 600))
        tools_.act(tools_.later(step.at, "follow" + std::to_string(step.level), 8min), "grade",
                   {{"level", step.level}});
  }

  void locate() {
    Instant at = tools_.later(declared_, "locate", ordinary(tools_.pace.locate) / 2);
    for (int n = 1; n <= 3 && located_ == kNever; ++n) {
      std::string nth = "locate" + std::to_string(n);
      bool right = tools_.manages(nth, 550);
      json::object body = diagnosis(right);
      if (right && !tools_.manages("kind", 800)) body.erase("kind");
      if (right && !tools_.manages("party", 850)) body.erase("party");
      bool proven = tools_.manages("proof", 750);
      tools_.act(at, "locate", std::move(body),
                 proven ? tools_.evidence() : std::vector<events::Finding>());
      if (right) located_ = at;
      at = tools_.later(at, nth, 15min);
    }
  }

  /// What the desk itself can do, once the team knows where to look (or tries).
  void remedy() {
    bool at_desk = !tools_.fault.until.setting.empty() || !tools_.fault.until.action.empty();
    Instant known = located_;
    if (known == kNever && tools_.manages("try", 600))
      known = tools_.later(declared_, "try", 40min);
    if (at_desk && known != kNever) {
      Instant done = tools_.later(known, "remedy", 6min);
      std::string setting = tools_.fault.until.setting;
      if (setting.empty())
        tools_.act(done, "desk", {{"action", tools_.fault.until.action}});
      else
        tools_.act(done, "desk",
                   {{setting,
                     tools_.fault.until.values.empty() ? "" : tools_.fault.until.values.front()}});
      remedied_ = done + (setting == "auth" ? tools_.plan.estate.desk.auth_rollout : 0s);
      if (relief_is_enough() && tools_.manages("relief", 600)) {
        tools_.act(done, "desk", {{"action", tools_.fault.grace.on}});
        relieved_ = done;
      }
    }
    bool stalls = std::find(tools_.truth.functions_hit.begin(), tools_.truth.functions_hit.end(),
                            "approval") != tools_.truth.functions_hit.end();
    if (stalls && !at_desk && tools_.manages("bypass", 550)) {
      Instant done = tools_.later(declared_, "bypass", 15min);
      tools_.act(done, "desk", {{"manual_approval", "on"}});
      measured_.bypassed = done + 1min < tools_.truth.ended ? done + 1min : kNever;
    }
  }

  /// The desk action that spares people for a while spares enough of them.
  bool relief_is_enough() const {
    auto people = tools_.fault.reach.empty() ? std::ssize(tools_.plan.estate.staff)
                                             : std::ssize(tools_.fault.reach);
    return !tools_.fault.grace.on.empty() &&
           std::ssize(tools_.fault.grace.spared) * 10 >= people * 9;
  }

  Duration drain() const {
    bool shown = tools_.truth.recovered != kNever && tools_.truth.recovered >= tools_.truth.ended;
    return shown ? std::min<Duration>(tools_.truth.recovered - tools_.truth.ended, 15min) : kDrain;
  }

  /// When users are well again, as the referee would have measured it.
  void settle() {
    Instant by_team = std::min(fixed_, remedied_);
    bool team = by_team < tools_.truth.ended;
    if (!team && measured_.bypassed >= tools_.truth.ended) measured_.bypassed = kNever;
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
    measured_.mitigated = std::max(tools_.truth.symptom, std::min(relieved_, measured_.ended));
    measured_.recovered = measured_.ended + drain();
    measured_.mitigated_spans = {{measured_.mitigated, kNever}};
    if (!team || tools_.manages("steady", 880)) return;
    measured_.flaps = 1;
    measured_.recovered = measured_.recovered + 10min;
    measured_.mitigated_spans = {{measured_.mitigated, measured_.mitigated + 5min},
                                 {measured_.mitigated + 10min, kNever}};
  }

  /// What an insider would tell.
  Outlook outlook() const {
    Instant mended = std::min({fixed_, remedied_, tools_.truth.ended});
    Instant better = std::min(mended, relieved_);
    return {better == kNever ? end_ : better, mended == kNever ? end_ : mended + drain()};
  }

  /// A silent loss is over when the books say so, and never for those who do not look.
  void balance_books() {
    if (measured_.recovered == kNever) return;
    if (tools_.manages("reconcile", 720))
      reconciled_ = tools_.later(measured_.recovered, "reconcile", 20min);
    if (reconciled_ > end_) reconciled_ = kNever;
    if (reconciled_ != kNever)
      tools_.to.drill.reconciled.push_back({reconciled_, events::Reconciled{}});
    if (tools_.fault.observable_at == kNever) return;
    measured_.recovered = reconciled_;
    measured_.recovered_spans.clear();
    if (reconciled_ != kNever) measured_.recovered_spans = {{reconciled_, kNever}};
  }

  void prove() {
    Instant over = measured_.recovered;
    if (over == kNever) return;
    if (tools_.manages("verify", 850))
      tools_.to.drill.regressions.push_back(
          {tools_.later(over, "verify", ordinary(tools_.pace.verify)), {true, {}}});
    if (!tools_.manages("claim", 900)) tools_.act(over - 6min, "claim", {{"what", "recovered"}});
    tools_.act(tools_.later(over, "close", 30min), "close", {{"reason", "over"}});
  }

  const QuietDrill& quiet_;
  CourseTools tools_;
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
