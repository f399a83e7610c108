#include "fault_people.h"

#include <algorithm>
#include <set>

#include "fault_facts.h"

namespace mayday::reader {
namespace {

/// An empty list is for everyone.
bool lists(const std::vector<std::string>& list, const std::string& name) {
  return list.empty() || std::find(list.begin(), list.end(), name) != list.end();
}

/// Everyone in the departments that these managers approve for.
std::vector<std::string> departments_of(const std::vector<std::string>& managers,
                                        const EstatePlan& estate) {
  std::set<std::string> hit(managers.begin(), managers.end());
  std::set<std::string> departments;
  for (const Department& department : estate.departments)
    if (hit.contains(department.manager)) departments.insert(department.id);
  std::vector<std::string> found;
  for (const Person& person : estate.staff)
    if (departments.contains(person.department)) found.push_back(person.id);
  return found;
}

}  // namespace

bool is_about_people(const MatchPlan& match) {
  return !match.departments.empty() || !match.staff.empty();
}

std::vector<std::string> people_met(const FaultPlan& fault, const EstatePlan& estate) {
  bool managers_only = only_approvers_act(fault);
  std::vector<std::string> found;
  for (const Person& person : estate.staff)
    if ((person.manager || !managers_only) && lists(fault.match.staff, person.id) &&
        lists(fault.match.departments, person.department))
      found.push_back(person.id);
  return found;
}

void resolve_people(FaultPlan& fault, const EstatePlan& estate, Seed seed) {
  bool by_staff = fault.by == ShareBy::staff;
  if (!by_staff && !is_about_people(fault.match)) return;
  std::vector<std::string> hit = people_met(fault, estate);
  if (by_staff) {
    hit = exact_share(seed, draw_name(fault, "fault"), hit, fault.per_mille);
    fault.victims = hit;
  }
  fault.reach = only_approvers_act(fault) ? departments_of(hit, estate) : std::move(hit);
  if (fault.reach.size() == estate.staff.size()) fault.reach.clear();  // everyone
}

std::vector<std::string> pick_departments(const FaultPlan& fault, const EstatePlan& estate,
                                          Seed seed, std::size_t wanted) {
  std::vector<std::string> all;
  for (const Department& department : estate.departments) all.push_back(department.id);
  return exact_count(seed, draw_name(fault, "departments"), all, wanted);
}

std::vector<std::string> spared_people(const std::string& fault, const EstatePlan& estate,
                                       Seed seed, std::uint32_t per_mille) {
  std::vector<std::string> everyone;
  for (const Person& person : estate.staff) everyone.push_back(person.id);
  return exact_share(seed, "grace/" + fault, everyone, per_mille);
}

}  // namespace mayday::reader
