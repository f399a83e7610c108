#include "skill.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "mayday/base/latency.h"

namespace mayday {
namespace {

double real(Ppm value) { return static_cast<double>(value) / static_cast<double>(kOne); }

Ppm whole(double value) { return std::llround(value * static_cast<double>(kOne)); }

Duration scaled(Duration by, Ppm exponent) {
  Ppm factor = whole(std::exp(real(exponent)));
  std::int64_t ms = by / 1ms;
  return 1ms * rounded(ms * factor, kOne);
}

/// A standard normal number; the quantiles are those of the latencies.
Ppm normal_of(std::uint64_t drawn) {
  constexpr Duration kMiddle = 1000s;
  Latency spread;
  spread.spread = Spread::normal;
  spread.middle = kMiddle;
  spread.other = 1s;
  return (sample(spread, drawn) - kMiddle) / 1us;
}

/// Twice the rank of each value, so that shared ranks stay whole numbers.
std::vector<std::int64_t> ranks(const std::vector<std::int64_t>& values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  std::vector<std::int64_t> rank(values.size());
  for (std::size_t i = 0; i < order.size();) {
    std::size_t end = i;
    while (end < order.size() && values[order[end]] == values[order[i]]) ++end;
    for (std::size_t j = i; j < end; ++j) rank[order[j]] = static_cast<std::int64_t>(i + end - 1);
    i = end;
  }
  return rank;
}

}  // namespace

Skill::Skill(Seed seed, std::uint64_t team) : seed_(seed), team_(team), theta_(normal("skill")) {}

Ppm Skill::normal(std::string_view name) const { return normal_of(draw(seed_, name, team_)); }

Duration Skill::takes(std::string_view stage, Duration median) const {
  return scaled(median, -350'000 * theta_ / kOne + normal(stage) / 2);
}

bool Skill::manages(std::string_view item, std::int64_t per_mille) const {
  double odds = std::log(static_cast<double>(per_mille) / static_cast<double>(1000 - per_mille));
  Ppm chance = whole(1.0 / (1.0 + std::exp(-odds - 1.5 * real(theta_))));
  return static_cast<Ppm>(pick(draw(seed_, item, team_), static_cast<std::uint64_t>(kOne))) <
         chance;
}

Duration Skill::guesses(std::string_view item, Duration truth) const {
  Ppm width = std::max<Ppm>(100'000, 600'000 - 150'000 * theta_ / kOne);
  return scaled(truth, times(width, normal(item)));
}

Ppm rank_correlation(const std::vector<std::int64_t>& a, const std::vector<std::int64_t>& b) {
  std::vector<std::int64_t> first = ranks(a);
  std::vector<std::int64_t> second = ranks(b);
  auto middle = static_cast<std::int64_t>(a.size()) - 1;
  std::int64_t both = 0;
  std::int64_t of_first = 0;
  std::int64_t of_second = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::int64_t x = first[i] - middle;
    std::int64_t y = second[i] - middle;
    both += x * y;
    of_first += x * x;
    of_second += y * y;
  }
  if (of_first == 0 || of_second == 0) return 0;
  return whole(static_cast<double>(both) /
               std::sqrt(static_cast<double>(of_first) * static_cast<double>(of_second)));
}

}  // namespace mayday
