#pragma once

#include <cstdint>
#include <vector>

namespace mayday {

/// Where a task is parked in its world: a slot, and the slot's `turn`, which counts its tenants so
/// that what comes too late for one does not wake the next.
struct Ticket {
  std::uint32_t slot;
  std::uint32_t turn;
};

/// A latch that tasks wait on (World::wait). Opening it (World::open) lets everyone through, now
/// and for ever. Owned by whoever opens it; it must outlive the waits on it.
class Gate {
 public:
  Gate() = default;
  Gate(const Gate&) = delete;
  Gate& operator=(const Gate&) = delete;

  bool is_open() const { return open_; }

 private:
  friend class Wait;
  friend class World;
  bool open_ = false;
  std::vector<Ticket> waiters_;
};

}  // namespace mayday
