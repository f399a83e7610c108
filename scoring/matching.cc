#include "mayday/scoring/matching.h"

#include <algorithm>
#include <set>

#include "mayday/base/vocabulary.h"

namespace mayday {
namespace {

const Term* find_component(const Vocabulary& vocabulary, const std::string& id) {
  for (const Term& term : vocabulary.components)
    if (term.id == id) return &term;
  return nullptr;
}

bool has(const std::vector<std::string>& all, const std::string& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

bool related(const Vocabulary& vocabulary, const std::string& a, const std::string& b) {
  const Term* first = find_component(vocabulary, a);
  const Term* second = find_component(vocabulary, b);
  return (first != nullptr && first->parent == b) || (second != nullptr && second->parent == a);
}

bool suffers_from(const Vocabulary& vocabulary, const std::string& victim,
                  const std::string& cause) {
  const Term* term = find_component(vocabulary, cause);
  return term != nullptr && has(term->downstream, victim);
}

Ppm jaccard(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::set<std::string> all(a.begin(), a.end());
  std::set<std::string> other(b.begin(), b.end());
  auto common = std::count_if(all.begin(), all.end(),
                              [&](const std::string& x) { return other.contains(x); });
  all.insert(other.begin(), other.end());
  return share(common, std::ssize(all));
}

Ppm best_component(const Vocabulary& vocabulary, const Diagnosis& claim, const std::string& truth) {
  Ppm best = 0;
  for (const std::string& said : claim.components) {
    std::string component = term_id(vocabulary.components, said);
    if (component == truth) return kOne;
    if (neighbours(vocabulary, component, truth)) best = 600'000;
  }
  return best;
}

bool names_kind(const Vocabulary& vocabulary, const Diagnosis& claim, const std::string& kind) {
  return std::any_of(claim.symptoms.begin(), claim.symptoms.end(), [&](const std::string& said) {
    return term_id(vocabulary.kinds, said) == kind;
  });
}

}  // namespace

Ppm component_nearness(const Vocabulary& vocabulary, const std::string& named,
                       const std::string& truth) {
  std::string component = term_id(vocabulary.components, named);
  if (component == truth) return kOne;
  if (related(vocabulary, component, truth)) return 500'000;
  return suffers_from(vocabulary, component, truth) ? 200'000 : 0;
}

bool neighbours(const Vocabulary& vocabulary, const std::string& a, const std::string& b) {
  return related(vocabulary, a, b) || suffers_from(vocabulary, a, b) ||
         suffers_from(vocabulary, b, a);
}

Ppm compatibility(const Vocabulary& vocabulary, const Diagnosis& claim, const FaultPlan& fault,
                  const std::vector<std::string>& functions_hit) {
  Ppm best = 0;
  Ppm functions = jaccard(claim.functions, functions_hit) / 5;
  for (const TruthPlan& truth : fault.truths) {
    Ppm value = best_component(vocabulary, claim, truth.component) / 2 + functions;
    if (names_kind(vocabulary, claim, truth.kind)) value += 300'000;
    best = std::max(best, value);
  }
  return best;
}

LocationQuality location_quality(const Vocabulary& vocabulary,
                                 const std::vector<std::string>& components,
                                 const std::string& kind, const std::string& party,
                                 const FaultPlan& fault) {
  LocationQuality best;
  for (const TruthPlan& truth : fault.truths) {
    LocationQuality quality;
    for (const std::string& named : components)
      quality.component =
          std::max(quality.component, component_nearness(vocabulary, named, truth.component));
    quality.component /= std::max<std::int64_t>(1, std::ssize(components));
    quality.kind = !kind.empty() && term_id(vocabulary.kinds, kind) == truth.kind;
    quality.party = !party.empty() && term_id(vocabulary.parties, party) == truth.party;
    quality.total =
        quality.component / 2 + (quality.kind ? 300'000 : 0) + (quality.party ? 200'000 : 0);
    if (quality.total > best.total) best = quality;
  }
  return best;
}

}  // namespace mayday
