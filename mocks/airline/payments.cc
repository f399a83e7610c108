#include "payments.h"

#include "mayday/base/json_text.h"
#include "mayday/base/money.h"
#include "wire.h"

namespace mayday::airline {

Handled Payments::create(const Exchange& x, Instant now) {
  Stamp stamp(x);
  Review review;
  const json::object& data = review.data(x.request.body);
  Wanted wanted;
  wanted.order = review.text(data, "order_id", "");
  const json::value* payment = member(data, "payment");
  if (payment == nullptr)
    review.refuse("validation_required", "/payment", "payment is required");
  else
    wanted.payment = read_payment(review.object(*payment, "/payment"), "/payment", review);
  if (!review.passed()) return door_.refuse(stamp, review.first(), now);
  if (auto refusal = objection(wanted, now)) return door_.refuse(stamp, *refusal, now);
  return Handled::writing([this, wanted, stamp](Instant at) { return pay(wanted, stamp, at); });
}

std::optional<Refusal> Payments::objection(const Wanted& wanted, Instant now) {
  const Order* order = books_.find_readable(wanted.order, now);
  if (order == nullptr) return Refusal{.code = "not_found"};
  std::string_view code = step(order->stage, OrderEvent::pay).refusal;
  if (!code.empty()) return Refusal{.code = code};
  if (open_change(*order) != nullptr) return Refusal{.code = "schedule_changed"};
  return amount_objection(wanted.payment, *order);
}

std::optional<Refusal> Payments::amount_objection(const PaymentInput& payment,
                                                  const Order& order) const {
  if (payment.currency != books_.currency())
    return Refusal{"payment_currency_does_not_match_order_currency", "/payment/currency"};
  if (payment.minor != total_minor(order)) {
    if (payment.minor == order.agreed_minor) return Refusal{.code = "price_changed"};
    return Refusal{"payment_amount_does_not_match_order_amount", "/payment/amount"};
  }
  if (payment.minor > books_.balance_minor()) return Refusal{.code = "insufficient_balance"};
  return std::nullopt;
}

Response Payments::pay(const Wanted& wanted, const Stamp& stamp, Instant now) {
  if (auto refusal = objection(wanted, now)) return door_.refuse(stamp, *refusal, now);
  Order& order = *books_.find(wanted.order);
  order.stage = step(order.stage, OrderEvent::pay).next;
  order.paid = now;
  order.synced = now;
  order.paid_from = wanted.payment.type;
  books_.spend(wanted.payment.minor);
  std::string id = opaque_id("pay_", ++made_);
  std::string payment;
  append(payment, R"({"id":")", id, R"(","live_mode":false,"type":")", wanted.payment.type,
         R"(","status":"succeeded","amount":")", decimal(wanted.payment.minor), R"(","currency":")",
         wanted.payment.currency, R"(","order_id":")", order.id, R"(","created_at":")",
         door_.wall(now), R"("})");
  webhooks_.tell({"air.payment.succeeded", id, payment, order_number(order.metadata)}, now);
  return door_.answer(stamp, 201, R"({"data":)" + payment + "}", now);
}

}  // namespace mayday::airline
