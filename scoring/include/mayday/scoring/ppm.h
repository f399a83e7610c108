#pragma once

#include <cstdint>

namespace mayday {

/// Parts per million: how every share and factor is kept. The one floating-point number of the
/// house lives in time_curve.cc.
using Ppm = std::int64_t;

inline constexpr Ppm kOne = 1'000'000;

/// a / b rounded to nearest, halves away from zero; b > 0.
constexpr std::int64_t rounded(std::int64_t a, std::int64_t b) {
  return a >= 0 ? (a + b / 2) / b : -((-a + b / 2) / b);
}

/// The product of two shares.
constexpr Ppm times(Ppm a, Ppm b) { return rounded(a * b, kOne); }

/// n out of d as a share, 0 when there is nothing to share.
constexpr Ppm share(std::int64_t n, std::int64_t d) { return d == 0 ? 0 : rounded(n * kOne, d); }

/// A share of `whole` hundredths of a point.
constexpr std::int64_t hundredths(Ppm value, std::int64_t whole) {
  return rounded(value * whole, kOne);
}

}  // namespace mayday
