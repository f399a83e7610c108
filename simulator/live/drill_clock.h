#pragma once

#include <chrono>
#include <cstdint>

#include "mayday/base/time.h"

namespace mayday {

/// A point on the machine's steady clock.
using Wall = std::chrono::steady_clock::time_point;

/// "Not at any wall time that will be reached."
inline constexpr Wall kNoWall = Wall::max();

/// The one place where wall time becomes drill time: zero point, speed, pause. Reads no clock
/// itself.
class DrillClock {
 public:
  /// With a speed above 1, drill time stands still once this much wall time has passed since the
  /// last beat, so that a stalled loop does not find half an hour due at once.
  static constexpr std::chrono::milliseconds kLongestTurn{50};

  explicit DrillClock(std::int64_t speed) : speed_(speed) {}

  /// Drill time begins to run at zero.
  void start(Wall at);
  void pause(Wall at);
  void resume(Wall at);
  bool runs() const { return runs_; }

  /// Drill time at `at`. Never goes back.
  Instant read(Wall at) const;

  /// The earliest wall time at which `read` gives `instant` or later; kNoWall while paused.
  Wall when(Instant instant) const;

  /// Once a turn of the loop. `behind` is how far the oldest due deadline lies back. Returns the
  /// drill time given back: what the turn took over kLongestTurn, or what the loop is further
  /// behind.
  Duration beat(Wall at, Duration behind);

 private:
  Duration most() const { return kLongestTurn * speed_; }

  std::int64_t speed_;
  bool runs_ = false;
  Instant base_;  // drill time at `since_`
  Wall since_{};
};

}  // namespace mayday
