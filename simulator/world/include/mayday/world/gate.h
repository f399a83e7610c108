#pragma once

#include <cstdint>
#include <vector>

namespace mayday {

/// A latch that tasks wait on (World::wait). Opening it (World::open) lets everyone through, now
/// and for ever. Owned by whoever opens it; it must outlive the waits on it.
class Gate {
 public:
  Gate() = default;
  Gate(const Gate&) = delete;
  Gate& operator=(const Gate&) = delete;

  bool is_open() const { return open_; }

 private:
  friend class World;
  struct Waiter {
    std::uint32_t slot;
    std::uint32_t turn;
  };
  bool open_ = false;
  std::vector<Waiter> waiters_;
};

}  // namespace mayday
