#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "mayday/base/plan.h"
#include "mayday/drill/arrivals.h"
#include "mayday/drill/journey.h"
#include "mayday/faults/engine.h"
#include "mayday/ledger/events.h"

namespace mayday {

/// The load of a drill: everybody who sets out, and what managers do again and again.
class Travellers {
 public:
  using Ended = std::function<void(const events::Journey&)>;

  /// `ended` hears of each journey once: when it ends, or when it is late. All references outlive it.
  Travellers(Road road, FaultEngine& engine, const Plan& plan, Ended ended);

  /// Sets everybody out at their time, until the plan's length.
  void start();

  /// Sends one probe of a kind, outside all statistics. A probe that is late is "late".
  Task<events::RegressionRow> probe(const JourneyPlan& journey, Client client, std::uint64_t nth);

  /// Journeys under way.
  std::int64_t under_way() const { return under_way_; }
  /// No rounds begin any more.
  void stop_rounds() { rounds_stopped_ = true; }

 private:
  struct Watch;
  Task<void> set_out_all();
  Task<void> travel(Arrival arrival);
  Task<void> hold_watch(std::shared_ptr<Watch> watch, Duration good_within);
  Task<void> go_round(const RoundPlan& round, const Person& manager, std::size_t nth);
  void stamp(Watch& watch, JourneyEnd end);

  Road road_;
  FaultEngine& engine_;
  const Plan& plan_;
  Ended ended_;
  std::vector<Arrival> arrivals_;
  std::int64_t under_way_ = 0;
  bool rounds_stopped_ = false;
};

}  // namespace mayday
