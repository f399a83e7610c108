#pragma once

#include <cstdint>
#include <string_view>

#include "flow_shelf.h"

namespace mayday::hesi {

/// The finished loan document with this package (借款包); nullptr when there is none.
const Flow* find_loan(const FlowShelf& flows, std::string_view package);

/// What documents have repaid of a loan, or are about to. Minor units.
struct Repayment {
  std::int64_t reserved = 0;  ///< By documents in approval or payment.
  std::int64_t done = 0;      ///< By finished ones.
};
Repayment repayment_of(const FlowShelf& flows, std::string_view package);

}  // namespace mayday::hesi
