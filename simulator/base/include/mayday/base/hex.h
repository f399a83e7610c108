#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace mayday {

/// Two lower-case digits for each byte.
std::string hex(std::span<const unsigned char> bytes);

/// Sixteen digits, the highest first.
std::string hex(std::uint64_t number);

}  // namespace mayday
