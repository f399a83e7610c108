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

std::vector<Line> timeline(const Plan& plan) {
  std::vector<Line> lines;
  for (const FaultPlan& fault : plan.faults) {
    std::string who =
        fault.by == ShareBy::staff
            ? fmt::format("{} people", fault.victims.size())
            : fmt::format("{}.{} % of calls", fault.per_mille / 10, fault.per_mille % 10);
    lines.push_back(
        {fault.at, fmt::format("fault {} at {}: {}", fault.id, to_text(fault.vendor), who)});
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
