#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "mayday/live/live_options.h"
#include "mayday/world/world.h"

namespace mayday {

class Dialer;

/// The world of real sockets and a real clock. Calls are HTTP/1.1 over TCP to the members' own
/// listeners, and drill time follows the machine's steady clock from the moment `run` begins.
///
/// Everything happens on the thread in `run`; only `stop` and `post` may be called from others.
class LiveWorld final : public World {
 public:
  explicit LiveWorld(LiveOptions options = {});
  ~LiveWorld() override;

  /// Calls over a kept-alive connection when a sound one is idle, else over a new one. When
  /// patience runs out that connection is closed. A request that was written is never written
  /// again. A machine that has no more sockets to give is an EnvironmentError, not an answer about
  /// the member.
  Task<CallResult> call(Peer to, Request request, Duration patience) override;

  /// Binds and listens at once. Throws EnvironmentError when the address or port is not to be had.
  /// A member that is served already keeps its port and gets the new service.
  void serve(Member at, Service& service) override;

  /// A refused door is a port that nobody listens on; it stays ours. Flaws of certificates and
  /// handshakes do nothing without LiveOptions::tls. A call that connected before goes on, and its
  /// connection ends with its answer. Before `serve` too. Throws EnvironmentError when the port
  /// cannot be opened again.
  void set_door(Member at, DoorFlaw flaw) override;

  /// From now on calls to `at` go to an address outside, which must be allowed.
  void reach(Member at, const Peer& elsewhere);

  /// Where a member listens; 0 and an empty string when it is not served.
  std::uint16_t port(Member at) const;
  std::string url(Member at) const;

  /// Is told, on the estate's thread, of drill time that could not be kept up with and was given
  /// back. Only with a speed above 1.
  void on_slip(std::function<void(Duration)> tell);

  /// Is told, on the estate's thread, of every exception that came out of something that was not a
  /// task, and of a machine out of sockets. The run goes on.
  void on_fault_of_ours(std::function<void(std::string)> tell);

  /// Stops and restarts the drill's clock; sockets go on. Both do nothing when it is so already.
  void pause();
  void resume();
  bool paused() const;

  /// Runs until `stop`, then closes every socket and drops every task. Throws what a task threw.
  /// Once only.
  void run();

  /// Callable from any thread, also before `run`.
  void stop() override;

  /// Runs `work` on the estate's thread, in the order posted. Callable from any thread.
  void post(std::function<void()> work);

 private:
  struct Impl;

  Task<CallResult> call_member(Member at, Dialer& dialer, Request request, Duration patience);
  void turn();
  bool fire_due(Instant due);
  void arrive();
  void arm();
  void beat();
  void report(const std::string& what);

  std::unique_ptr<Impl> impl_;
};

}  // namespace mayday
