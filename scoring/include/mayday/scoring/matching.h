#pragma once

#include <string>
#include <vector>

#include "mayday/base/plan.h"
#include "mayday/scoring/ppm.h"

namespace mayday {

/// From this compatibility on, a claim may be about a fault.
inline constexpr Ppm kEdge = 400'000;

/// What an alert or an incident says is wrong.
struct Diagnosis {
  std::vector<std::string> components;
  std::vector<std::string> symptoms;
  std::vector<std::string> functions;
};

/// How near a named component is to the true one: itself 1, its parent or child 0.5, one that
/// suffers downstream of it 0.2, else nothing.
Ppm component_nearness(const Vocabulary& vocabulary, const std::string& named,
                       const std::string& truth);

/// Next to each other in the effect graph: parent and child, or one suffers when the other fails.
bool neighbours(const Vocabulary& vocabulary, const std::string& a, const std::string& b);

/// 0.5 component (itself 1, neighbour 0.6) + 0.3 symptom + 0.2 Jaccard of the functions, by the
/// best of the accepted truths. With several components named, the best of them counts.
Ppm compatibility(const Vocabulary& vocabulary, const Diagnosis& claim, const FaultPlan& fault,
                  const std::vector<std::string>& functions_hit);

/// The quality q of a location: 0.5 component (divided by the number named) + 0.3 kind + 0.2 party,
/// by the best of the accepted truths.
struct LocationQuality {
  Ppm component = 0;
  bool kind = false;
  bool party = false;
  Ppm total = 0;
};
LocationQuality location_quality(const Vocabulary& vocabulary,
                                 const std::vector<std::string>& components,
                                 const std::string& kind, const std::string& party,
                                 const FaultPlan& fault);

/// The heaviest one-to-one assignment of rows to columns; weights of 0 are no edge. Returns the
/// column of each row, or -1. Of equally heavy ones, that which gives the earlier rows an edge
/// wins.
std::vector<int> assign(const std::vector<std::vector<Ppm>>& weights);

}  // namespace mayday
