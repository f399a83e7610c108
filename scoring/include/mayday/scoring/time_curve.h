#pragma once

#include <boost/describe/class.hpp>

#include "mayday/base/time.h"
#include "mayday/scoring/ppm.h"

namespace mayday {

/// The two times between which speed pays: all of it up to `target`, nothing from `limit` on.
struct Span {
  Duration target{0};
  Duration limit{0};
};
BOOST_DESCRIBE_STRUCT(Span, (), (target, limit))

/// What taking `t` is worth: 1 up to the target, 0 from the limit on or when `t` is kForever,
/// between them ln(limit / t) / ln(limit / target). Durations of incidents are close to log-normal,
/// so that equal ratios cost the same, and the geometric mean of target and limit is worth one
/// half.
Ppm time_curve(Duration t, Span span);

/// The time between two stamps; kForever when either never came.
inline Duration between(Instant from, Instant to) {
  return from == kNever || to == kNever ? kForever : to - from;
}

}  // namespace mayday
