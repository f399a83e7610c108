#pragma once

#include <functional>
#include <map>

#include "mayday/base/time.h"

namespace mayday::airline {

/// What the airline will do by itself, each at its time; what is due together happens in the order
/// in which it was put down.
class Agenda {
 public:
  /// `what` hears the instant it was put down for, however late it is run.
  void add(Instant when, std::function<void(Instant)> what) { due_.emplace(when, std::move(what)); }

  Instant next_due() const { return due_.empty() ? kNever : due_.begin()->first; }

  /// Does all that is due by `now`, also what is put down meanwhile.
  void run(Instant now) {
    while (next_due() <= now && !due_.empty()) {
      auto first = due_.extract(due_.begin());
      first.mapped()(first.key());
    }
  }

 private:
  std::multimap<Instant, std::function<void(Instant)>> due_;  // equal keys keep their order
};

}  // namespace mayday::airline
