#include "mayday/world/world.h"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <exception>
#include <optional>

#include "mayday/base/check.h"

namespace mayday {

namespace asio = boost::asio;

/// Where a parked task waits. `turn` counts its tenants, so that a deadline or a gate that comes
/// too late for one does not wake the next.
struct World::Slot {
  std::optional<Resume> resume;
  std::uint32_t turn = 0;
};

namespace {

constexpr asio::use_awaitable_t<Executor> kUseTask;

/// Turns the heap algorithms, which put the largest first, into "earliest first".
constexpr auto kLater = [](const auto& a, const auto& b) {
  return a.at != b.at ? a.at > b.at : a.order > b.order;
};

}  // namespace

World::World(int concurrency_hint) : context_(concurrency_hint), work_(context_.get_executor()) {}

World::~World() = default;

Task<void> World::sleep(Duration d) {
  if (d <= Duration{0}) co_return;
  co_await park(nullptr, d);
}

Task<bool> World::wait(Gate& gate, Duration at_most) {
  if (gate.is_open()) co_return true;
  if (at_most <= Duration{0}) co_return false;
  bool through = co_await park(&gate, at_most);
  co_return through;
}

void World::open(Gate& gate) {
  gate.open_ = true;
  for (Gate::Waiter waiter : gate.waiters_) {
    asio::post(context_, [this, waiter] { resume(waiter.slot, waiter.turn, true); });
  }
  gate.waiters_.clear();
}

void World::spawn(Task<void> task) {
  asio::co_spawn(context_.get_executor(), std::move(task), [this](std::exception_ptr failure) {
    if (!failure || failure_) return;
    failure_ = failure;
    stop();
  });
}

void World::stop() { stopped_ = true; }

Task<bool> World::park(Gate* gate, Duration at_most) {
  auto start = [this, gate, at_most](Resume resume) {
    std::uint32_t slot = take_slot(std::move(resume));
    std::uint32_t turn = slots_[slot].turn;
    if (gate != nullptr) gate->waiters_.push_back({slot, turn});
    if (at_most == kForever) return;
    deadlines_.push_back({now_ + at_most, order_++, slot, turn});
    std::push_heap(deadlines_.begin(), deadlines_.end(), kLater);
  };
  return asio::async_initiate<const asio::use_awaitable_t<Executor>, void(bool)>(start, kUseTask);
}

std::uint32_t World::take_slot(Resume resume) {
  if (free_slots_.empty()) {
    free_slots_.push_back(static_cast<std::uint32_t>(slots_.size()));
    slots_.emplace_back();
  }
  std::uint32_t slot = free_slots_.back();
  free_slots_.pop_back();
  slots_[slot].resume.emplace(std::move(resume));
  return slot;
}

void World::resume(std::uint32_t slot, std::uint32_t turn, bool through_gate) {
  Slot& parked = slots_[slot];
  if (parked.turn != turn || !parked.resume) return;
  Resume resume = std::move(*parked.resume);
  parked.resume.reset();
  ++parked.turn;
  free_slots_.push_back(slot);
  std::move(resume)(through_gate);  // runs the task until it waits again; `parked` may have moved
}

bool World::is_current(const Deadline& deadline) const {
  return slots_[deadline.slot].turn == deadline.turn;
}

Instant World::next_deadline() {
  while (!deadlines_.empty() && !is_current(deadlines_.front())) {
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
  resume(due.slot, due.turn, false);
  return true;
}

void World::rethrow_failure() {
  if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
}

void World::drop_tasks() {
  deadlines_.clear();
  // A dropped task may own another's gate, or wake somebody while it unwinds: take them out first.
  std::vector<Slot> parked = std::move(slots_);
  slots_.clear();
  free_slots_.clear();
  parked.clear();
}

}  // namespace mayday
