#pragma once

#include <vector>

#include "mayday/scoring/facts.h"

namespace mayday {

/// What the travellers lived through, a row for each kind of the plan. Private to the library.
std::vector<Impact> impact_of(const Trail& trail);

/// The team's own improvement actions, then one proposed for each of the three costliest losses.
std::vector<Improvement> improvements_of(const Trail& trail, const TeamLog& log,
                                         const std::vector<Loss>& losses);

}  // namespace mayday
