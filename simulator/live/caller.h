#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "errand.h"
#include "surroundings.h"

namespace mayday {

/// Calls one member and keeps the connections that stayed open.
class Caller {
 public:
  using Endpoint = boost::asio::ip::tcp::endpoint;

  /// `host` is what requests name that name none.
  Caller(const Surroundings& around, Endpoint to, std::string host);

  /// As World::call.
  Task<CallResult> call(Request request, Duration patience);

  /// Closes the idle connections.
  void close() { idle_.clear(); }

  // For its errands.
  const std::string& host() const { return host_; }
  const Endpoint& to() const { return to_; }
  Scratch& scratch() { return scratch_; }
  void keep(Errand::Socket socket);
  void deliver(Gate& done);

 private:
  struct Idle {
    Errand::Socket socket;
    std::chrono::steady_clock::time_point since;
  };

  std::shared_ptr<Errand> errand(const Request& request);

  const Surroundings& around_;
  Endpoint to_;
  std::string host_;
  std::vector<Idle> idle_;  // the newest last
  Scratch scratch_;
};

}  // namespace mayday
