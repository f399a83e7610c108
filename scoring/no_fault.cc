#include "mayday/scoring/no_fault.h"

#include <algorithm>
#include <map>
#include <string>

#include "mayday/scoring/body.h"
#include "mayday/scoring/losses.h"

namespace mayday {
namespace {

template <class Body>
Instant first_of(const std::vector<At<Body>>& all) {
  return all.empty() ? kNever : all.front().t;
}

Instant first_stir(const Trail& trail) {
  Instant first =
      std::min({first_of(trail.alerts), first_of(trail.injects), first_of(trail.vendors)});
  return first == kNever ? Instant{} : first;
}

Instant first_look(const TeamLog& log, Instant since) {
  Instant first = kNever;
  for (const std::vector<Filed>* looks : {&log.acknowledged, &log.triaged})
    for (const Filed& look : *looks)
      if (look.t >= since) first = std::min(first, look.t);
  return first;
}

bool read_notice(const Trail& trail, const TeamLog& log) {
  Instant came = std::min(first_of(trail.injects), first_of(trail.vendors));
  if (came == kNever) return true;
  return std::any_of(log.triaged.begin(), log.triaged.end(),
                     [&](const Filed& f) { return f.t >= came; });
}

bool closed_with_reason(const Trail& trail, Instant since) {
  return std::any_of(trail.actions.begin(), trail.actions.end(), [&](const At<events::Action>& at) {
    return at.t >= since && at.body.side == "team" && at.body.action == "close" &&
           says(at.body.body, "reason");
  });
}

std::int64_t price(const Incident& incident) {
  int gravest = 3;
  for (const LevelAt& step : incident.given) gravest = std::min(gravest, step.level);
  return gravest == 1 ? 2000 : gravest == 2 ? 1000 : 500;
}

void add(NoFault& to, std::string name, std::int64_t points, Ppm value, Text note) {
  std::int64_t earned = hundredths(value, points);
  to.score += earned;
  Part part{std::move(name), points * 100, value, kOne - value, points - earned, std::move(note)};
  if (part.points > 0) {
    Loss loss{part.points, "no-fault", part.name, "", part.note, advice("no-fault", part.name)};
    loss.instead = loss.better;
    loss.gain = part.points;
    to.losses.push_back(std::move(loss));
  }
  to.parts.push_back(std::move(part));
}

/// Never more than there is: the losses are what the score lacks.
void subtract(NoFault& to, std::int64_t points, Instant at, std::string event, Text note) {
  points = std::min(points, to.score);
  if (points == 0) return;
  to.score -= points;
  to.parts.push_back({"alarm", 0, 0, 0, points, note});
  Loss loss{points, "no-fault", "alarm", "", std::move(note), advice("no-fault", "alarm")};
  loss.at = at;
  loss.event = std::move(event);
  loss.instead = loss.better;
  loss.gain = points;
  to.losses.push_back(std::move(loss));
}

bool is_harmless(const events::Action& action) {
  std::string done = text_in(action.body, "action");
  return action.action == "desk" && (done == "reconcile" || done == "replay-messages");
}

/// What the team did to users and to a sound system: each notice, change and claim costs, and so
/// does a grade that no incident bears.
void charge_deeds(NoFault& to, const Trail& trail, bool no_incidents) {
  std::map<std::string, std::int64_t> left = {
      {"notice", 2000}, {"desk", 2000}, {"claim", 600}, {"grade", no_incidents ? 500 : 0}};
  const std::map<std::string, std::int64_t> each = {
      {"notice", 500}, {"desk", 500}, {"claim", 200}, {"grade", 500}};
  for (const auto& [t, action] : trail.actions) {
    auto price = each.find(action.action);
    if (action.side != "team" || price == each.end() || is_harmless(action)) continue;
    std::int64_t points = std::min(price->second, left[action.action]);
    left[action.action] -= points;
    subtract(to, points, t, "action " + action.action,
             {"无故障时的操作：" + action.action, action.action + " though nothing was wrong"});
  }
}

}  // namespace

NoFault no_fault_score(const Trail& trail, const Findings& found, const Profile& profile) {
  NoFault result;
  Instant stir = first_stir(trail);
  Duration waited = between(stir, first_look(found.log, stir));
  add(result, "present", 1500, kOne, {"参加演练", "took part"});
  add(result, "look", 3500, time_curve(waited, profile.slacks.watch),
      waited == kForever
          ? Text{"无人查看", "nobody looked"}
          : Text{"首次查看用时 " + to_text(waited), "first look after " + to_text(waited)});
  add(result, "notice", 2500, read_notice(trail, found.log) ? kOne : 0,
      {"厂商公告", "the vendor's notice"});
  add(result, "reason", 2500, closed_with_reason(trail, stir) ? kOne : 0,
      {"写明原因后关闭", "closed with a reason"});
  for (const Incident& incident : found.log.incidents)
    subtract(result, price(incident), incident.at, "action declare",
             {"误报事件 " + incident.id, "false incident " + incident.id});
  charge_deeds(result, trail, found.log.incidents.empty());
  for (const Charge& alarm : found.facts.false_alarms)
    if (alarm.what.starts_with("alert "))
      subtract(result, 200, alarm.at, alarm.what, {"误报：" + alarm.what, "false " + alarm.what});
  for (const Penalty& penalty : penalties(found.facts))
    if (penalty.name == "hints" && penalty.points > 0)
      subtract(result, penalty.points, first_hint(found.log), "action hint", penalty.note);
  result.score = std::clamp<std::int64_t>(result.score, 0, 10'000);
  std::stable_sort(result.losses.begin(), result.losses.end(),
                   [](const Loss& a, const Loss& b) { return a.points > b.points; });
  return result;
}

}  // namespace mayday
