#pragma once

#include <cstdint>
#include <optional>

#include "answers.h"
#include "mayday/payment/payment.h"

namespace mayday::payment {

/// What is wrong with a request's signature; nothing when it is the merchant's, and fresh.
std::optional<Problem> signature_problem(Exchange& x, const PaymentSettings& settings,
                                         std::int64_t wall_seconds);

}  // namespace mayday::payment
