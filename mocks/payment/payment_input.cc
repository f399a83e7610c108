#include "payment_input.h"

#include <algorithm>
#include <boost/json/parse.hpp>

#include "mayday/base/json.h"

namespace mayday::payment {
namespace {

json::object read_object(std::string_view body, Complaint& complaint) {
  boost::system::error_code error;
  json::value parsed = json::parse(body, error);
  if (!error && parsed.is_object()) return std::move(parsed.get_object());
  complaint.refuse({400, "body_invalid", "The body must be a JSON object."});
  return {};
}

std::string read_text(const json::object& from, std::string_view name, std::size_t least,
                      std::size_t most, Complaint& complaint) {
  const json::value* found = from.if_contains(json::string_view(name.data(), name.size()));
  if (found == nullptr && least == 0) return {};
  if (found != nullptr && found->is_string() && found->get_string().size() >= least &&
      found->get_string().size() <= most)
    return std::string(found->get_string());
  complaint.refuse({422, "field_invalid",
                    std::string(name) + " must be a string of " + std::to_string(least) + " to " +
                        std::to_string(most) + " bytes."});
  return {};
}

/// Positive, with exactly two decimals.
std::int64_t read_amount(const json::object& from, Complaint& complaint) {
  std::string text = read_text(from, "amount", 1, 15, complaint);
  std::int64_t minor = minor_units(text);
  bool exact = text.size() > 3 && text[text.size() - 3] == '.';
  if (minor > 0 && exact) return minor;
  complaint.refuse({422, "amount_invalid", "amount must be above zero, with two decimals."});
  return 0;
}

}  // namespace

PaymentInput read_payment(std::string_view body, Complaint& complaint) {
  PaymentInput input;
  json::object from = read_object(body, complaint);
  input.amount.minor = read_amount(from, complaint);
  input.amount.currency = read_text(from, "currency", 3, 3, complaint);
  bool upper = std::all_of(input.amount.currency.begin(), input.amount.currency.end(),
                           [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!upper) complaint.refuse({422, "currency_invalid", "currency must be an ISO 4217 code."});
  input.order = read_text(from, "order", 1, 64, complaint);
  input.description = read_text(from, "description", 0, 200, complaint);
  return input;
}

std::optional<std::int64_t> read_refund(std::string_view body, Complaint& complaint) {
  if (body.empty()) return std::nullopt;
  json::object from = read_object(body, complaint);
  if (!from.contains("amount")) return std::nullopt;
  return read_amount(from, complaint);
}

}  // namespace mayday::payment
