#include "impact.h"

#include <set>

#include "mayday/scoring/body.h"

namespace mayday {
namespace {

constexpr std::size_t kProposed = 3;

void count(const events::Journey& journey, Impact& to, std::set<std::string>& harmed) {
  if (journey.outcome == "done") ++(journey.path == "normal" ? to.done : to.alternative);
  if (journey.outcome == "refused") ++to.refused;
  if (journey.outcome == "failed") ++to.failed;
  if (journey.outcome == "unknown") ++to.unknown;
  if (journey.outcome == "late") ++to.late;
  if (bad_for_user(journey)) harmed.insert(journey.staff);
}

/// A string, or {zh, en}, for people.
Text text_of(const json::object& body, std::string_view member) {
  json::object both = object_in(body, member);
  if (!both.empty()) return {text_in(both, "zh"), text_in(both, "en")};
  std::string one = text_in(body, member);
  return {one, one};
}

std::string word_of(const json::object& body, std::string_view member) {
  Text text = text_of(body, member);
  return text.en.empty() ? text.zh : text.en;
}

void add_review(const json::object& body, std::vector<Improvement>& to) {
  const json::value* actions = body.if_contains("actions");
  if (actions == nullptr || !actions->is_array()) return;
  for (const json::value& action : actions->get_array()) {
    if (!action.is_object()) continue;
    const json::object& row = action.get_object();
    to.push_back({"A" + std::to_string(to.size() + 1), text_of(row, "text"), word_of(row, "owner"),
                  text_in(row, "due"), text_in(row, "verify_by"), "review"});
  }
}

}  // namespace

std::vector<Impact> impact_of(const Trail& trail) {
  std::vector<Impact> rows;
  for (const JourneyPlan& kind : plan_of(trail).journeys) {
    Impact row;
    row.journey = kind.kind;
    row.title = kind.title;
    std::set<std::string> harmed;
    for (const auto& [t, journey] : trail.journeys)
      if (journey.journey == kind.kind) count(journey, row, harmed);
    row.people = std::ssize(harmed);
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<Improvement> improvements_of(const Trail& trail, const TeamLog& log,
                                         const std::vector<Loss>& losses) {
  std::vector<Improvement> all;
  for (const Filed& review : log.reviews) add_review(review.action.body, all);
  for (std::size_t i = 0; i < losses.size() && i < kProposed; ++i)
    all.push_back({"A" + std::to_string(all.size() + 1), losses[i].better, "", "",
                   plan_of(trail).scenario, "proposed"});
  return all;
}

}  // namespace mayday
