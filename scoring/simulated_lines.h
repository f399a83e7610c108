#pragma once

#include <string>
#include <vector>

#include "simulated_team.h"

/// How a simulated team's ledger lines come together. Private to the library.
namespace mayday {

/// The lines of a team, put in order and named once all are known.
class SimulatedLines {
 public:
  SimulatedDrill drill;

  /// An action that belongs to the incident `about` (any name of ours; empty: none).
  void act(Instant at, std::string action, json::object body, const std::string& about = "",
           std::vector<events::Finding> findings = {});

  /// A vendor's word on the ticket that goes by the name `ticket`.
  void hear(Instant at, const std::string& vendor, const std::string& says,
            const std::string& ticket);

  /// What there is up to `end`, in order of time.
  SimulatedDrill finish(Instant end);

 private:
  struct Line {
    Instant t;
    events::Action action;
    std::string about;
  };

  void name_incidents();
  void name_tickets();

  std::vector<Line> lines_;
};

}  // namespace mayday
