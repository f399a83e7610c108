#pragma once

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <coroutine>
#include <cstdint>
#include <exception>
#include <functional>
#include <list>
#include <string>
#include <vector>

#include "mayday/base/door.h"
#include "mayday/base/member.h"
#include "mayday/base/time.h"
#include "mayday/world/executor.h"
#include "mayday/world/gate.h"
#include "mayday/world/http.h"
#include "mayday/world/peer.h"
#include "mayday/world/service.h"
#include "mayday/world/task.h"
#include "mayday/world/wait.h"

namespace mayday {

/// Time and transport: all that the virtual and the live world share, and all that anything else
/// knows of either. One estate lives in one world on one thread; only `run` and `stop` are for its
/// owner.
///
/// Both worlds keep the same heap of drill-time deadlines, ordered by (time, sequence number):
/// equal deadlines fire in the order they were asked for. They differ in what makes time pass.
class World {
 public:
  virtual ~World();
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  /// Drill time. It stands still while a task runs.
  Instant now() const { return now_; }

  /// Waits `d` of drill time; not at all when `d` is zero or less.
  Wait sleep(Duration d) { return {*this, nullptr, d, false}; }

  /// Waits until `gate` opens, or `at_most`. True when it is open.
  Wait wait(Gate& gate, Duration at_most) { return {*this, &gate, at_most, gate.is_open()}; }

  /// Opens a gate. Those who wait go on after the running task has paused, in the order they came.
  void open(Gate& gate);

  /// Calls a member or an address outside. `patience` runs from connecting to the last byte; it
  /// ends the waiting, never the far side's work.
  virtual Task<CallResult> call(Peer to, Request request, Duration patience) = 0;

  /// From now on `service` answers at `at`. It must outlive the run.
  virtual void serve(Member at, Service& service) = 0;

  /// What is wrong with a member's door from now on: calls to it do not get in, and connections
  /// kept alive from before are dropped; calls that are in go on. A flaw of certificates or
  /// handshakes needs a member that speaks TLS, as all do in the virtual world.
  virtual void set_door(Member at, DoorFlaw flaw) = 0;

  /// Hears of every call that a flawed door has turned away: whose (its x-request-id) and how.
  std::function<void(Member at, const std::string& request_id, CallError how)> on_turned_away;

  /// Starts a task. The world owns it; `stop` drops it where it stands. An exception out of a task
  /// ends the run: `run` throws it.
  void spawn(Task<void> task);

  /// Ends `run` soon. Tasks still waiting are dropped when the world is destroyed.
  virtual void stop();
  bool stopped() const { return stopped_; }

 protected:
  /// `concurrency_hint` as for boost::asio::io_context: whether other threads may post to it.
  explicit World(int concurrency_hint);

  /// Fires the earliest deadline if it is due at or before `at`; moves `now` to it. False if none
  /// is.
  bool fire_next(Instant at);
  /// The earliest deadline that still matters, or kNever.
  Instant next_deadline();
  void set_now(Instant at) { now_ = at; }
  void rethrow_failure();
  /// Drops every task and whatever it holds. Worlds call it first in their destructors, while what
  /// the tasks refer to is still there.
  void drop_tasks();

  boost::asio::io_context context_;

 private:
  friend class Wait;
  struct Root;
  struct Slot {
    std::coroutine_handle<> task;  // null: free
    bool* through = nullptr;       // where the task wants to find whether it came through its gate
    std::uint32_t turn = 0;
  };
  struct Deadline {
    Instant at;
    std::uint64_t order;
    Ticket ticket;
  };

  Ticket park(std::coroutine_handle<> task, bool* through);
  void line_up(Gate& gate, Ticket ticket);
  void set_deadline(Duration from_now, Ticket ticket);
  std::coroutine_handle<> leave(std::uint32_t slot);
  void resume(Ticket ticket, bool through_gate);
  bool is_current(Ticket ticket) const { return slots_[ticket.slot].turn == ticket.turn; }
  Root live(Task<void> task);

  boost::asio::executor_work_guard<Executor> work_;  // an idle loop is not a finished one
  Instant now_;
  bool stopped_ = false;
  std::uint64_t order_ = 0;
  std::vector<Deadline> deadlines_;  // a heap
  std::vector<Slot> slots_;
  std::vector<std::uint32_t> free_slots_;
  std::list<std::coroutine_handle<>> roots_;  // of all tasks, oldest first
  std::exception_ptr failure_;
};

}  // namespace mayday
