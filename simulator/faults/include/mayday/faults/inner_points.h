#pragma once

#include <optional>

#include "mayday/faults/passage.h"

namespace mayday {

/// The places inside the desk where faults act: what it writes to its order database, and its way
/// out to the vendors. In scenarios they are operations of the desk, `orderDatabase` and `egress`;
/// under these names they are counted, too, while any fault is active.
class InnerPoints {
 public:
  explicit InnerPoints(FrontDesk desk) : desk_(desk) {}

  /// Nothing can act at any of them just now: there is no need to ask.
  bool idle() const { return desk_.engine.idle(); }

  /// What comes of a write of an order.
  struct Stored {
    bool answered = true;           ///< false: the database failed, and said so.
    Commit commit = Commit::whole;  ///< What it really did, when it said that all is well.
  };
  /// `name` is the call's, `request` the id of the request that the order comes of.
  Task<Stored> store_order(Origin who, std::string name, std::string request);

  /// How the way out failed, or nothing when the call may go on. `id` is the call's own.
  Task<std::optional<CallError>> leave(Origin who, std::string id);

 private:
  Task<std::optional<Reply>> pass(Exchange& x);

  FrontDesk desk_;
};

}  // namespace mayday
