#include "action_names.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <vector>

#include "mayday/base/json_text.h"
#include "mayday/base/vocabulary.h"

namespace mayday {
namespace {

constexpr std::string_view kChannels[] = {"mail", "announcement", "oa", "im"};

/// One text, or a list of them.
std::vector<std::string> given(const json::object& body, std::string_view member) {
  std::vector<std::string> names;
  const json::value* value = body.if_contains(member);
  if (value == nullptr) return names;
  if (const auto* text = value->if_string()) names.emplace_back(*text);
  if (const auto* list = value->if_array())
    for (const json::value& one : *list) names.emplace_back(one.get_string());
  return names;
}

template <class Known>
std::string absence(std::string_view what, const std::string& name, const Known& known) {
  std::string wrong = "there is no " + std::string(what) + " \"" + name + "\"; there are ";
  std::string_view between;
  for (std::string_view one : known) {
    append(wrong, between, one);
    between = ", ";
  }
  return wrong;
}

/// A word for a term of the picklist; a drill without a picklist takes any.
std::string check_terms(const json::object& body, std::string_view member, std::string_view what,
                        const std::vector<Term>& terms) {
  std::vector<std::string> known;
  for (const Term& term : terms) known.push_back(term.id);
  for (const std::string& name : given(body, member))
    if (!terms.empty() && !has_term(terms, name)) return absence(what, name, known);
  return {};
}

std::string check_channels(const json::object& body) {
  for (const std::string& name : given(body, "channels"))
    if (std::find(std::begin(kChannels), std::end(kChannels), name) == std::end(kChannels))
      return absence("channel", name, kChannels);
  return {};
}

}  // namespace

std::string check_names(const Action& action, const Plan& plan) {
  const Vocabulary& words = plan.vocabulary;
  std::string wrong;
  auto check = [&](std::string_view member, std::string_view what, const std::vector<Term>& terms) {
    if (wrong.empty()) wrong = check_terms(action.body, member, what, terms);
  };
  if (action.kind == "notice") return check_channels(action.body);
  if (action.kind == "declare") {
    check("suspects", "component", words.components);
    check("symptom", "kind", words.kinds);
  }
  if (action.kind == "locate") {
    check("component", "component", words.components);
    check("components", "component", words.components);
    check("kind", "kind", words.kinds);
    check("party", "party", words.parties);
  }
  return wrong;
}

}  // namespace mayday
