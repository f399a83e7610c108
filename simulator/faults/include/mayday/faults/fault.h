#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <set>
#include <string>

#include "mayday/base/fault_plan.h"
#include "mayday/faults/effect.h"
#include "mayday/world/gate.h"

namespace mayday {

/// One fault of the plan and how it stands. Belongs to the engine; lives as long as it.
class Fault {
 public:
  /// `seed` is the drill's.
  Fault(FaultPlan planned, Seed seed);

  const FaultPlan plan;

  bool active() const { return active_; }
  /// It will not act again, whatever happens.
  bool over() const { return over_; }
  Instant armed_at() const { return armed_at_; }

  /// Opens when the fault ends: whatever it holds goes on. Each life of a fault has its own.
  Gate& healed() { return lives_.back(); }

  /// Whether the fault is about this call. Counts it where calls are counted.
  bool selects(const Exchange& x, const std::string& department);

  /// Whether it hits a call that it is about: the one decision of one call, a pure function of the
  /// seed, the call's key, the time since it was armed and, when it is sticky, the person.
  bool hits(const Exchange& x, Instant now) const;

  /// Where in this call it acts; on reads the commit stages mean `respond_head`.
  Stage stage(bool write) const;

  /// The effect's own draw for a call.
  std::uint64_t draw_for(const Exchange& x) const;

  /// For effects that judge each call: it passed, or not.
  void judged(bool passed) { passes_ = passed ? passes_ + 1 : 0; }

  std::unique_ptr<Effect> effect;
  std::string ended_by;          ///< As in events::Ended; empty while it has not ended.
  std::int64_t bites = 0;        ///< Exchanges it has altered.
  std::set<std::string> bitten;  ///< Victims it has bitten so far.

 private:
  friend class FaultEngine;
  std::uint32_t strength(Instant now) const;

  const Seed seed_;
  const std::string draw_name_;
  bool active_ = false;
  bool over_ = false;
  Instant armed_at_ = kNever;
  std::uint32_t per_mille_;
  std::deque<Gate> lives_{1};
  Instant spares_until_;  ///< Grace: before this, `spared_` are left alone.
  std::set<std::string> spared_;
  std::map<std::string, std::size_t> rank_;  ///< Of each victim in the order of the draws.
  std::int64_t matched_ = 0;
  std::int64_t passes_ = 0;
  std::int64_t relapses_ = 0;
};

}  // namespace mayday
