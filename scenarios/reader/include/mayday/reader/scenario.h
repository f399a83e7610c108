#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "mayday/base/draw.h"
#include "mayday/base/plan.h"
#include "mayday/base/responder.h"

namespace mayday {

/// What the command line says beside the file.
struct LoadOptions {
  std::optional<Seed> seed;            ///< Instead of the scenario's own.
  std::optional<std::int64_t> starts;  ///< Instead of the scenario's own; seconds since 1970.
  std::string library;  ///< Folder with journeys/, vocabulary.yaml and alerts.yaml; may be empty.
  std::vector<std::string> allow_hosts;  ///< Hosts that a scenario may reach.
};

struct LoadedScenario {
  Plan plan;
  std::vector<std::pair<std::string, std::string>> responders;  ///< Name -> path of its file.
  std::vector<std::string> warnings;  ///< Whole messages about what is allowed but hardly meant.
};

/// Reads a scenario and everything it refers to: a plan with every reference resolved and every
/// default written out. Files are looked for beside the scenario, then in the library. The text may
/// be hostile. Throws InputError at the first thing wrong, with its place, the line, a caret and
/// how to mend it.
LoadedScenario load_scenario(const std::string& path, const LoadOptions& options);

/// Reads a responder's rules for a drill of `plan`: its vocabulary and alerts are the names that
/// rules may use; with nullptr any will do. Throws InputError as `load_scenario` does.
Responder load_responder(const std::string& path, const Plan* plan);

/// Reads one more fault for a drill of `plan` that is `now` under way. Throws InputError.
FaultPlan read_fault(const std::string& text, const Plan& plan, Instant now);

/// A gate as the command line writes it, "score=80" or "recover=60m". Throws InputError.
GatePlan parse_gate(const std::string& text);

/// A length of time as an option of the command line writes it, "8m". Throws InputError.
Duration parse_length(const std::string& option, const std::string& text);

/// What stands without a scenario: nobody but the contracts' fixtures, no journey, no fault, no
/// end.
Plan default_estate(const LoadOptions& options);

}  // namespace mayday
