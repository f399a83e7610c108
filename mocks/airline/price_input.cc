#include "price_input.h"

#include "extras.h"
#include "mayday/base/json_text.h"
#include "mayday/base/money.h"
#include "wire.h"

namespace mayday::airline {
namespace {

/// What paying by card costs beyond the price, in thousandths of it: our choice, the supplier
/// leaves it to the card.
constexpr std::int64_t kSurchargePerMille = 15;

PaymentMethod read_method(const json::object& from, const std::string& at, Review& review) {
  PaymentMethod method;
  method.type = review.choice(from, "type", at, {"card", "airline_credit", "balance"});
  if (method.type == "card") method.card_id = review.text(from, "card_id", at);
  if (method.type == "airline_credit")
    method.airline_credit_id = review.text(from, "airline_credit_id", at);
  return method;
}

void append_method(std::string& out, const PaymentMethod& method, std::int64_t due_minor,
                   std::string_view currency) {
  append(out, R"({"type":")", method.type, "\"");
  if (method.type == "airline_credit")
    append(out, R"(,"airline_credit_id":)", quoted(method.airline_credit_id));
  if (method.type == "card") {
    std::int64_t surcharge = due_minor * kSurchargePerMille / 1000;
    append(out, R"(,"card_id":)", quoted(method.card_id), R"(,"charge_amount":")",
           decimal(due_minor + surcharge), R"(","charge_currency":")", currency,
           R"(","surcharge_amount":")", decimal(surcharge), R"(","surcharge_currency":")", currency,
           "\"");
  }
  out += '}';
}

}  // namespace

PriceInput read_price(const json::object& data, Review& review) {
  PriceInput input;
  for (const json::value& entry : review.list(data, "intended_payment_methods", 0, 10)) {
    std::string at = "/intended_payment_methods/" + std::to_string(input.methods.size());
    input.methods.push_back(read_method(review.object(entry, at), at, review));
  }
  input.services = read_services(data, "intended_services", review);
  return input;
}

void append_intentions(std::string& out, const PriceInput& input, std::int64_t offer_minor,
                       std::string_view currency) {
  std::int64_t due = offer_minor + extras_minor(input.services);
  out += R"(,"intended_payment_methods":[)";
  for (const PaymentMethod& method : input.methods) {
    if (out.back() != '[') out += ',';
    append_method(out, method, due, currency);
  }
  out += R"(],"intended_services":[)";
  for (const auto& [id, quantity] : input.services)
    append(out, out.back() == '[' ? "" : ",", R"({"id":)", quoted(id), R"(,"quantity":)",
           std::to_string(quantity), "}");
  out += ']';
}

}  // namespace mayday::airline
