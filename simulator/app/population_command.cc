#include <fmt/format.h>

#include <fstream>
#include <iostream>

#include "commands.h"
#include "folders.h"
#include "mayday/base/input_error.h"
#include "mayday/reader/scenario.h"
#include "mayday/scoring/population.h"
#include "virtual_drill.h"

namespace mayday {
namespace {

constexpr std::int64_t kTeams = 2000;

void write_population(const Population& population, const std::string& path) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << population_json(population);
  if (!file.flush()) throw EnvironmentError(path + ": the population cannot be written");
}

/// False when the scenario is unfit to compare teams by; its file is written all the same.
bool draw_population(const LoadedScenario& scenario, const std::string& folder) {
  const Plan& plan = scenario.plan;
  if (!plan.estate.desk.url.empty() || !plan.estate.upstreams.empty())
    throw InputError(plan.scenario +
                     ": a desk of your own and an upstream are real systems; simulated teams need "
                     "the virtual world");
  VirtualDrill nobody = run_virtual(
      plan, "enterprise",
      [](World&, Drill& drill, const Drill::Estate& estate) { drill.start(estate, std::nullopt); });
  Population population = simulate_teams(nobody.ledger.events, find_profile("enterprise"), kTeams);
  write_population(population, folder + "/" + plan.scenario + ".json");
  auto points = [&](std::size_t per_cent) {
    return static_cast<double>(population.quantiles[per_cent]) / 100.0;
  };
  std::cout << fmt::format(
      "{:<28} P10 {:6.2f}  P50 {:6.2f}  P90 {:6.2f}  rho {:.2f}  floor {:4.1f} %  ceiling {:4.1f} "
      "%\n",
      plan.scenario, points(10), points(50), points(90),
      static_cast<double>(population.follows_skill) / 1e6,
      static_cast<double>(population.floor) / 10.0, static_cast<double>(population.ceiling) / 10.0);
  std::string why = unfit(population);
  if (!why.empty()) std::cerr << plan.scenario << ": " << why << "\n";
  return why.empty();
}

}  // namespace

int population_command(const PopulationOptions& options) {
  LoadOptions load;
  load.library = library_folder();
  std::string folder = options.out.empty() ? load.library + "/populations" : options.out;
  bool fit = true;
  for (const std::string& file : options.files)
    fit = draw_population(load_scenario(file, load), folder) && fit;
  return fit ? 0 : 1;
}

}  // namespace mayday
