#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "mayday/base/json.h"
#include "mayday/base/time.h"
#include "mayday/ledger/event.h"

namespace mayday {

/// What a team may know of an event: an allow-list projection, so that a new field is hidden until
/// somebody lists it. Nothing for events that are none of a team's business.
std::optional<json::object> team_view(const Event& event);

/// One thing a team can see. `n` counts from 1 without gaps.
struct SightItem {
  std::int64_t n = 0;
  Instant t;
  std::string kind;
  json::object body;
};

/// Everything a team can see of a drill, as one list, and what it comes to right now. Fed by the
/// ledger and by the desk's own log; never by the engine.
class Sight {
 public:
  /// Takes in an event if the team may see it.
  void see(const Event& event);
  /// Takes in a line of the desk's access log, of a call that went wrong. A few of each kind are
  /// shown a minute.
  void see_failing(Instant t, const json::object& line);

  const std::vector<SightItem>& items() const { return items_; }

  /// A call that the desk's log shows failing.
  struct FailingCall {
    Instant t;
    std::string request_id;
    std::string to;         ///< Empty: to the desk itself.
    std::string operation;  ///< There: the pattern of its path.
    std::string sample;     ///< What the log says of it.
  };

  struct State {
    std::set<std::string> firing;  ///< Alerts.
    std::set<std::string> fired;   ///< Alerts that have fired at least once.
    int incidents = 0;             ///< Declared and not closed.
    bool located = false;
    std::map<std::string, std::string> tickets;  ///< Vendor -> the latest word of its desk.
    std::map<std::string, std::string>
        settings;                          ///< Desk settings that took effect since the start.
    std::string regression;                ///< green | red | "".
    std::vector<std::string> open_orders;  ///< What the latest reconciliation left open.
    bool reconciled = false;               ///< Reconciled since the last change at the desk.
    std::deque<FailingCall> failing;       ///< The latest, at most 200.
    std::optional<Instant> first_failure;
  };
  const State& state() const { return state_; }

 private:
  void add(Instant t, const std::string& kind, json::object body);
  void fold_action(const json::object& body);

  std::vector<SightItem> items_;
  State state_;
  std::map<std::string, std::int64_t> shown_;  // log lines by operation and minute
};

}  // namespace mayday
