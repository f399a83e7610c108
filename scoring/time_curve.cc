#include "mayday/scoring/time_curve.h"

#include <cmath>

namespace mayday {

Ppm time_curve(Duration t, Span span) {
  if (t <= span.target) return kOne;
  if (t >= span.limit) return 0;
  auto ratio = [](Duration a, Duration b) {
    return static_cast<double>(a.count()) / static_cast<double>(b.count());
  };
  double worth = std::log(ratio(span.limit, t)) / std::log(ratio(span.limit, span.target));
  return std::llround(worth * static_cast<double>(kOne));
}

}  // namespace mayday
