#include "mayday/scoring/population.h"

#include <algorithm>
#include <boost/json/parse.hpp>

#include "mayday/base/json.h"
#include "mayday/scoring/ppm.h"
#include "population_files.h"

namespace mayday {
namespace {

constexpr Ppm kFollows = 800'000;
constexpr std::int64_t kCrowded = 200;  // per mille

std::vector<Population> read_all() {
  std::vector<Population> all;
  for (std::string_view file : kPopulationFiles)
    if (!file.empty()) all.push_back(read_population(file));
  return all;
}

const std::vector<Population>& shipped() {
  static const std::vector<Population> all = read_all();
  return all;
}

bool is_of(const Population& population, const Plan& plan) {
  return population.scenario == plan.scenario && population.length == plan.length &&
         std::equal(population.faults.begin(), population.faults.end(), plan.faults.begin(),
                    plan.faults.end(),
                    [](const std::string& id, const FaultPlan& fault) { return id == fault.id; });
}

}  // namespace

const Population* find_population(const Plan& plan, const std::string& model,
                                  const std::string& profile) {
  for (const Population& population : shipped())
    if (population.model == model && population.profile == profile && is_of(population, plan))
      return &population;
  return nullptr;
}

std::int64_t percentile(const Population& population, std::int64_t score) {
  std::int64_t halves = 0;
  for (std::int64_t quantile : population.quantiles)
    halves += quantile < score ? 2 : quantile == score ? 1 : 0;
  return rounded(50 * halves, std::max<std::int64_t>(1, std::ssize(population.quantiles)));
}

std::string unfit(const Population& population) {
  auto per_cent = [](std::int64_t per_mille) { return std::to_string(per_mille / 10) + " %"; };
  if (population.follows_skill < kFollows)
    return "the score does not follow skill: Spearman's correlation is " +
           std::to_string(population.follows_skill) + " millionths, less than 800000";
  if (population.floor > kCrowded)
    return per_cent(population.floor) + " of the teams score 15 points at the most";
  if (population.ceiling > kCrowded)
    return per_cent(population.ceiling) + " of the teams score 95 points at the least";
  return "";
}

std::string population_json(const Population& population) {
  json::value value = json::value_from(population);
  const json::object& members = value.get_object();
  std::string text = "{";
  for (const auto& member : members) {
    text += text.size() == 1 ? "\n  " : ",\n  ";
    text += '"' + std::string(member.key()) + "\": " + canonical(member.value());
  }
  return text + "\n}\n";
}

Population read_population(std::string_view text) {
  return json::value_to<Population>(json::parse({text.data(), text.size()}));
}

}  // namespace mayday
