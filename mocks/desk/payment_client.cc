#include "payment_client.h"

#include <boost/json/serialize.hpp>

#include "answers.h"
#include "company.h"
#include "mayday/payment/signature.h"
#include "mayday/world/router.h"

namespace mayday {
namespace {

PaymentState meaning(std::string_view status) {
  if (status == "captured") return PaymentState::captured;
  if (status == "requires_capture") return PaymentState::open;
  return status == "failed" ? PaymentState::failed : PaymentState::unknown;
}

/// What a step towards payment has come to.
PaymentState outcome(const Answer& answer) {
  if (answer.good()) return meaning(text_in(answer.body(), "status"));
  return answer.maybe_done ? PaymentState::unknown : PaymentState::failed;
}

std::string create_body(const std::string& order, const Money& amount) {
  json::object body;
  body["amount"] = decimal(amount);
  body["currency"] = amount.currency;
  body["order"] = order;
  body["description"] = "trip " + order;
  return json::serialize(body);
}

}  // namespace

Task<TripPayment> PaymentClient::pay(std::string order, Money amount, Caller caller) {
  TripPayment payment;
  payment.amount = amount;
  Answer made = co_await send(Operation::create_payment, "/v1/payments", create_body(order, amount),
                              order, caller);
  payment.state = outcome(made);
  payment.id = text_in(made.body(), "id");
  if (payment.state != PaymentState::open) co_return payment;
  std::string target = "/v1/payments/" + encode(payment.id) + "/capture";
  Answer captured =
      co_await send(Operation::capture_payment, std::move(target), {}, {}, std::move(caller));
  // A payment that was made and not captured is no failure of the payment: it is still there, open.
  PaymentState reached = outcome(captured);
  if (reached != PaymentState::failed) payment.state = reached;
  co_return payment;
}

Task<TripPayment> PaymentClient::find(std::string order, Caller caller) {
  std::string target = "/v1/payments?order=" + encode(order);
  Answer listed =
      co_await send(Operation::list_payments, std::move(target), {}, {}, std::move(caller));
  TripPayment payment;
  payment.state = PaymentState::unknown;
  const json::array* payments = member_of(listed.body(), "data").if_array();
  if (!listed.good() || !payments) co_return payment;
  payment.state = PaymentState::none;
  for (const json::value& one : *payments) {
    payment.id = text_in(one, "id");
    payment.state = meaning(text_in(one, "status"));
  }
  co_return payment;
}

Task<Answer> PaymentClient::send(Operation operation, std::string target, std::string body,
                                 std::string idempotency_key, Caller caller) {
  std::string_view method = operation == Operation::list_payments ? "GET" : "POST";
  VendorCall call(operation, Request(method, std::move(target), std::move(body)), caller.origin,
                  caller.call_name(operation));
  Headers& headers = call.request.headers;
  std::int64_t seconds =
      starts_ + std::chrono::duration_cast<std::chrono::seconds>(world_.now().since_start).count();
  std::string timestamp = std::to_string(seconds);
  headers.add("x-pay-key", std::string(company::kPaymentKey));
  headers.add("x-pay-signature", sign_payment(company::kPaymentSecret, method, call.request.target,
                                              timestamp, call.request.body));
  headers.add("x-pay-timestamp", std::move(timestamp));
  if (!call.request.body.empty()) headers.add("content-type", "application/json");
  if (!idempotency_key.empty()) headers.add("idempotency-key", std::move(idempotency_key));
  Answer answer = co_await calls_.call(std::move(call));
  co_return answer;
}

}  // namespace mayday
