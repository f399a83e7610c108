#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "mayday/base/plan.h"

namespace mayday::reader {

/// A fault is for certain departments or people only.
bool is_about_people(const MatchPlan& match);

/// Whose calls a fault can meet: the people it is for, and only managers where only approvers act.
std::vector<std::string> people_met(const FaultPlan& fault, const EstatePlan& estate);

/// Whom the seed hits: fills in `victims`, an exact share of the people met, and `reach` of a fault
/// that is shared out by staff or for some people only. Where only approvers act it harms their
/// departments.
void resolve_people(FaultPlan& fault, const EstatePlan& estate, Seed seed);

/// So many departments, by the fault's draw.
std::vector<std::string> pick_departments(const FaultPlan& fault, const EstatePlan& estate,
                                          Seed seed, std::size_t wanted);

/// Whom a fault's grace spares: an exact share of all staff.
std::vector<std::string> spared_people(const std::string& fault, const EstatePlan& estate,
                                       Seed seed, std::uint32_t per_mille);

}  // namespace mayday::reader
