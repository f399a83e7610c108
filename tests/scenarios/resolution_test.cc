#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json/parse.hpp>
#include <set>

#include "files.h"
#include "mayday/base/json.h"

namespace mayday::test {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

std::string scenario_of(int staff, int departments) {
  return with(
      small_scenario(), "{staff: 24, departments: 3}",
      "{staff: " + std::to_string(staff) + ", departments: " + std::to_string(departments) + "}");
}

std::string plan_bytes(const std::string& text) {
  return canonical(json::value_from(load_text(text).plan));
}

TEST(Resolution, IsTheSameBytesEveryTime) {
  EXPECT_EQ(plan_bytes(small_scenario()), plan_bytes(small_scenario()));
  EXPECT_NE(plan_bytes(small_scenario()), plan_bytes(with(small_scenario(), "seed: 7", "seed: 8")));
}

TEST(Resolution, MakesAPlanThatComesBackFromItsJson) {
  std::string bytes = plan_bytes(small_scenario());
  Plan again = json::value_to<Plan>(json::parse(bytes));
  EXPECT_EQ(canonical(json::value_from(again)), bytes);
}

TEST(Staff, AreTheSamePeopleForEverySeed) {
  Plan one = load_text(small_scenario()).plan;
  Plan other = load_text(with(small_scenario(), "seed: 7", "seed: 8")).plan;
  EXPECT_EQ(canonical(json::value_from(one.estate)), canonical(json::value_from(other.estate)));
}

TEST(Staff, HaveNumbersFromTheTenantsOwnRange) {
  Plan plan = load_text(scenario_of(200, 12)).plan;
  EXPECT_EQ(plan.estate.staff.front().id, "Kq7DrillCorp00:ID01drStf0001");
  EXPECT_EQ(plan.estate.staff.front().code, "D2001");
  EXPECT_EQ(plan.estate.staff.back().id, "Kq7DrillCorp00:ID01drStf0200");
  EXPECT_EQ(plan.estate.staff.back().code, "D2200");
  EXPECT_EQ(plan.estate.departments.back().id, "Kq7DrillCorp00:ID01drDep12");
}

TEST(Staff, HaveNamesThatNobodyElseHas) {
  std::set<std::string> names, departments;
  Plan plan = load_text(scenario_of(2000, 60)).plan;
  for (const Person& person : plan.estate.staff) names.insert(person.name);
  for (const Department& department : plan.estate.departments) departments.insert(department.name);
  EXPECT_THAT(names, SizeIs(2000));
  EXPECT_THAT(departments, SizeIs(60));
}

TEST(Departments, EachHaveOneManagerOfTheirOwn) {
  Plan plan = load_text(scenario_of(50, 7)).plan;
  for (const Department& department : plan.estate.departments) {
    auto managers = std::count_if(plan.estate.staff.begin(), plan.estate.staff.end(),
                                  [&](const Person& person) {
                                    return person.manager && person.department == department.id &&
                                           person.id == department.manager;
                                  });
    EXPECT_EQ(managers, 1) << department.id;
  }
}

TEST(ShareByStaff, IsOfManagersWhereOnlyApproversAct) {
  // 80 % of twelve managers is 9.6: ten. They harm everyone whose claims they approve.
  Plan plan = load_text(with(scenario_of(200, 12), "50%", "80%")).plan;
  const FaultPlan& fault = plan.faults[0];
  std::vector<std::string> managers;
  for (const Person& person : plan.estate.staff)
    if (person.manager) managers.push_back(person.id);
  EXPECT_EQ(fault.victims, exact_share(7, "fault/slow-approval", managers, 800));
  EXPECT_THAT(fault.victims, SizeIs(10));
  std::vector<std::string> reach;
  for (const Department& department : plan.estate.departments)
    for (const Person& person : plan.estate.staff)
      if (person.department == department.id &&
          std::count(fault.victims.begin(), fault.victims.end(), department.manager))
        reach.push_back(person.id);
  std::sort(reach.begin(), reach.end());
  EXPECT_EQ(fault.reach, reach);
}

TEST(ShareByStaff, IsOfEverybodyWhereAnybodyActs) {
  Plan plan =
      load_text(with(small_scenario(), "[approveFlows]", "[approveFlows, createFlow]")).plan;
  std::vector<std::string> staff;
  for (const Person& person : plan.estate.staff) staff.push_back(person.id);
  EXPECT_EQ(plan.faults[0].victims, exact_share(7, "fault/slow-approval", staff, 500));
  EXPECT_THAT(plan.faults[0].victims, SizeIs(12));
  EXPECT_EQ(plan.faults[0].reach, plan.faults[0].victims);
}

TEST(ShareByStaff, OfAllReachesEveryoneWhichIsAnEmptyList) {
  Plan plan = load_text(with(small_scenario(), "50%", "100%")).plan;
  EXPECT_THAT(plan.faults[0].victims, SizeIs(3));
  EXPECT_THAT(plan.faults[0].reach, IsEmpty());
}

TEST(ShareByRequest, NamesNobody) {
  Plan plan = load_text(with(small_scenario(), "{percent: 50%, by: staff}", "12.5%")).plan;
  EXPECT_EQ(plan.faults[0].per_mille, 125U);
  EXPECT_EQ(plan.faults[0].by, ShareBy::request);
  EXPECT_THAT(plan.faults[0].victims, IsEmpty());
  EXPECT_THAT(plan.faults[0].reach, IsEmpty());
}

TEST(Grace, SparesAnExactShareOfAllStaff) {
  Plan plan =
      load_text(small_scenario() +
                "    grace: {on: auth-rollback, for: 24h, share: {percent: 90%, by: staff}}\n")
          .plan;
  std::vector<std::string> staff;
  for (const Person& person : plan.estate.staff) staff.push_back(person.id);
  EXPECT_EQ(plan.faults[0].grace.on, "auth-rollback");
  EXPECT_EQ(plan.faults[0].grace.lasts, 24h);
  EXPECT_EQ(plan.faults[0].grace.spared, exact_share(7, "grace/slow-approval", staff, 900));
  EXPECT_THAT(plan.faults[0].grace.spared, SizeIs(22));  // 21.6 people
}

}  // namespace
}  // namespace mayday::test
