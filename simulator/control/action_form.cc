#include "mayday/control/action_form.h"

#include <utility>

#include "mayday/control/door.h"

namespace mayday {
namespace {

constexpr std::size_t kNameMost = 300;  // bytes of kind, actor and sent

bool take_text(const json::value& value, std::string& to) {
  if (!value.is_string() || value.get_string().size() > kNameMost) return false;
  to = std::string(value.get_string());
  return true;
}

bool take_member(json::key_value_pair& member, ActionRequest& action) {
  std::string_view name = member.key();
  if (name == "kind") return take_text(member.value(), action.kind);
  if (name == "actor") return take_text(member.value(), action.actor);
  if (name == "sent") return take_text(member.value(), action.sent);
  if (name != "body" || !member.value().is_object()) return false;
  action.body = std::move(member.value().get_object());
  return true;
}

}  // namespace

std::optional<ActionRequest> read_action(const Request& request) {
  std::optional<json::object> asked = body_object(request);
  if (!asked) return std::nullopt;
  ActionRequest action;
  for (json::key_value_pair& member : *asked)
    if (!take_member(member, action)) return std::nullopt;
  return action;
}

Response answer_to(const ActionAnswer& answer) {
  if (answer.status != 202) return error_answer(answer.status, answer.message);
  json::object body{{"accepted", true}};
  if (!answer.incident.empty()) body["incident"] = answer.incident;
  if (!answer.ticket.empty()) body["ticket"] = answer.ticket;
  for (const auto& member : answer.told) body[member.key()] = member.value();
  return json_answer(202, body);
}

}  // namespace mayday
