#pragma once

#include <coroutine>

#include "mayday/base/time.h"

namespace mayday {

class Gate;
class World;

/// What a task awaits to pause until a gate opens, or for a time: World::wait and World::sleep give
/// it. The result: the gate is open; after a sleep false.
class [[nodiscard]] Wait {
 public:
  bool await_ready() const { return through_ || at_most_ <= Duration{0}; }
  void await_suspend(std::coroutine_handle<> task);
  bool await_resume() const { return through_; }

 private:
  friend class World;
  Wait(World& world, Gate* gate, Duration at_most, bool through)
      : world_(world), gate_(gate), at_most_(at_most), through_(through) {}

  World& world_;
  Gate* gate_;
  Duration at_most_;
  bool through_;
};

}  // namespace mayday
