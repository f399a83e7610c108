#pragma once

#include <string>
#include <vector>

#include "mayday/scoring/scorecard.h"
#include "mayday/scoring/trail.h"

namespace mayday {

/// An incident and what was filed to it.
struct Incident {
  std::string id;
  Instant at = kNever;
  std::string actor;
  std::string title;
  std::vector<std::string> suspects;
  std::vector<std::string> symptoms;
  std::vector<std::string> functions;
  std::vector<LevelAt> given;
  std::vector<Instant>
      given_received;  ///< Of each grade; it counts from the declaration at the earliest.
  std::vector<LocationAttempt> locations;              ///< Not judged yet.
  std::vector<Instant> located_received;               ///< Of each location, likewise.
  std::vector<std::vector<events::Finding>> findings;  ///< Of each location.
  std::vector<std::vector<std::string>> evidence;      ///< Of each location: the ids as written.
  Instant closed = kNever;
  std::string reason;
  Instant reviewed = kNever;
};

/// An action and the incident it speaks of; -1 while there was none and none came.
struct Filed {
  Instant t;
  events::Action action;
  int incident = -1;
};

/// What the people of the team did, in order, each thing where it belongs.
///
/// An action that names no incident belongs to the latest one that was open; when none was, to the
/// next that is opened (and a grade or location counts from then on); failing that, to the last.
struct TeamLog {
  std::vector<Incident> incidents;  ///< In the order they were opened: INC-1, INC-2, …
  std::vector<Filed> acknowledged;
  std::vector<Filed> triaged;
  std::vector<Filed> notices;
  std::vector<Filed> tickets;
  std::vector<std::string> ticket_ids;  ///< T-1, T-2, … beside `tickets`.
  std::vector<Filed> escalations;
  std::vector<Filed> desk;
  std::vector<Filed> claims;
  std::vector<Filed> reports;  ///< report_orders.
  std::vector<Filed> reviews;
  std::vector<At<std::int64_t>> hints;  ///< Asked for, or the facilitator's: price in points.
  std::string voided;                   ///< Why the facilitator called the drill off; empty: not.
};

TeamLog read_team(const Trail& trail);

/// When the first hint was given; kNever when none was.
Instant first_hint(const TeamLog& log);

}  // namespace mayday
