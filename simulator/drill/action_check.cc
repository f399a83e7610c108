#include "mayday/drill/action_check.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "action_names.h"

namespace mayday {
namespace {

enum class Form { text, texts, integer, boolean, object, objects };

/// A member that a body takes.
struct Taken {
  std::string_view name;
  Form form;
  bool needed = false;
};

struct Kind {
  std::string_view name;
  std::vector<Taken> members;
  bool open = false;         ///< Any other member is fine: somebody else checks it.
  bool facilitator = false;  ///< For the facilitator, and nothing else is.
};

/// All that can be done, and what each takes. docs/ledger.md says what the members mean.
const std::vector<Kind>& kinds() {
  static const std::vector<Kind> all = {
      {"acknowledge", {{"alert", Form::text}}},
      {"triage", {{"ticket", Form::text}, {"source", Form::text}, {"text", Form::text}}},
      {"declare",
       {{"suspects", Form::texts},
        {"title", Form::text},
        {"symptom", Form::text},
        {"functions", Form::texts},
        {"incident", Form::text}}},
      {"grade", {{"level", Form::integer, true}, {"incident", Form::text}}},
      {"locate",
       {{"component", Form::text},
        {"components", Form::texts},
        {"kind", Form::text},
        {"party", Form::text},
        {"evidence", Form::texts},
        {"incident", Form::text}}},
      {"ticket",
       {{"to", Form::text, true},
        {"evidence", Form::object},
        {"text", Form::text},
        {"incident", Form::text}}},
      {"escalate", {{"to", Form::text, true}, {"ticket", Form::text}, {"text", Form::text}}},
      {"desk", {}, true},
      {"notice",
       {{"channels", Form::texts, true},
        {"audience", Form::text},
        {"impact", Form::text},
        {"since", Form::text},
        {"measures", Form::text},
        {"workaround", Form::text},
        {"eta_minutes", Form::integer},
        {"eta", Form::text},
        {"contact", Form::text},
        {"compensation", Form::text},
        {"next", Form::text},
        {"recovered", Form::boolean},
        {"relays", Form::text},
        {"incident", Form::text},
        {"text", Form::text}}},
      {"claim", {{"what", Form::text, true}, {"incident", Form::text}}},
      {"regression", {}},
      {"reconcile", {}},
      {"report_orders", {{"ids", Form::texts, true}}},
      {"close", {{"reason", Form::text}, {"incident", Form::text}}},
      {"hint", {}},
      {"hint", {{"cost", Form::integer, true}, {"text", Form::text}}, false, true},
      {"void", {{"reason", Form::text, true}}, false, true},
      {"review", {{"actions", Form::objects}, {"incident", Form::text}, {"text", Form::text}}},
  };
  return all;
}

bool has_form(const json::value& value, Form form) {
  auto all = [&](auto test) {
    const json::array* array = value.if_array();
    return array != nullptr && std::all_of(array->begin(), array->end(), test);
  };
  switch (form) {
    case Form::text:
      return value.is_string();
    case Form::integer:
      return value.is_int64();
    case Form::boolean:
      return value.is_bool();
    case Form::object:
      return value.is_object();
    case Form::texts:
      return all([](const json::value& item) { return item.is_string(); });
    case Form::objects:
      return all([](const json::value& item) { return item.is_object(); });
  }
  return false;
}

std::string_view words(Form form) {
  switch (form) {
    case Form::text:
      return "a string";
    case Form::integer:
      return "a whole number";
    case Form::boolean:
      return "true or false";
    case Form::object:
      return "an object";
    case Form::texts:
      return "a list of strings";
    case Form::objects:
      return "a list of objects";
  }
  return "";
}

/// The ledger holds no nulls, no fractions, and nothing endless.
bool fits_ledger(const json::value& value, int depth) {
  constexpr std::size_t kTextMost = 8192;
  constexpr std::size_t kItemsMost = 1000;
  if (depth > 8 || value.is_null() || value.is_double()) return false;
  if (const auto* text = value.if_string()) return text->size() <= kTextMost;
  if (const auto* array = value.if_array())
    return array->size() <= kItemsMost &&
           std::all_of(array->begin(), array->end(),
                       [&](const json::value& item) { return fits_ledger(item, depth + 1); });
  if (const auto* object = value.if_object())
    return object->size() <= kItemsMost &&
           std::all_of(object->begin(), object->end(), [&](const json::key_value_pair& member) {
             return fits_ledger(member.value(), depth + 1);
           });
  return true;
}

std::string list(const std::vector<std::string_view>& names) {
  std::string out;
  for (std::string_view name : names) out += (out.empty() ? "" : ", ") + std::string(name);
  return out;
}

std::string check_members(const Kind& kind, const json::object& body) {
  for (const Taken& member : kind.members) {
    const json::value* value = body.if_contains(member.name);
    if (value == nullptr && member.needed)
      return std::string(kind.name) + " needs \"" + std::string(member.name) + "\", " +
             std::string(words(member.form));
    if (value != nullptr && !has_form(*value, member.form))
      return "\"" + std::string(member.name) + "\" must be " + std::string(words(member.form));
  }
  if (kind.open) return {};
  for (const auto& given : body) {
    bool known = std::any_of(kind.members.begin(), kind.members.end(),
                             [&](const Taken& member) { return member.name == given.key(); });
    if (known) continue;
    std::vector<std::string_view> names;
    for (const Taken& member : kind.members) names.push_back(member.name);
    return std::string(kind.name) + " does not know \"" + std::string(given.key()) +
           "\"; it takes " + (names.empty() ? "nothing" : list(names));
  }
  return {};
}

std::string check_meaning(const Action& action, const Plan& plan) {
  if (action.kind == "grade") {
    std::int64_t level = action.body.at("level").get_int64();
    if (level < 1 || level > 3)
      return "\"level\" must be 1 (whole system), 2 (some functions) or 3 (a few users)";
  }
  if (action.kind == "hint" && action.body.contains("cost")) {
    std::int64_t cost = action.body.at("cost").get_int64();
    if (cost != 2 && cost != 5 && cost != 10) return "\"cost\" must be 2, 5 or 10 points";
  }
  if (action.kind == "ticket" || action.kind == "escalate") {
    std::string to(action.body.at("to").get_string());
    bool known =
        std::any_of(plan.vendors.begin(), plan.vendors.end(),
                    [&](const VendorPlan& vendor) { return to_text(vendor.vendor) == to; });
    if (!known) return "there is no vendor desk \"" + to + "\" in this drill";
  }
  if (action.kind == "claim") {
    std::string what(action.body.at("what").get_string());
    if (what != "mitigated" && what != "recovered")
      return "\"what\" must be mitigated or recovered";
  }
  return check_names(action, plan);
}

}  // namespace

std::string check_action(const Action& action, const Plan& plan) {
  bool facilitator = action.side == "facilitator";
  auto kind = std::find_if(kinds().begin(), kinds().end(), [&](const Kind& known) {
    return known.name == action.kind && known.facilitator == facilitator;
  });
  if (kind == kinds().end()) {
    std::vector<std::string_view> names;
    for (const Kind& known : kinds())
      if (known.facilitator == facilitator) names.push_back(known.name);
    return "there is no action \"" + action.kind + "\"; there are " + list(names);
  }
  if (!fits_ledger(json::value(action.body), 0))
    return "a body holds no null, no fraction, no text over 8 KiB, no list over 1,000 and nothing "
           "nested deeper than 8";
  std::string wrong = check_members(*kind, action.body);
  return wrong.empty() ? check_meaning(action, plan) : wrong;
}

}  // namespace mayday
