#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mayday/base/member.h"

namespace mayday {

/// The vendor's contract, an OpenAPI 3.0 document in YAML; empty for a member that is no vendor.
std::string_view contract_of(Member vendor);

/// How a call of an operation looks.
struct ContractRoute {
  std::string method;          ///< "GET".
  std::string_view path;       ///< "/v1/payments/{id}".
  std::string_view operation;  ///< Its id.
};

/// The operations of the vendor's contract, in its order; none for a member that is no vendor.
std::vector<ContractRoute> contract_routes(Member vendor);

}  // namespace mayday
