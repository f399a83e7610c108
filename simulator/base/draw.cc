#include "mayday/base/draw.h"

#include <algorithm>
#include <numeric>

namespace mayday {
namespace {

// FNV-1a to take in bytes, then the finisher of splitmix64 to spread them: both are a few lines,
// fixed for ever, and the same on every compiler, which no std:: hash or distribution promises.
constexpr std::uint64_t kOffset = 14695981039346656037ULL;
constexpr std::uint64_t kPrime = 1099511628211ULL;

std::uint64_t take_in(std::uint64_t state, std::string_view bytes) {
  for (char c : bytes) state = (state ^ static_cast<unsigned char>(c)) * kPrime;
  return (state ^ 0xffU) * kPrime;  // so that ("ab", "c") and ("a", "bc") differ
}

std::uint64_t spread(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15ULL;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
  return x ^ (x >> 31);
}

}  // namespace

std::uint64_t draw(Seed seed, std::string_view name, std::string_view key) {
  return spread(take_in(take_in(kOffset ^ spread(seed), name), key));
}

std::uint64_t draw(Seed seed, std::string_view name, std::uint64_t key) {
  return spread(take_in(kOffset ^ spread(seed), name) ^ spread(key));
}

bool chance(std::uint64_t drawn, std::uint32_t per_mille) { return pick(drawn, 1000) < per_mille; }

std::uint64_t pick(std::uint64_t drawn, std::uint64_t below) {
  // The high half of a 64 x 64 bit product, in 32-bit steps: even to within 2^-32, and no division.
  std::uint64_t high = (drawn >> 32) * below;
  std::uint64_t low = ((drawn & 0xffffffffULL) * below) >> 32;
  return (high + low) >> 32;
}

std::vector<std::string> exact_count(Seed seed, std::string_view name,
                                     const std::vector<std::string>& population,
                                     std::size_t wanted) {
  std::vector<std::size_t> order(population.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return draw(seed, name, population[a]) < draw(seed, name, population[b]);
  });
  order.resize(std::min(wanted, order.size()));
  std::sort(order.begin(), order.end());
  std::vector<std::string> picked;
  picked.reserve(order.size());
  for (std::size_t i : order) picked.push_back(population[i]);
  return picked;
}

std::vector<std::string> exact_share(Seed seed, std::string_view name,
                                     const std::vector<std::string>& population,
                                     std::uint32_t per_mille) {
  return exact_count(seed, name, population, (population.size() * per_mille + 500) / 1000);
}

}  // namespace mayday
