#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mayday {

/// What a run is a pure function of, beside its scenario. Below 2^63, so that JSON keeps it.
using Seed = std::uint64_t;

/// 64 evenly spread bits for (seed, name, key). A pure function: a new consumer never shifts
/// another's draws. One decision takes one draw; two draws never stand in one expression.
std::uint64_t draw(Seed seed, std::string_view name, std::string_view key);
std::uint64_t draw(Seed seed, std::string_view name, std::uint64_t key);

/// True for `per_mille` in a thousand draws.
bool chance(std::uint64_t drawn, std::uint32_t per_mille);

/// An even number in [0, below); `below` is at least 1.
std::uint64_t pick(std::uint64_t drawn, std::uint64_t below);

/// The `wanted` members of a known population (all, when it has fewer) with the smallest draws, in
/// the population's own order. Ties go to whoever came first.
std::vector<std::string> exact_count(Seed seed, std::string_view name,
                                     const std::vector<std::string>& population,
                                     std::size_t wanted);

/// The exact share of a known population, as exact_count picks it: n * per_mille / 1000, rounded to
/// nearest.
std::vector<std::string> exact_share(Seed seed, std::string_view name,
                                     const std::vector<std::string>& population,
                                     std::uint32_t per_mille);

}  // namespace mayday
