#include "payment_input.h"

#include <algorithm>
#include <boost/json/parse.hpp>

#include "mayday/base/json.h"
#include "mayday/world/peer.h"

namespace mayday::payment {
namespace {

constexpr std::size_t kLongestUrl = 2'048;

/// Of UTF-8 that the parser has checked: all bytes but those that continue a character.
std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) >> 6) != 2; }));
}

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
  if (found != nullptr && found->is_string()) {
    std::size_t length = characters(found->get_string());
    if (length >= least && length <= most) return std::string(found->get_string());
  }
  complaint.refuse({422, "field_invalid",
                    std::string(name) + " must be a string of " + std::to_string(least) + " to " +
                        std::to_string(most) + " characters."});
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

std::string read_callback_url(const json::object& from, Complaint& complaint) {
  if (!from.contains("callback_url")) return {};
  std::string url = read_text(from, "callback_url", 1, kLongestUrl, complaint);
  if (!Peer::at(url))
    complaint.refuse({422, "callback_url_invalid",
                      "callback_url must be a whole http or https URL, without user or fragment."});
  return url;
}

/// 1 to 100, or -1.
std::int64_t read_limit(std::string_view text) {
  if (text.empty() || text.size() > 3) return -1;
  std::int64_t limit = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return -1;
    limit = limit * 10 + (c - '0');
  }
  return limit >= 1 && limit <= 100 ? limit : -1;
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
  input.callback_url = read_callback_url(from, complaint);
  return input;
}

ListInput read_list(const Target& target, Complaint& complaint) {
  ListInput input;
  input.order = target.query("order");
  if (input.order.empty())
    complaint.refuse({400, "parameter_missing", "Say which order: ?order=NUMBER."});
  input.after = target.query("after");
  if (target.has("limit")) input.limit = read_limit(target.query("limit"));
  if (input.limit < 0)
    complaint.refuse({400, "parameter_invalid", "limit must be a number from 1 to 100."});
  return input;
}

std::optional<std::int64_t> read_refund(std::string_view body, Complaint& complaint) {
  if (body.empty()) return std::nullopt;
  json::object from = read_object(body, complaint);
  if (!from.contains("amount")) return std::nullopt;
  return read_amount(from, complaint);
}

}  // namespace mayday::payment
