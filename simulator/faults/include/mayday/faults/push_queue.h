#pragma once

#include <utility>
#include <vector>

#include "mayday/faults/vendor.h"

namespace mayday {

/// What a vendor has to send and `Vendor::advance` has not yet been asked for.
class PushQueue {
 public:
  void post(Push push, Instant now) {
    if (waiting_.empty()) since_ = now;
    waiting_.push_back(std::move(push));
  }

  /// When the oldest was posted; kNever: nothing waits.
  Instant next_due() const { return waiting_.empty() ? kNever : since_; }
  std::vector<Push> take() { return std::exchange(waiting_, {}); }

 private:
  std::vector<Push> waiting_;
  Instant since_;
};

}  // namespace mayday
