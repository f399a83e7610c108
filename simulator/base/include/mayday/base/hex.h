#pragma once

#include <span>
#include <string>

namespace mayday {

/// Two lower-case digits for each byte.
std::string hex(std::span<const unsigned char> bytes);

}  // namespace mayday
