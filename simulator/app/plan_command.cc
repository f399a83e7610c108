#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "commands.h"
#include "folders.h"
#include "mayday/base/json.h"
#include "mayday/drill/arrivals.h"
#include "mayday/reader/scenario.h"

namespace mayday {
namespace {

struct Line {
  Instant at;
  std::string text;
};

std::string whom(const FaultPlan& fault) {
  if (fault.by == ShareBy::staff) return fmt::format("{} people", fault.victims.size());
  return fmt::format("{}.{} % of {}", fault.per_mille / 10, fault.per_mille % 10,
                     fault.by == ShareBy::journey ? "journeys" : "calls");
}

/// What a fault without a time of its own waits for.
std::string occasion(const FaultPlan& fault) {
  const OccasionPlan& after = fault.after;
  std::string what = "the facilitator's cue";
  if (!after.fault.empty()) what = "fault " + after.fault + " is " + after.state;
  if (!after.action.empty()) what = "the desk's " + after.action;
  if (!after.setting.empty())
    what = fmt::format("the desk's {} becomes {}", after.setting, fmt::join(after.values, " or "));
  if (!after.alert.empty()) what = "alert " + after.alert;
  return fault.later == Duration{0} ? what : to_text(fault.later) + " after " + what;
}

std::vector<Line> timeline(const Plan& plan) {
  std::vector<Line> lines;
  for (const FaultPlan& fault : plan.faults) {
    if (fault.at == kNever) continue;
    lines.push_back({fault.at, fmt::format("fault {} at {}: {}", fault.id, to_text(fault.vendor),
                                           whom(fault))});
    lines.push_back({fault.at + fault.at_most, "fault " + fault.id + " ends at the latest"});
  }
  for (const InjectPlan& inject : plan.injects)
    lines.push_back({inject.at, "inject to " + inject.to + ": " + inject.text.en});
  lines.push_back({Instant{plan.length}, "nobody new sets out"});
  std::stable_sort(lines.begin(), lines.end(),
                   [](const Line& a, const Line& b) { return a.at < b.at; });
  return lines;
}

std::string name_of(const Plan& plan, const std::string& id) {
  for (const Person& person : plan.estate.staff)
    if (person.id == id) return person.code + " " + person.name;
  return id;
}

void print(const Plan& plan) {
  std::cout << fmt::format("{}  seed {}  length {}\n", plan.scenario, plan.seed,
                           to_text(plan.length));
  std::cout << fmt::format("  {} people in {} departments, {} travellers\n",
                           plan.estate.staff.size(), plan.estate.departments.size(),
                           plan_arrivals(plan).size());
  for (const Line& line : timeline(plan))
    std::cout << "  " << to_clock(line.at) << "  " << line.text << "\n";
  for (const FaultPlan& fault : plan.faults)
    if (fault.at == kNever)
      std::cout << fmt::format("  on occasion: fault {} at {}: {}, {}\n", fault.id,
                               to_text(fault.vendor), whom(fault), occasion(fault));
  for (const FaultPlan& fault : plan.faults) {
    if (fault.by != ShareBy::staff) continue;
    std::cout << "  " << fault.id << " hits";
    for (const std::string& victim : fault.victims)
      std::cout << " [" << name_of(plan, victim) << "]";
    std::cout << "\n";
  }
}

}  // namespace

int plan_command(const FileOptions& options) {
  LoadOptions load;
  load.seed = options.seed;
  load.library = library_folder();
  load.allow_hosts = options.hosts;
  for (const std::string& file : options.files) {
    LoadedScenario scenario = load_scenario(file, load);
    for (const std::string& warning : scenario.warnings) std::cerr << warning << "\n";
    if (options.json) {
      std::cout << canonical(json::value_from(scenario.plan)) << "\n";
    } else {
      print(scenario.plan);
    }
  }
  return 0;
}

}  // namespace mayday
