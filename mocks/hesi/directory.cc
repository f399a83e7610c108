#include "directory.h"

#include <algorithm>

#include "mayday/base/json_text.h"
#include "people.h"

namespace mayday::hesi {
namespace {

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

/// The list's rows never change, so each is written once.
std::string row(const Staff& one) {
  JsonText out;
  out.open().text("id", one.id).text("name", one.name).null("nickName").text("code", one.code);
  out.name("departments").open_list().text(one.department).close_list();
  out.text("defaultDepartment", one.department).text_or_null("cellphone", one.cellphone);
  out.flag("active", one.active).text("userId", one.user());
  out.text_or_null("email", one.email).text_or_null("showEmail", one.shown_email);
  out.flag("external", false).flag("authState", one.activated).text("globalRoaming", "+86");
  out.text("note", "").null("staffCustomForm");
  out.text("updateTime", one.updated).text("createTime", one.created);
  return out.take();
}

Staff from_plan(const Person& person) {
  Staff one;
  one.id = person.id;
  one.name = person.name;
  one.code = person.code;
  one.department = person.department;
  one.shown_email = person.code.empty() ? "" : person.code + "@drill.example";
  one.created = one.updated = "2026-01-05 09:00:00";
  return one;
}

Unit from_plan(const Department& department) {
  Unit one;
  one.id = department.id;
  one.name = department.name;
  one.parent = std::string(kCorporation);
  one.code = department.id.substr(department.id.find(':') + 1);
  one.created = one.updated = "2026-01-05 09:00:00";
  one.manager = department.manager;
  return one;
}

}  // namespace

Directory::Directory(const EstatePlan& estate) {
  std::vector<Staff> people = fixture_staff();
  std::vector<Unit> places = fixture_units();
  // The look-ups hold views into the rows, so the rows must never move.
  staff_.reserve(people.size() + estate.staff.size());
  units_.reserve(places.size() + estate.departments.size());
  for (Staff& one : people) add(std::move(one));
  for (Unit& one : places) add(std::move(one));
  for (const Department& department : estate.departments) add(from_plan(department));
  for (const Person& person : estate.staff) {
    add(from_plan(person));
    auto place = units_by_id_.find(person.department);
    if (person.manager && place != units_by_id_.end() && units_[place->second].manager.empty())
      units_[place->second].manager = person.id;
  }
}

void Directory::add(Staff person) {
  if (by_id_.contains(person.id)) return;  // an estate may list the fixtures' people again
  person.email = lower(person.shown_email);
  person.json = row(person);
  staff_.push_back(std::move(person));
  by_id_.emplace(staff_.back().id, staff_.size() - 1);
  by_code_.emplace(staff_.back().code, staff_.size() - 1);
}

void Directory::add(Unit unit) {
  auto known = units_by_id_.find(unit.id);
  if (known != units_by_id_.end()) {
    if (!unit.manager.empty()) units_[known->second].manager = unit.manager;
    return;
  }
  units_.push_back(std::move(unit));
  units_by_id_.emplace(units_.back().id, units_.size() - 1);
}

const Staff* Directory::find(std::string_view id) const {
  auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : &staff_[found->second];
}

std::vector<const Staff*> Directory::with_code(std::string_view code) const {
  std::vector<std::size_t> rows;
  auto [from, to] = by_code_.equal_range(code);
  for (auto entry = from; entry != to; ++entry) rows.push_back(entry->second);
  std::sort(rows.begin(), rows.end());
  std::vector<const Staff*> all;
  for (std::size_t at : rows) all.push_back(&staff_[at]);
  return all;
}

std::string_view Directory::manager_of(const Staff& person, std::string_view fallback) const {
  auto unit = units_by_id_.find(person.department);
  if (unit == units_by_id_.end() || units_[unit->second].manager.empty()) return fallback;
  return units_[unit->second].manager;
}

}  // namespace mayday::hesi
