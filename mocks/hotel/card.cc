#include "card.h"

#include <algorithm>

#include "mayday/base/json_text.h"
#include "wire.h"

namespace mayday::hotel {
namespace {

/// "2028-08" and "0828" become "0828"; anything else becomes "".
std::string month_and_year(std::string_view text) {
  std::string out;
  if (text.size() == 7 && text[4] == '-' && text.starts_with("20"))
    append(out, text.substr(5), text.substr(2, 2));
  else if (text.size() == 4)
    out = text;
  int month = whole_number(std::string_view(out).substr(0, 2), 0);
  return whole_number(out, -1) >= 0 && month >= 1 && month <= 12 ? out : std::string();
}

bool passes_luhn(std::string_view number) {
  int sum = 0;
  bool twice = false;
  for (auto c = number.rbegin(); c != number.rend(); ++c, twice = !twice) {
    if (*c < '0' || *c > '9') return false;
    int digit = (*c - '0') * (twice ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return number.size() >= 12 && number.size() <= 19 && sum % 10 == 0;
}

/// Months since the year 0 of the last month in which a card is good; 0 when it has none.
int last_month(std::string_view expiry) {
  if (expiry.empty()) return 0;
  return (2000 + whole_number(expiry.substr(2), 0)) * 12 + whole_number(expiry.substr(0, 2), 1) - 1;
}

std::optional<Problem> card_problem(const Card& card, const std::string& pointer, int month) {
  static constexpr std::string_view kAccepted[] = {"VI", "CA", "AX"};
  static constexpr std::string_view kKnown[] = {"VI", "CA", "AX", "DC", "JC", "DS", "TP", "UP"};
  auto among = [&card](const auto& vendors) {
    return std::find(std::begin(vendors), std::end(vendors), card.vendor) != std::end(vendors);
  };
  if (!among(kKnown))
    return Problem{400, 1205, "INVALID CREDIT CARD TYPE", {}, {}, pointer + "/vendorCode"};
  if (!passes_luhn(card.number))
    return Problem{400, 8517, "INVALID CREDIT CARD NUMBER", {}, {}, pointer + "/cardNumber"};
  if (last_month(card.expiry) < month)
    return Problem{400, 24550, "ERROR IN CREDIT CARD DATE /DP-", {}, {}, pointer + "/expiryDate"};
  if (!among(kAccepted))
    return Problem{400, 3682, "CREDIT CARD NOT ACCEPTED AT HOTEL PROPERTY",
                   {},  {},   pointer + "/vendorCode"};
  return std::nullopt;
}

}  // namespace

PaymentWanted read_payment(const json::object& from, std::string_view pointer,
                           Complaint& complaint) {
  PaymentWanted wanted;
  wanted.pointer = std::string(pointer) + "/payment";
  std::string holder = wanted.pointer + "/paymentCard";
  wanted.card_pointer = holder + "/paymentCardInfo";
  if (member(from, "payment") == nullptr) return wanted;
  const json::object& payment = object_in(from, "payment", wanted.pointer, complaint);
  wanted.given = true;
  wanted.method = text_in(payment, "method", wanted.pointer, 1, 60, complaint);
  if (wanted.method != "CREDIT_CARD" || member(payment, "paymentCard") == nullptr) return wanted;
  const json::object& info = object_in(object_in(payment, "paymentCard", holder, complaint),
                                       "paymentCardInfo", wanted.card_pointer, complaint);
  wanted.card = read_card(info, wanted.card_pointer, complaint);
  wanted.card->holder = text_in(info, "holderName", wanted.card_pointer, 1, 99, complaint);
  return wanted;
}

Card read_card(const json::object& from, std::string_view pointer, Complaint& complaint) {
  Card card;
  card.vendor = text_in(from, "vendorCode", pointer, 1, 10, complaint);
  card.number = text_in(from, "cardNumber", pointer, 1, 30, complaint);
  card.expiry = month_and_year(text_in(from, "expiryDate", pointer, 1, 10, complaint));
  if (member(from, "securityCode") != nullptr)
    text_in(from, "securityCode", pointer, 3, 4, complaint);
  return card;
}

int month_of(std::chrono::sys_time<Duration> wall) {
  std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(wall)};
  return static_cast<int>(date.year()) * 12 +
         static_cast<int>(static_cast<unsigned>(date.month())) - 1;
}

std::optional<Problem> payment_problem(const PaymentWanted& payment, bool deposit, int month) {
  if (!payment.given || (payment.method == "CREDIT_CARD" && !payment.card))
    return deposit ? Problem{400, 1146, "DEPOSIT REQUIRED", {}, {}, payment.pointer}
                   : Problem{400, 1427, "GUARANTEE REQUIRED", {}, {}, payment.pointer};
  if (payment.method != "CREDIT_CARD")
    return Problem{400, 37576, "INVALID PAYMENT METHOD", {}, {}, payment.pointer};
  return card_problem(*payment.card, payment.card_pointer, month);
}

std::string masked(const std::string& card_number) {
  std::string text = card_number;
  for (std::size_t i = 6; i + 4 < text.size(); ++i) text[i] = 'X';
  return text;
}

}  // namespace mayday::hotel
