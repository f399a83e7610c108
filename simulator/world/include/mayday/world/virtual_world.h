#pragma once

#include <array>
#include <memory>

#include "mayday/world/world.h"

namespace mayday {

/// The world without waiting: calls are function calls, and when no task can go on, the clock jumps
/// to the earliest deadline. Nothing in it depends on the machine, so a run is a pure function of
/// what it runs.
class VirtualWorld final : public World {
 public:
  VirtualWorld();
  ~VirtualWorld() override;

  Task<CallResult> call(Peer to, Request request, Duration patience) override;
  void serve(Member at, Service& service) override;
  void set_door(Member at, DoorFlaw flaw) override;

  /// Runs until `stop`, or until no task has anything left to do. Throws what a task threw.
  void run();

  /// Deadlines fired so far, for benchmarks.
  std::uint64_t deadlines_fired() const { return fired_; }

 private:
  struct Pending;
  Task<void> answer(Service& service, Request request, std::shared_ptr<Pending> pending);

  std::array<Service*, kMembers> services_{};
  std::array<DoorFlaw, kMembers> doors_{};
  std::uint64_t fired_ = 0;
};

}  // namespace mayday
