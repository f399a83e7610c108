#include "mayday/world/world.h"

#include <algorithm>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <exception>

#include "mayday/base/check.h"

namespace mayday {

namespace asio = boost::asio;

namespace {

/// Turns the heap algorithms, which put the largest first, into "earliest first".
constexpr auto kLater = [](const auto& a, const auto& b) {
  return a.at != b.at ? a.at > b.at : a.order > b.order;
};

}  // namespace

/// The frame at the bottom of a spawned task. It is on the world's list as long as it exists, which
/// is until the task has ended or the world drops it.
struct World::Root {
  class promise_type {
   public:
    promise_type(World& world, const Task<void>&) : roots_(world.roots_) {
      auto frame = std::coroutine_handle<promise_type>::from_promise(*this);
      place_ = roots_.insert(roots_.end(), frame);
    }
    promise_type(const promise_type&) = delete;
    promise_type& operator=(const promise_type&) = delete;
    ~promise_type() { roots_.erase(place_); }

    Root get_return_object() { return {*place_}; }
    std::suspend_always initial_suspend() const noexcept { return {}; }
    std::suspend_never final_suspend() const noexcept { return {}; }
    void return_void() const noexcept {}
    void unhandled_exception() const noexcept { broken("a task's failure got away"); }

   private:
    std::list<std::coroutine_handle<>>& roots_;
    std::list<std::coroutine_handle<>>::iterator place_;
  };

  std::coroutine_handle<> frame;
};

World::World(int concurrency_hint) : context_(concurrency_hint), work_(context_.get_executor()) {}

World::~World() = default;

void World::open(Gate& gate) {
  gate.open_ = true;
  for (Ticket waiter : gate.waiters_)
    asio::post(context_, [this, waiter] { resume(waiter, true); });
  gate.waiters_.clear();
}

void World::spawn(Task<void> task) {
  Ticket start = park(live(std::move(task)).frame, nullptr);
  asio::dispatch(context_, [this, start] { resume(start, false); });
}

World::Root World::live(Task<void> task) {
  try {
    co_await std::move(task);
  } catch (...) {
    if (!failure_) failure_ = std::current_exception();
    stop();
  }
}

void World::stop() { stopped_ = true; }

void Wait::await_suspend(std::coroutine_handle<> task) {
  Ticket ticket = world_.park(task, &through_);
  if (gate_ != nullptr) world_.line_up(*gate_, ticket);
  if (at_most_ != kForever) world_.set_deadline(at_most_, ticket);
}

/// Those who gave up waiting leave their tickets behind, on a gate that stands long very many.
void World::line_up(Gate& gate, Ticket ticket) {
  auto& waiters = gate.waiters_;
  if (waiters.size() == waiters.capacity()) {
    std::erase_if(waiters, [this](Ticket waiter) { return !is_current(waiter); });
    waiters.reserve(std::max<std::size_t>(2 * waiters.size(), 4));
  }
  waiters.push_back(ticket);
}

Ticket World::park(std::coroutine_handle<> task, bool* through) {
  if (free_slots_.empty()) {
    free_slots_.push_back(static_cast<std::uint32_t>(slots_.size()));
    slots_.emplace_back();
  }
  std::uint32_t slot = free_slots_.back();
  free_slots_.pop_back();
  slots_[slot].task = task;
  slots_[slot].through = through;
  return {slot, slots_[slot].turn};
}

void World::set_deadline(Duration from_now, Ticket ticket) {
  deadlines_.push_back({now_ + from_now, order_++, ticket});
  std::push_heap(deadlines_.begin(), deadlines_.end(), kLater);
}

std::coroutine_handle<> World::leave(std::uint32_t slot) {
  ++slots_[slot].turn;
  free_slots_.push_back(slot);
  return std::exchange(slots_[slot].task, nullptr);
}

void World::resume(Ticket ticket, bool through_gate) {
  if (!is_current(ticket)) return;
  if (through_gate) *slots_[ticket.slot].through = true;
  leave(ticket.slot).resume();  // runs the task until it waits again
}

Instant World::next_deadline() {
  while (!deadlines_.empty() && !is_current(deadlines_.front().ticket)) {
    std::pop_heap(deadlines_.begin(), deadlines_.end(), kLater);
    deadlines_.pop_back();
  }
  return deadlines_.empty() ? kNever : deadlines_.front().at;
}

bool World::fire_next(Instant at) {
  Instant next = next_deadline();
  if (next == kNever || next > at) return false;
  Deadline due = deadlines_.front();
  std::pop_heap(deadlines_.begin(), deadlines_.end(), kLater);
  deadlines_.pop_back();
  if (due.at > now_) now_ = due.at;
  resume(due.ticket, false);
  return true;
}

void World::rethrow_failure() {
  if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
}

void World::drop_tasks() {
  deadlines_.clear();
  // A dropped task may own another's gate, or wake somebody while it unwinds: nobody is parked by
  // then.
  for (std::uint32_t slot = 0; slot < slots_.size(); ++slot)
    if (slots_[slot].task) leave(slot);
  while (!roots_.empty()) roots_.front().destroy();
}

}  // namespace mayday
