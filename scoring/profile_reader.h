#pragma once

#include <string>
#include <string_view>

#include "mayday/scoring/profile.h"

namespace mayday {

/// Reads a company's own profile on top of `base`: what it does not name stays as it is. Times are
/// texts ("90s", "5m", "1h30m") or nanoseconds, shares parts per million. `time_scale: k` divides
/// every time by k, for compressed drills. InputError says where `file` is wrong, shows the line
/// and what would be right.
Profile read_profile(std::string_view text, std::string_view file, Profile base);

/// The value of the member `extends`; "" when there is none.
std::string extended_by(std::string_view text, std::string_view file);

}  // namespace mayday
