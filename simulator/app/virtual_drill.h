#pragma once

#include <functional>
#include <string>

#include "mayday/base/plan.h"
#include "mayday/drill/drill.h"
#include "mayday/ledger/reader.h"

namespace mayday {

/// A drill in virtual time, from its start to its close, and its ledger's text beside the events.
struct VirtualDrill {
  StoredLedger ledger;
  std::string text;
};

/// `start` starts the drill that it is given, with a responder or another team.
using StartDrill = std::function<void(World&, Drill&, const Drill::Estate&)>;

VirtualDrill run_virtual(const Plan& plan, const std::string& profile, const StartDrill& start);

/// Writes the ledger, synced. EnvironmentError when it cannot be written.
void write_ledger(const VirtualDrill& drill, const std::string& path);

}  // namespace mayday
