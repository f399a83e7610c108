#pragma once

#include <functional>
#include <map>
#include <utility>

#include "mayday/base/time.h"

namespace mayday {

/// What a vendor will do by itself, each thing at its own instant; of two at one instant the one
/// that was planned first. A deed checks whether it still applies.
class Agenda {
 public:
  /// Hears the instant it was planned for, however late it is done.
  using Deed = std::function<void(Instant at)>;

  /// At kNever: never.
  void plan(Instant at, Deed deed) {
    if (at != kNever) deeds_.emplace(at, std::move(deed));
  }

  Instant next_due() const { return deeds_.empty() ? kNever : deeds_.begin()->first; }

  /// Does what is due by `now`, also what deeds plan meanwhile.
  void catch_up(Instant now) {
    while (!deeds_.empty() && next_due() <= now) {
      auto first = deeds_.extract(deeds_.begin());
      first.mapped()(first.key());
    }
  }

 private:
  std::multimap<Instant, Deed> deeds_;  // equal keys keep their order
};

}  // namespace mayday
