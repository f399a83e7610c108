#pragma once

#include <cstdint>

#include "mayday/base/plan.h"

namespace mayday::reader {

/// Whom the seed hits: fills in `victims` and `reach` of a fault that is shared out by staff. When
/// only approvers act in its operations the share is of the managers, and it harms their
/// departments.
void resolve_people(FaultPlan& fault, const EstatePlan& estate, Seed seed);

/// Whom a fault's grace spares: an exact share of all staff.
std::vector<std::string> spared_people(const std::string& fault, const EstatePlan& estate,
                                       Seed seed, std::uint32_t per_mille);

}  // namespace mayday::reader
