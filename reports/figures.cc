#include "mayday/reports/figures.h"

#include <chrono>

#include "mayday/scoring/ppm.h"

namespace mayday {
std::string fixed(std::int64_t value, int decimals) {
  std::string digits = std::to_string(value < 0 ? -value : value);
  auto places = static_cast<std::size_t>(decimals);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  if (places > 0) digits.insert(digits.size() - places, ".");
  return (value < 0 ? "-" : "") + digits;
}

std::string points(std::int64_t hundredths) { return fixed(hundredths, 2); }

std::string gained_points(std::int64_t hundredths) {
  return (hundredths < 0 ? "" : "+") + points(hundredths);
}

std::string lost_points(std::int64_t hundredths) { return "−" + fixed(rounded(hundredths, 10), 1); }

std::string ratio(std::int64_t ppm) { return fixed(rounded(ppm, 100), 4); }

std::string percent(std::int64_t ppm) { return fixed(rounded(ppm, 10'000), 0) + " %"; }

std::string seconds(Duration d) { return fixed(rounded(d.count(), 1'000'000), 3); }

std::string clock(Instant at) { return at == kNever ? "–" : to_clock(at); }

std::string length(Duration d) {
  return d == kForever ? "–" : to_text(Duration{std::chrono::round<std::chrono::seconds>(d)});
}

}  // namespace mayday
