#pragma once

#include <optional>
#include <string>

#include "mayday/base/plan.h"
#include "mayday/base/responder.h"
#include "mayday/ledger/reader.h"

namespace mayday {

/// A drill that ran in the virtual world, from its first line to its last.
struct VirtualDrill {
  StoredLedger ledger;
  std::string text;  ///< The same as the lines of a file.
};

/// Runs the plan to its end. Without a responder nobody does anything. `profile` is what `open`
/// keeps of it: a name or the whole text of an own one.
VirtualDrill run_virtual_drill(const Plan& plan, std::optional<Responder> responder,
                               const std::string& profile);

}  // namespace mayday
