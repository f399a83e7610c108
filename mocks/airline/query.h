#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mayday/world/router.h"
#include "review.h"

namespace mayday::airline {

/// A parameter that is "true" or "false"; nothing when it is absent or, as `review` then says,
/// something else.
std::optional<bool> read_flag(const Target& target, std::string_view name, Review& review);

/// Every value of a parameter that may be repeated, decoded. `target` is the request's, as sent.
std::vector<std::string> values_of(std::string_view target, std::string_view name);

}  // namespace mayday::airline
