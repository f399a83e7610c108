#pragma once

#include <string_view>

namespace mayday::airline {

/// Code of the sandbox's own airline, whose offers can be held.
inline constexpr std::string_view kSandboxCarrier = "ZZ";

/// Who sells the `variant`-th offer of a search that begins in `country`.
std::string_view carrier(int variant, std::string_view country);

/// The supplier's Airline object for a code that `carrier` gave.
std::string_view carrier_text(std::string_view code);

}  // namespace mayday::airline
