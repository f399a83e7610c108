#include "spread.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

#include "mayday/base/draw.h"

namespace mayday {
namespace {

constexpr std::size_t kResamples = 2000;
constexpr Seed kSeed = 1;

/// How far the mean of a resample lies from the group's, as far as one of independent values would.
double stray(const std::vector<double>& group, std::string_view name, std::uint64_t& key) {
  double sum = 0;
  for (std::size_t i = 0; i < group.size(); ++i)
    sum += group[pick(draw(kSeed, name, key++), group.size())];
  auto n = static_cast<double>(group.size());
  return (sum / n - mean(group)) * std::sqrt(n / (n - 1));
}

/// Student's t over the normal distribution's 1.96, to the first order in 1 / degrees of freedom.
double widening(const std::vector<TwoGroups>& strata) {
  std::size_t freedom = 0;
  for (const TwoGroups& groups : strata) freedom += groups.before.size() + groups.after.size() - 2;
  constexpr double kNormal = 1.96;
  return 1 + (kNormal * kNormal + 1) / (4 * static_cast<double>(freedom));
}

}  // namespace

double mean(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

Difference difference_of(const std::vector<TwoGroups>& strata, std::string_view name) {
  Difference difference;
  auto count = static_cast<double>(strata.size());
  for (const TwoGroups& groups : strata)
    difference.middle += (mean(groups.after) - mean(groups.before)) / count;
  std::uint64_t key = 0;
  std::vector<double> strays(kResamples);
  for (double& one : strays)
    for (const TwoGroups& groups : strata) {
      double after = stray(groups.after, name, key);
      double before = stray(groups.before, name, key);
      one += (after - before) / count;
    }
  std::sort(strays.begin(), strays.end());
  double wide = widening(strata);
  difference.low = difference.middle + wide * strays[kResamples / 40];
  difference.high = difference.middle + wide * strays[kResamples - 1 - kResamples / 40];
  return difference;
}

}  // namespace mayday
