#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace mayday::hesi {

/// The number that the whole text is; nothing when it is none, or too large.
std::optional<std::int64_t> whole_number(std::string_view text);

}  // namespace mayday::hesi
