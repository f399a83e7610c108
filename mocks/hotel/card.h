#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "body.h"
#include "mayday/base/time.h"

namespace mayday::hotel {

struct Card {
  std::string vendor;
  std::string number;
  std::string expiry;  ///< MMYY; empty when it was no month.
  std::string holder;
};

/// How a room is paid for, as a body says it.
struct PaymentWanted {
  std::string pointer;       ///< Of the payment in the body.
  std::string card_pointer;  ///< Of its card's particulars.
  bool given = false;
  std::string method;  ///< CREDIT_CARD, or what else was sent.
  std::optional<Card> card;
};

/// The member `payment` of an object at `pointer`; it may be absent.
PaymentWanted read_payment(const json::object& from, std::string_view pointer,
                           Complaint& complaint);

/// The particulars that both versions of the booking call ask for: all but the holder.
Card read_card(const json::object& from, std::string_view pointer, Complaint& complaint);

/// Months since the year 0.
int month_of(std::chrono::sys_time<Duration> wall);

/// What is wrong with the payment for an offer that wants a guarantee or, with `deposit`, a
/// deposit. A card that ran out before
/// `month`, as `month_of` counts, is refused.
std::optional<Problem> payment_problem(const PaymentWanted& payment, bool deposit, int month);

/// First six digits, X, last four.
std::string masked(const std::string& card_number);

}  // namespace mayday::hotel
