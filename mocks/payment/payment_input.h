#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "answers.h"
#include "mayday/base/money.h"
#include "mayday/faults/complaint.h"
#include "mayday/world/router.h"

namespace mayday::payment {

/// What createPayment asks for.
struct PaymentInput {
  Money amount;
  std::string order;
  std::string description;
  std::string callback_url;  ///< Where to tell of what becomes of it, or empty.
};

/// What listPayments asks for.
struct ListInput {
  std::string order;
  std::string after;  ///< Id of the payment before the first one wanted, or empty.
  std::int64_t limit = 100;
};

using Complaint = mayday::Complaint<Problem>;

PaymentInput read_payment(std::string_view body, Complaint& complaint);

ListInput read_list(const Target& target, Complaint& complaint);

/// The amount in the body of a refund: nothing when there is none, which means all that
/// is left.
std::optional<std::int64_t> read_refund(std::string_view body, Complaint& complaint);

}  // namespace mayday::payment
