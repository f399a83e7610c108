#pragma once

#include <string>
#include <string_view>

#include "mayday/base/json.h"

namespace mayday {

/// The scalar at a dotted path such as "offers.0.id", as text ("true", "7", "abc"); empty when
/// there is none.
std::string text_at(const json::value& value, std::string_view path);

}  // namespace mayday
