#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "destination.h"
#include "errand.h"
#include "surroundings.h"

namespace mayday {

/// Calls one place and keeps the connections that stayed open.
class Dialer {
 public:
  Dialer(const Surroundings& around, Destination to);

  /// As World::call.
  Task<CallResult> call(Request request, Duration patience);

  /// Closes the idle connections.
  void close() { idle_.clear(); }

  // For its errands.
  const Destination& to() const { return to_; }
  Scratch& scratch() { return scratch_; }
  void keep(Channel channel);
  void deliver(Gate& done);

 private:
  struct Idle {
    Channel channel;
    std::chrono::steady_clock::time_point since;
  };

  std::shared_ptr<Errand> errand(const Request& request);

  const Surroundings& around_;
  Destination to_;
  std::vector<Idle> idle_;  // the newest last
  Scratch scratch_;
};

}  // namespace mayday
