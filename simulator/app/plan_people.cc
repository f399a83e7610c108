#include "plan_people.h"

#include <fmt/format.h>

#include <algorithm>

namespace mayday {
namespace {

/// "张伟(D1001), 李娜(D1007)", in the order of the staff list.
std::string names_of(const std::vector<std::string>& people, const EstatePlan& estate) {
  std::string names;
  for (const Person& person : estate.staff)
    if (std::find(people.begin(), people.end(), person.id) != people.end())
      names += (names.empty() ? "" : ", ") + person.name + "(" + person.code + ")";
  return names;
}

std::string departments_of(const MatchPlan& match, const EstatePlan& estate) {
  std::string names;
  for (const Department& department : estate.departments)
    if (std::find(match.departments.begin(), match.departments.end(), department.id) !=
        match.departments.end())
      names += (names.empty() ? "" : ", ") + department.name;
  return names;
}

std::vector<std::string> everybody_but(const std::vector<std::string>& people,
                                       const EstatePlan& estate) {
  std::vector<std::string> others;
  for (const Person& person : estate.staff)
    if (std::find(people.begin(), people.end(), person.id) == people.end())
      others.push_back(person.id);
  return others;
}

void tell(const FaultPlan& fault, const EstatePlan& estate, TextTable& rows) {
  if (!fault.match.departments.empty())
    rows.push_back({fault.id, "is for", departments_of(fault.match, estate)});
  if (fault.by == ShareBy::staff)
    rows.push_back(
        {fault.id, fmt::format("hits {}", fault.victims.size()), names_of(fault.victims, estate)});
  if (!fault.reach.empty() && fault.reach.size() != fault.victims.size())
    rows.push_back(
        {fault.id, fmt::format("harms {}", fault.reach.size()), names_of(fault.reach, estate)});
  if (fault.grace.on.empty()) return;
  std::vector<std::string> left = everybody_but(fault.grace.spared, estate);
  rows.push_back({fault.id, fmt::format("does not spare {}", left.size()), names_of(left, estate)});
}

}  // namespace

TextTable people_hit(const Plan& plan) {
  TextTable rows;
  for (const FaultPlan& fault : plan.faults) tell(fault, plan.estate, rows);
  return rows;
}

}  // namespace mayday
