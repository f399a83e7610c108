#include "plan_page.h"

#include <fmt/format.h>

#include "fault_words.h"
#include "mayday/drill/arrivals.h"
#include "plan_occasions.h"
#include "plan_people.h"
#include "plan_timeline.h"

namespace mayday {
namespace {

std::string journey_words(const Plan& plan) {
  std::string text;
  for (const JourneyPlan& journey : plan.journeys)
    text += fmt::format("{}{} {} per {}", text.empty() ? "" : ", ", journey.kind, journey.rate,
                        to_text(journey.per));
  return text;
}

std::string expected_words(const std::vector<BandPlan>& bands) {
  std::string text;
  for (const BandPlan& band : bands)
    text += fmt::format("{}{} {} to {}", text.empty() ? "" : ", ", band.responder, band.least,
                        band.most);
  return text;
}

/// What the drill is for, who is needed and who travels.
TextTable brief(const Plan& plan) {
  TextTable rows;
  for (const Text& objective : plan.brief.objectives) rows.push_back({"objective", objective.en});
  if (!plan.brief.roles.empty())
    rows.push_back({"roles", fmt::format("{}", fmt::join(plan.brief.roles, ", "))});
  if (!plan.estate.staff.empty())
    rows.push_back({"people", fmt::format("{} in {} departments", plan.estate.staff.size(),
                                          plan.estate.departments.size())});
  if (!plan.journeys.empty())
    rows.push_back(
        {"journeys", fmt::format("{}: {}", plan_arrivals(plan).size(), journey_words(plan))});
  if (!plan.brief.canary.empty())
    rows.push_back({"canary", fmt::format("{}", fmt::join(plan.brief.canary, ", "))});
  if (!plan.safety.targets.empty()) {
    std::vector<std::string> targets;
    for (Member member : plan.safety.targets) targets.emplace_back(to_text(member));
    rows.push_back({"may touch", fmt::format("{}", fmt::join(targets, ", "))});
  }
  if (!plan.brief.expected.empty())
    rows.push_back({"expected", expected_words(plan.brief.expected)});
  return rows;
}

std::string section(const std::string& title, const TextTable& rows) {
  return rows.empty() ? "" : "\n" + title + "\n" + lay_out(rows);
}

}  // namespace

std::string plan_page(const Plan& plan) {
  return fmt::format("{}  seed {}  length {}\n", plan.scenario, plan.seed, to_text(plan.length)) +
         lay_out(brief(plan)) + section("By the clock", timeline(plan)) +
         section("On occasion", occasions(plan)) + section("Whom the seed hits", people_hit(plan));
}

}  // namespace mayday
