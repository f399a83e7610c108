#pragma once

#include <string_view>

#include "mayday/base/member.h"

namespace mayday {

/// The vendor's contract, an OpenAPI 3.0 document in YAML; empty for a member that is no vendor.
std::string_view contract_of(Member vendor);

}  // namespace mayday
