#include "match_reader.h"

#include <algorithm>

#include "fault_facts.h"
#include "fault_people.h"
#include "scalars.h"
#include "wire_values.h"

namespace mayday::reader {
namespace {

constexpr std::int64_t kMostCalls = 1'000'000;

/// Adds a name to a list that holds each once.
void add(const Node& node, std::string name, std::vector<std::string>& list) {
  if (std::find(list.begin(), list.end(), name) != list.end())
    node.fail(quote(node.text) + " stands here a second time");
  list.push_back(std::move(name));
}

void need_people(const Node& node, const EstatePlan& estate) {
  if (estate.staff.empty())
    node.fail("choosing by person needs people: give 'staff' under estate.hesi");
}

void need_one(const Node& node, const std::vector<std::string>& list) {
  if (list.empty()) node.fail("name at least one, or leave the key out");
}

std::vector<std::string> read_clients(const Node& node) {
  std::vector<std::string> clients;
  for (const Node* item : one_or_many(node))
    add(*item, read_choice(*item, "client", {"mobile", "pc"}), clients);
  need_one(node, clients);
  return clients;
}

bool is_number(const Node& node) {
  return node.kind == Node::Kind::scalar && !node.text.empty() &&
         std::all_of(node.text.begin(), node.text.end(),
                     [](char c) { return c >= '0' && c <= '9'; });
}

std::vector<std::string> read_departments(const Node& node, const Plan& plan,
                                          const FaultPlan& fault) {
  const std::vector<Department>& all = plan.estate.departments;
  if (is_number(node)) {
    std::int64_t wanted = read_integer(node, "departments", 1, std::int64_t(all.size()));
    return pick_departments(fault, plan.estate, plan.seed, std::size_t(wanted));
  }
  Names names;
  for (const Department& department : all) names.push_back(department.name);
  std::vector<std::string> chosen;
  for (const Node* item : one_or_many(node)) {
    const std::string& text = read_scalar(*item, "a department");
    auto found = std::find_if(all.begin(), all.end(), [&](const Department& each) {
      return each.id == text || each.name == text;
    });
    if (found == all.end())
      item->fail("unknown department " + quote(text) + suggestion(text, names));
    add(*item, found->id, chosen);
  }
  need_one(node, chosen);
  return chosen;
}

std::vector<std::string> read_staff(const Node& node, const EstatePlan& estate) {
  Names codes;
  for (const Person& person : estate.staff) codes.push_back(person.code);
  std::vector<std::string> chosen;
  for (const Node* item : one_or_many(node)) {
    const std::string& text = read_scalar(*item, "a person");
    auto found = std::find_if(estate.staff.begin(), estate.staff.end(), [&](const Person& each) {
      return each.id == text || each.code == text;
    });
    if (found == estate.staff.end())
      item->fail("nobody on the staff list has the code or id " + quote(text) +
                 suggestion(text, codes));
    add(*item, found->id, chosen);
  }
  need_one(node, chosen);
  return chosen;
}

std::vector<NameValue> read_body_match(const Node& node) {
  expect_map(node, "a body to match");
  if (node.entries.empty()) node.fail("name at least one place in the body, or leave the key out");
  std::vector<NameValue> body;
  for (const Entry& entry : node.entries) {
    Node key = entry.value;
    key.place = entry.place;
    body.push_back({check_body_path(key, entry.key), read_scalar(entry.value, "a value")});
  }
  return body;
}

}  // namespace

void read_match(const Fields& where, const FaultContext& context, FaultPlan& fault) {
  const EstatePlan& estate = context.plan.estate;
  MatchPlan& match = fault.match;
  if (const Node* clients = where.find("clients")) match.clients = read_clients(*clients);
  if (const Node* departments = where.find("departments")) {
    need_people(*departments, estate);
    match.departments = read_departments(*departments, context.plan, fault);
  }
  if (const Node* staff = where.find("staff")) {
    need_people(*staff, estate);
    match.staff = read_staff(*staff, estate);
  }
  if (const Node* header = where.find("header")) match.headers = read_header_fields(*header);
  if (const Node* body = where.find("body")) match.body = read_body_match(*body);
  if (const Node* every = where.find("every"))
    match.every = read_integer(*every, "every", 1, kMostCalls);
  if (const Node* first = where.find("first"))
    match.first = read_integer(*first, "first", 1, kMostCalls);
}

}  // namespace mayday::reader
