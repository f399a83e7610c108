#include "action_text.h"

#include <initializer_list>

namespace mayday {
namespace {

std::string spoken(const json::value& value) {
  if (const auto* text = value.if_string()) return std::string(*text);
  if (const auto* list = value.if_array()) {
    std::string out;
    for (const json::value& item : *list) out += (out.empty() ? "" : ", ") + spoken(item);
    return out;
  }
  return canonical(value);
}

/// Those members that are there, joined.
std::string chosen(const json::object& body, std::initializer_list<std::string_view> names) {
  std::string out;
  for (std::string_view name : names) {
    const json::value* value = body.if_contains(name);
    if (value == nullptr) continue;
    std::string text = spoken(*value);
    if (!text.empty()) out += (out.empty() ? "" : " · ") + text;
  }
  return out;
}

/// Every member with its name.
std::string all(const json::object& body) {
  std::string out;
  for (const auto& member : body)
    out += (out.empty() ? "" : " · ") + std::string(member.key()) + "=" + spoken(member.value());
  return out;
}

}  // namespace

std::string action_detail(const events::Action& action) {
  const json::object& body = action.body;
  if (action.action == "grade") return "L" + chosen(body, {"level", "incident"});
  if (action.action == "declare") return chosen(body, {"title", "suspects", "functions"});
  if (action.action == "locate")
    return chosen(body, {"component", "components", "kind", "party", "incident"});
  if (action.action == "notice")
    return chosen(body, {"text", "impact", "since", "measures", "workaround", "eta", "contact",
                         "compensation"});
  if (action.action == "ticket" || action.action == "escalate")
    return chosen(body, {"to", "ticket", "text"});
  if (action.action == "claim") return chosen(body, {"what"});
  return all(body);
}

Text text_member(const json::object& body, std::string_view name) {
  const json::value* value = body.if_contains(name);
  if (value == nullptr) return {};
  if (const auto* both = value->if_object(); both && (both->contains("zh") || both->contains("en")))
    return {text_member(*both, "zh").zh, text_member(*both, "en").en};
  std::string text = spoken(*value);
  return {text, text};
}

}  // namespace mayday
