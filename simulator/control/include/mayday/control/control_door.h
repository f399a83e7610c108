#pragma once

#include <functional>
#include <optional>
#include <string>

#include "mayday/control/door.h"
#include "mayday/control/fault_routes.h"
#include "mayday/drill/drill.h"
#include "mayday/world/service.h"

namespace mayday {

/// The facilitator's door: knows the truth. Loopback only, and its own token.
///
///   GET  /v1/drill    the scenario, the clock, every fault and how it stands
///   GET  /v1/books    where the desk's books and the vendors' differ right now
///   GET  /v1/contracts/M  what member M promises, an OpenAPI document in YAML
///   GET  /v1/books/M  the records of member M: hesi, airline, hotel, payment or desk
///   POST /v1/pause    /v1/resume    the drill's clock
///   POST /v1/close    ends the drill
///   and those of FaultRoutes
///   POST /v1/actions  {"kind": "hint" | "void", "body": {…}}
class ControlDoor final : public Service {
 public:
  /// What only the world's owner can do.
  struct Hands {
    std::function<void()> pause;
    std::function<void()> resume;
    std::function<bool()> paused;
    /// Nothing with a desk that is not ours.
    std::function<std::optional<json::object>()> differences;
    /// A member's own records; nothing when it has none.
    std::function<std::optional<json::object>(Member)> books_of;
    FaultRoutes::Hands faults;
  };

  ControlDoor(Drill& drill, World& world, const Plan& plan, std::string token, Hands hands);

  Task<Reply> serve(Request request) override;
  Response turn_away(int status) override { return refuse_unread(status); }

 private:
  Response status();
  Response books(std::string_view rest);
  static Response contract(std::string_view member);
  Response command(std::string_view path);
  Task<Response> act(Request request);

  Drill& drill_;
  World& world_;
  const Plan& plan_;
  std::string token_;
  Hands hands_;
  FaultRoutes faults_;
};

}  // namespace mayday
