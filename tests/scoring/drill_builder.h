#pragma once

#include <functional>
#include <string>
#include <vector>

#include "mayday/ledger/event.h"
#include "mayday/ledger/events.h"
#include "mayday/scoring/scorecard.h"

namespace mayday {

/// How one journey fares.
struct Fate {
  std::string outcome = "done";
  std::string path = "normal";
  std::vector<std::string> bites;
  Duration latency = 200ms;
};

/// Writes a ledger by hand: 200 people who log in, one each second in turn, and a fault `auth`
/// armed at minute 5 whose truth is (auth_adapter, contract-mismatch, enterprise).
class DrillBuilder {
 public:
  DrillBuilder();

  Plan plan;

  /// A journey ends every `every` in [from, to); `fate` says how, by its number.
  void travel(Duration from, Duration to, const std::function<Fate(int)>& fate,
              Duration every = 1s);
  void travel(Duration from, Duration to, const Fate& fate, Duration every = 1s) {
    travel(
        from, to, [fate](int) { return fate; }, every);
  }

  void arm(Duration at, const std::string& fault = "auth");
  void bite(Duration at, const std::string& fault = "auth");
  void end(Duration at, const std::string& by, const std::string& fault = "auth");
  void act(Duration at, const std::string& action, json::object body = {},
           std::vector<events::Finding> findings = {});
  void alert(Duration at, const std::string& name, const std::string& component,
             const std::string& symptom, const std::vector<std::string>& functions);
  void unfinished(Duration at, Instant since);
  void regression(Duration at, bool green);

  template <class Body>
  void add(Duration at, const Body& body) {
    events_.push_back(make_event(Instant{at}, body));
  }

  /// The whole ledger in order of time: open, everything, and close unless the drill was killed.
  std::vector<Event> events(bool closed = true) const;

 private:
  std::vector<Event> events_;
  std::int64_t ordinal_ = 0;
};

inline const Fate kWell{};
inline const Fate kHarmed{"failed", "normal", {"auth"}, 50ms};

/// The usual course: well until minute 6, everybody harmed until minute 20, well again until 60.
DrillBuilder harmed_from_6_to_20();

/// The same with a team that does everything well.
DrillBuilder handled_drill();

}  // namespace mayday
