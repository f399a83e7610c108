#pragma once

#include <optional>
#include <string>

#include "mayday/control/door.h"
#include "mayday/drill/drill.h"
#include "mayday/world/service.h"

namespace mayday {

/// The team's door: what a team sees and does, and nothing else.
///
///   GET  /v1/sight?after=N   what can be seen since item N
///   POST /v1/actions         {"kind": …, "body": {…}, "actor": …, "sent": …}, with Idempotency-Key
class TeamDoor final : public Service {
 public:
  /// `drill_id` is opaque: it must not tell the scenario. The drill outlives the door.
  TeamDoor(Drill& drill, std::int64_t starts, std::string token, std::string drill_id);

  Task<Reply> serve(Request request) override;
  Response turn_away(int status) override { return refuse_unread(status); }

  /// The team's way to the desk's `/admin`: changes are the same actions under the same token, and
  /// with the token the desk itself shows its settings and logs (then there is no answer here).
  Task<std::optional<Reply>> serve_admin(Request request);

 private:
  Response sight(const Request& request) const;
  Task<Response> take(Request request);

  Drill& drill_;
  std::int64_t starts_;
  std::string token_;
  std::string drill_id_;
};

}  // namespace mayday
