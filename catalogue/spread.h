#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace mayday {

/// The earlier and the later values of one figure in one scenario.
struct TwoGroups {
  std::vector<double> before;
  std::vector<double> after;
};

/// A difference of means, after less before, and its 95 % interval.
struct Difference {
  double middle = 0;
  double low = 0;
  double high = 0;
};

/// The mean over the strata of each one's own difference. The interval is a bootstrap's, resampled
/// within every group and widened as few values ask for (tests/catalogue counts how often it claims
/// a change that is none). Draws are keyed by `name`. Each group has at least two values.
Difference difference_of(const std::vector<TwoGroups>& strata, std::string_view name);

double mean(const std::vector<double>& values);

}  // namespace mayday
