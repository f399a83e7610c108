#pragma once

#include <cstdint>
#include <set>
#include <string>

#include "mayday/base/plan.h"
#include "mayday/base/time.h"
#include "mayday/world/gate.h"

namespace mayday {

/// One fault of the plan and how it stands. Belongs to the engine; lives as long as it.
class Fault {
 public:
  explicit Fault(const FaultPlan& planned);

  const FaultPlan& plan;

  bool active() const { return armed_ && !healed.is_open(); }

  /// Whether the fault hits a call: the one decision of one call, a pure function of the seed, the
  /// call's key and, when it is sticky, the person.
  bool hits(Seed seed, const std::string& person, const std::string& key, Instant now) const;

  /// Where in this call it acts; on reads the commit stages mean `respond_head`.
  Stage stage(bool write) const;

  /// Opens when the fault has ended: whatever it holds goes on.
  Gate healed;
  std::string ended_by;          ///< As in events::Ended; empty while it has not ended.
  std::int64_t bites = 0;        ///< Exchanges it has altered.
  std::set<std::string> bitten;  ///< Victims it has bitten so far.

 private:
  friend class FaultEngine;
  bool armed_ = false;
  Instant spares_until_;  ///< Grace: before this, `spared_` are left alone.
  std::set<std::string> victims_;
  std::set<std::string> spared_;
  std::string draw_name_;
};

}  // namespace mayday
