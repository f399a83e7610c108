#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "mayday/faults/call_index.h"
#include "mayday/faults/conformance.h"
#include "mayday/faults/effect.h"
#include "mayday/faults/engine.h"
#include "mayday/faults/origins.h"
#include "mayday/world/world.h"

namespace mayday {

/// What everything that faults touch in an estate shares.
struct FrontDesk {
  World& world;
  FaultEngine& engine;
  Origins& origins;
  CallIndex& calls;
  std::int64_t starts;                 ///< Seconds since 1970 at drill time zero.
  Conformance* conformance = nullptr;  ///< Watches the vendors' callers, if anybody wants to know.
};

/// The stages of an exchange, in order, and the stretches between which something is done.
namespace stages {
inline constexpr Stage kAll[] = {Stage::connect,    Stage::tls,          Stage::read_request,
                                 Stage::auth,       Stage::state_read,   Stage::before_commit,
                                 Stage::commit,     Stage::after_commit, Stage::respond_head,
                                 Stage::stream_body};
inline constexpr std::span kWay(kAll);
inline constexpr auto kArrival = kWay.first<4>();
inline constexpr auto kRead = kWay.subspan<4, 1>();
inline constexpr auto kBeforeWrite = kWay.subspan<5, 2>();
inline constexpr auto kAnswer = kWay.last<3>();
inline constexpr auto kBeforeUpstream = kWay.first<7>();
}  // namespace stages

/// Takes one call past the faults that hit it, stage by stage. All references outlive it.
class Passage {
 public:
  Passage(FrontDesk& desk, const Failure& failure, Exchange& x, std::vector<Fault*> hits)
      : desk_(desk), failure_(failure), x_(x), hits_(std::move(hits)) {}

  /// Lets the faults of these stages act. A reply ends the call there. `reply` is the answer, once
  /// there is one; it may be changed.
  Task<std::optional<Reply>> pass(std::span<const Stage> stages, Reply* reply = nullptr);

  /// Tells the vendor, by way of the exchange, who may be let in.
  void restrict_callers();
  /// The vendor has let the caller in, or has not (`auth_refused`).
  void judge_caller();

 private:
  Task<std::optional<Reply>> act(Fault& fault, Reply* reply);
  void bite(Fault& fault);

  FrontDesk& desk_;
  const Failure& failure_;
  Exchange& x_;
  std::vector<Fault*> hits_;
  std::vector<Fault*> judges_;
};

/// What the books say of how a call ended: its status, or how it broke off.
std::string outcome_of(const Reply& reply);

}  // namespace mayday
