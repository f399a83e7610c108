#pragma once

#include <deque>
#include <map>
#include <string>

#include "mayday/faults/call_index.h"
#include "mayday/faults/vendor.h"
#include "mayday/world/world.h"

namespace mayday {

/// Gives a vendor its time: wakes it when something of its own is due and delivers what it then
/// sends, in order for each subject, several subjects at once.
class Courier {
 public:
  /// All references outlive it.
  Courier(World& world, CallIndex& calls, Vendor& vendor)
      : world_(world), calls_(calls), vendor_(vendor) {}

  /// Looks whether the vendor is due earlier than thought; called after whatever may have changed
  /// it.
  void look();

 private:
  Task<void> wake(Instant at);
  Task<void> deliver_all(std::string subject);
  Task<void> deliver(Push push);

  World& world_;
  CallIndex& calls_;
  Vendor& vendor_;
  Instant next_wake_ = kNever;
  std::map<std::string, std::deque<Push>>
      queues_;  // by subject; an entry has a task that empties it
};

}  // namespace mayday
