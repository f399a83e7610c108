#include "geo.h"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "wire.h"

namespace mayday::hotel {
namespace {

constexpr int kCircle = 3'600'000;
constexpr std::int64_t kMetresPerDegree = 111'195;

std::int64_t metres(std::int64_t ten_thousandths) {
  return ten_thousandths * kMetresPerDegree / 10'000;
}

/// Bhaskara's cosine, in millionths: off by less than two thousandths, and the same everywhere,
/// which a floating-point one need not be.
std::int64_t cosine(std::int64_t ten_thousandths) {
  constexpr std::int64_t kRight = 32'400LL * 10'000 * 10'000;  // 180 degrees, squared
  std::int64_t square = ten_thousandths * ten_thousandths;
  return (kRight - 4 * square) / ((kRight + square) / 1'000'000);
}

std::int64_t square_root(std::int64_t square) {
  std::int64_t root = 0;
  for (std::int64_t bit = std::int64_t{1} << 30; bit > 0; bit >>= 1)
    if ((root + bit) * (root + bit) <= square) root += bit;
  return root;
}

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::optional<int> parse_degrees(std::string_view text, int most) {
  bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  std::size_t point = std::min(text.find('.'), text.size());
  int whole = whole_number(text.substr(0, point), -1);
  std::string fraction(text.substr(std::min(point + 1, text.size())));
  bool dangling = point + 1 == text.size();
  if (whole < 0 || dangling || fraction.size() > 20 || !all_digits(fraction)) return std::nullopt;
  fraction.resize(4, '0');
  if (whole > most) return std::nullopt;
  int value = whole * 10'000 + whole_number(fraction, 0);
  if (value > most * 10'000) return std::nullopt;
  return negative ? -value : value;
}

std::int64_t distance_metres(Place from, Place to) {
  std::int64_t east = std::abs(to.longitude - from.longitude);
  east = std::min(east, kCircle - east);
  std::int64_t north = metres(to.latitude - from.latitude);
  std::int64_t middle = (std::int64_t{from.latitude} + to.latitude) / 2;
  std::int64_t along = metres(east) * cosine(middle) / 1'000'000;
  return square_root(north * north + along * along);
}

}  // namespace mayday::hotel
