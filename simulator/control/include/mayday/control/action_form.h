#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mayday/base/action.h"
#include "mayday/world/http.h"

namespace mayday {

/// An action as it comes over the wire.
class ActionRequest {
 public:
  ActionRequest() = default;

  std::string kind;
  json::object body;
  std::string actor;
  std::string sent;
};

/// What is said to a body that is not an action.
inline constexpr std::string_view kActionForm =
    "the body must be a JSON object of kind and body, and perhaps actor and sent: "
    "{\"kind\": \"declare\", \"body\": {\"suspects\": [\"hesi\"]}}";

/// The action in a request's body; nothing when it has another form. An unknown member is another
/// form: a role, say, comes from the token and never from a body.
std::optional<ActionRequest> read_action(const Request& request);

/// What the sender is told.
Response answer_to(const ActionAnswer& answer);

}  // namespace mayday
