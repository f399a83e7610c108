#include "simulated_team.h"

#include <algorithm>

#include "fault_course.h"
#include "mayday/scoring/facts.h"

namespace mayday {
namespace {

/// Alerts that the team would still have had: those about a fault end with it.
void keep_alerts(const QuietDrill& quiet, SimulatedDrill& drill) {
  for (const auto& [t, alert] : quiet.trail.alerts) {
    bool moot = false;
    for (std::size_t i = 0; i < drill.measured.size(); ++i)
      moot = moot || (t > drill.measured[i].recovered && t > quiet.truth[i].onset &&
                      drill.measured[i].recovered < quiet.truth[i].ended);
    if (!moot) drill.alerts.push_back({t, alert});
  }
}

/// Damage grows as long as nobody ends the fault; a reconciliation mends it. Of more rows than one
/// operation in twenty-five the score knows nothing: all is lost by then.
void close_books(const QuietDrill& quiet, bool mended, const Skill& skill, SimulatedLines& to) {
  if (quiet.trail.books.empty()) return;
  const auto& [closed, found] = quiet.trail.books.back();
  Duration whole{0};
  Duration hurt{0};
  for (std::size_t i = 0; i < quiet.truth.size(); ++i) {
    if (quiet.truth[i].onset == kNever) continue;
    auto length = [&](const Measured& m) { return std::min(m.ended, quiet.trail.last) - m.onset; };
    whole += length(quiet.truth[i]);
    hurt += std::min(length(to.drill.measured[i]), length(quiet.truth[i]));
  }
  auto rows = std::min(std::ssize(found.rows), 20 + found.operations / 25);
  if (whole > 0s) rows = rounded(rows * (hurt / 1s), std::max<std::int64_t>(1, whole / 1s));
  At<events::Books> books{closed, {found.operations, {}}};
  books.body.rows.assign(found.rows.begin(), found.rows.begin() + rows);
  json::array ids;
  for (const events::BookRow& row : books.body.rows) ids.emplace_back(row.id);
  if (!to.drill.reconciled.empty())
    for (const json::value& id : ids)
      to.drill.reconciled.front().body.open.emplace_back(id.get_string());
  if (mended && !ids.empty() && skill.manages("report", 650))
    to.act(to.drill.reconciled.front().t + 5min, "report_orders", {{"ids", ids}});
  if (mended) books.body.rows.clear();
  to.drill.books = {std::move(books)};
}

/// A team that sees trouble where there is none, or needs help.
void err(const QuietDrill& quiet, const Skill& skill, SimulatedLines& to) {
  Instant first = kNever;
  for (const Measured& fault : quiet.truth) first = std::min(first, fault.symptom);
  if (first == kNever) return;
  for (std::string n : {"one", "two", "three"})
    if (!skill.manages("calm/" + n, 750))
      to.act(first + skill.takes("alarm/" + n, 25min), "declare",
             {{"suspects", json::array{"nothing"}}, {"title", "something else"}}, "alarm/" + n);
  if (!skill.manages("alone", 880))
    to.act(first + skill.takes("ask", 10min), "hint", {{"cost", 5}});
}

void play_calm(const QuietDrill& quiet, const Profile& profile, const Skill& skill,
               SimulatedLines& to) {
  Instant stir = kNever;
  for (const auto& [t, alert] : quiet.trail.alerts) stir = std::min(stir, t);
  for (const auto& [t, inject] : quiet.trail.injects) stir = std::min(stir, t);
  for (const auto& [t, word] : quiet.trail.vendors) stir = std::min(stir, t);
  if (stir == kNever) stir = Instant{};
  to.drill.vendors = quiet.trail.vendors;
  if (skill.manages("look", 900))
    to.act(stir + skill.takes("look", ordinary(profile.slacks.watch)), "acknowledge", {});
  if (skill.manages("read", 650)) to.act(stir + skill.takes("read", 30min), "triage", {});
  if (skill.manages("reason", 650))
    to.act(stir + skill.takes("reason", 40min), "close", {{"reason", "announced"}});
  for (int level = 1; level <= 3; ++level) {
    std::string name = "alarm/" + std::to_string(level);
    if (skill.manages(name, 650)) continue;
    Instant at = stir + skill.takes(name, 10min);
    to.act(at, "declare", {{"title", "something is wrong"}}, name);
    to.act(at, "grade", {{"level", level}}, name);
  }
}

}  // namespace

SimulatedDrill simulate(const QuietDrill& quiet, const Profile& profile, const Skill& skill) {
  const Plan& plan = plan_of(quiet.trail);
  SimulatedLines lines;
  lines.drill.measured = quiet.truth;
  bool calm = true;
  bool mended = true;
  for (std::size_t i = 0; i < plan.faults.size(); ++i) {
    if (!is_scored(plan.faults[i], quiet.truth[i])) continue;
    calm = false;
    if (quiet.truth[i].onset == kNever) continue;
    FaultOutcome outcome = meet_fault(quiet, profile, skill, i, lines);
    lines.drill.measured[i] = std::move(outcome.measured);
    mended = mended && outcome.reconciled;
  }
  if (calm)
    play_calm(quiet, profile, skill, lines);
  else
    err(quiet, skill, lines);
  keep_alerts(quiet, lines.drill);
  close_books(quiet, mended && !calm, skill, lines);
  return lines.finish(Instant{plan.length});
}

}  // namespace mayday