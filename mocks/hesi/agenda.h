#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <utility>

#include "mayday/base/time.h"

namespace mayday::hesi {

/// What will happen by itself, each thing at its own instant; of two at one instant the one that
/// was planned first. A deed checks whether it still applies.
class Agenda {
 public:
  using Deed = std::function<void(Instant at)>;

  /// At kNever: never.
  void plan(Instant at, Deed deed) {
    if (at != kNever) deeds_.emplace(std::pair{at, turns_++}, std::move(deed));
  }

  Instant next() const { return deeds_.empty() ? kNever : deeds_.begin()->first.first; }

  /// Does what is due by `now`; deeds may plan further ones.
  void catch_up(Instant now) {
    while (next() <= now && next() != kNever) {
      auto entry = deeds_.extract(deeds_.begin());
      entry.mapped()(entry.key().first);
    }
  }

 private:
  std::map<std::pair<Instant, std::uint64_t>, Deed> deeds_;
  std::uint64_t turns_ = 0;
};

}  // namespace mayday::hesi
