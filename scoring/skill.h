#pragma once

#include <string_view>
#include <vector>

#include "mayday/base/draw.h"
#include "mayday/base/time.h"
#include "mayday/scoring/ppm.h"

/// How able a simulated team is, and what that makes of its times and choices. Private to the
/// library. Every draw is keyed by the team and the name of what is drawn, so that a new item never
/// shifts another's.
namespace mayday {

class Skill {
 public:
  /// Drawn from the standard normal distribution.
  Skill(Seed seed, std::uint64_t team);

  Ppm theta() const { return theta_; }

  /// median * exp(-0.35 theta + N(0, 0.5)): the able are faster, and everybody is at times lucky.
  Duration takes(std::string_view stage, Duration median) const;

  /// Whether an item is done: its log odds are those of `per_mille` (what a team of ordinary skill
  /// manages) plus one and a half theta.
  bool manages(std::string_view item, std::int64_t per_mille) const;

  /// An estimate of `truth`, off by a factor exp((0.6 - 0.15 theta) * N(0, 1)).
  Duration guesses(std::string_view item, Duration truth) const;

 private:
  Ppm normal(std::string_view name) const;

  Seed seed_;
  std::uint64_t team_;
  Ppm theta_;
};

/// Spearman's rank correlation of two lists of the same length, ppm; equal values share their rank.
Ppm rank_correlation(const std::vector<std::int64_t>& a, const std::vector<std::int64_t>& b);

}  // namespace mayday
