#include "fault_people.h"

#include <algorithm>
#include <set>

#include "operations.h"

namespace mayday::reader {
namespace {

bool only_approvers_act(const FaultPlan& fault) {
  return !fault.operations.empty() &&
         std::all_of(fault.operations.begin(), fault.operations.end(),
                     [&](const std::string& name) {
                       const Operation* operation = find_operation(fault.vendor, name);
                       return operation != nullptr && operation->actor == Actor::approver;
                     });
}

std::vector<std::string> people(const EstatePlan& estate, bool managers_only) {
  std::vector<std::string> found;
  for (const Person& person : estate.staff)
    if (person.manager || !managers_only) found.push_back(person.id);
  return found;
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

void resolve_people(FaultPlan& fault, const EstatePlan& estate, Seed seed) {
  if (!fault.by_staff) return;
  bool managers = only_approvers_act(fault);
  fault.victims = exact_share(seed, "fault/" + fault.id, people(estate, managers), fault.per_mille);
  fault.reach = managers ? departments_of(fault.victims, estate) : fault.victims;
  if (fault.reach.size() == estate.staff.size()) fault.reach.clear();  // everyone
}

std::vector<std::string> spared_people(const std::string& fault, const EstatePlan& estate,
                                       Seed seed, std::uint32_t per_mille) {
  return exact_share(seed, "grace/" + fault, people(estate, false), per_mille);
}

}  // namespace mayday::reader
