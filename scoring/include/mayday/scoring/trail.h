#pragma once

#include <string>
#include <vector>

#include "mayday/ledger/event.h"
#include "mayday/ledger/events.h"

namespace mayday {

/// A ledger event with its time.
template <class Body>
struct At {
  Instant t;
  Body body;
};

/// The ledger sorted by kind, each kind in the order it was written. What scoring does not read
/// (tallies, failing samples) is left out.
struct Trail {
  events::Open open;
  std::vector<At<events::Bit>> bits;
  std::vector<At<events::Armed>> armed;
  std::vector<At<events::Ended>> ended;
  std::vector<At<events::Journey>> journeys;
  std::vector<At<events::Gauge>> gauges;
  std::vector<At<events::Alert>> alerts;
  std::vector<At<events::Action>> actions;
  std::vector<At<events::Vendor>> vendors;
  std::vector<At<events::Inject>> injects;
  std::vector<At<events::Regression>> regressions;
  std::vector<At<events::Reconciled>> reconciled;
  std::vector<At<events::Books>> books;
  std::vector<At<events::Slip>> slips;
  std::int64_t pauses = 0;
  std::string closed;  ///< Why; empty when the ledger has no close.
  Instant last;        ///< Of the last event.
};

/// Sorts a ledger. InputError when it does not start with `open`.
Trail sort_events(const std::vector<Event>& events);

/// The drill's plan, for short.
inline const Plan& plan_of(const Trail& trail) { return trail.open.plan; }

/// When a journey counts: at its event.
inline bool bad_for_user(const events::Journey& journey) {
  return journey.outcome == "failed" || journey.outcome == "unknown" || journey.outcome == "late";
}

/// True when the journey was harmed, if at all, by this fault or by something nobody claims: a
/// journey that only other faults bit says nothing about this one.
bool tells_about(const events::Journey& journey, const std::string& fault);

bool bitten_by(const events::Journey& journey, const std::string& fault);

}  // namespace mayday
