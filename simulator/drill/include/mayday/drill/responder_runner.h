#pragma once

#include <functional>
#include <vector>

#include "mayday/base/plan.h"
#include "mayday/base/responder.h"
#include "mayday/drill/sight.h"
#include "mayday/drill/team.h"
#include "mayday/world/world.h"

namespace mayday {

/// Plays a scripted responder: reads only the team's sight and acts only through its door.
class ResponderRunner {
 public:
  /// How often it looks; a person does not see everything the moment it happens.
  static constexpr Duration kEvery = 5s;

  /// All references outlive it. `settings` are the desk's in effect, or null without a desk of
  /// ours. Each refused action of the script is told to `refused`: a script that is not taken up is
  /// a mistake in it, not a choice of the team.
  ResponderRunner(World& world, const Plan& plan, const Sight& sight, Team& team,
                  Responder responder, std::function<json::object()> settings,
                  std::function<void(std::string)> refused);

  void start();

 private:
  struct Progress {
    bool holding = false;
    bool fired = false;
    Instant since;
  };

  Task<void> play();
  bool holds(const ResponderWhen& when) const;
  bool quiet(const std::string& which) const;
  json::object fill(const std::string& kind, const json::object& body) const;
  json::value fill_one(const std::string& member, const json::value& value,
                       const std::string& vendor) const;
  std::vector<const Sight::FailingCall*> failing(const std::string& vendor, std::size_t most) const;

  World& world_;
  const Plan& plan_;
  const Sight& sight_;
  Team& team_;
  Responder responder_;
  std::function<json::object()> settings_;
  std::function<void(std::string)> refused_;
  std::vector<Progress> progress_;
};

}  // namespace mayday
