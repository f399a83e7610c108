#include "drill_clock.h"

#include <algorithm>

namespace mayday {

void DrillClock::start(Wall at) {
  base_ = Instant{};
  since_ = at;
  runs_ = true;
}

void DrillClock::pause(Wall at) {
  base_ = read(at);
  runs_ = false;
}

void DrillClock::resume(Wall at) {
  if (runs_) return;
  since_ = at;
  runs_ = true;
}

Instant DrillClock::read(Wall at) const {
  if (!runs_ || at <= since_) return base_;
  Duration passed = at - since_;
  if (speed_ > 1) passed = std::min<Duration>(passed, kLongestTurn);
  return base_ + passed * speed_;
}

Wall DrillClock::when(Instant instant) const {
  if (!runs_ || instant == kNever) return kNoWall;
  if (instant <= base_) return since_;
  Duration left = instant - base_;
  Duration wall = left / speed_ + Duration{left % speed_ == Duration{0} ? 0 : 1};  // never early
  if (wall >= kNoWall - since_) return kNoWall;
  return since_ + wall;
}

Duration DrillClock::beat(Wall at, Duration behind) {
  if (speed_ == 1 || !runs_) return Duration{0};
  Duration lost = std::max(at - since_ - Duration{kLongestTurn}, Duration{0}) * speed_;
  base_ = read(at);
  since_ = std::max(since_, at);
  Duration back = std::max(behind - most(), Duration{0});
  base_ = base_ - back;
  return lost + back;
}

}  // namespace mayday
