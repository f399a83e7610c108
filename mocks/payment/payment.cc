#include "mayday/payment/payment.h"

#include "answers.h"
#include "door.h"
#include "gateway.h"

namespace mayday {

using payment::Callbacks;
using payment::Gateway;

struct Payment::Parts {
  Parts(std::int64_t epoch, PaymentSettings chosen)
      : starts(epoch),
        settings(std::move(chosen)),
        callbacks(epoch, settings),
        gateway(epoch, callbacks) {}

  std::int64_t starts;
  PaymentSettings settings;
  Callbacks callbacks;
  Gateway gateway;
};

namespace {

/// An operation of the contract. The index in the table is the exchange's route.
struct Operation {
  std::string_view id;
  std::string_view method;
  std::string_view path;
  bool write;
  Handled (Gateway::*handle)(const Exchange& x, Instant now);
};

constexpr Operation kOperations[] = {
    {"createPayment", "POST", "/v1/payments", true, &Gateway::create},
    {"listPayments", "GET", "/v1/payments", false, &Gateway::list},
    {"getPayment", "GET", "/v1/payments/{id}", false, &Gateway::get},
    {"listCallbacks", "GET", "/v1/payments/{id}/callbacks", false, &Gateway::list_callbacks},
    {"capturePayment", "POST", "/v1/payments/{id}/capture", true, &Gateway::capture},
    {"refundPayment", "POST", "/v1/payments/{id}/refund", true, &Gateway::refund},
};

payment::Problem usual_problem(int status) {
  switch (status) {
    case 400:
      return {status, "body_invalid", "The body must be a JSON object."};
    case 401:
      return {status, "signature_invalid", "X-Pay-Signature does not match the request."};
    case 404:
      return {status, "route_not_found", "There is nothing at this path."};
    case 409:
      return {status, "state_invalid", "The payment cannot do that now."};
    case 422:
      return {status, "field_invalid", "A field of the body is not valid."};
    case 429:
      return {status, "rate_limited", "Too many requests."};
    case 502:
      return {status, "bank_unavailable", "The bank could not be reached."};
    case 503:
      return {status, "unavailable", "Nothing was done. Try again later."};
    case 504:
      return {status, "bank_timeout", "The bank took too long; the outcome is unknown."};
    default:
      if (status < 500) return {status, "request_invalid", "The request cannot be taken."};
      return {status, "internal_error", "Something failed on our side."};
  }
}

}  // namespace

Payment::Payment(std::int64_t starts, PaymentSettings settings)
    : operations_(kOperations), parts_(std::make_unique<Parts>(starts, std::move(settings))) {}

Payment::~Payment() = default;

void Payment::identify(Exchange& x) const { operations_.identify(x); }

std::optional<Response> Payment::authenticate(Exchange& x, Instant now) {
  std::int64_t seconds = payment::wall_seconds(now, parts_->starts);
  auto problem = payment::signature_problem(x, parts_->settings, seconds);
  if (!problem) return std::nullopt;
  return payment::refuse(payment::request_id(x), *problem);
}

Handled Payment::handle(Exchange& x, Instant now) {
  if (x.route < 0) return payment::refuse(payment::request_id(x), usual_problem(404));
  return (parts_->gateway.*kOperations[x.route].handle)(x, now);
}

Response Payment::failure(const Exchange& x, int status) const {
  return payment::refuse(payment::request_id(x), usual_problem(status));
}

Instant Payment::next_due() const { return parts_->callbacks.next_due(); }

std::vector<Push> Payment::advance(Instant) { return parts_->callbacks.take(); }

bool Payment::delivered(const Push& push, const PushAttempt& attempt) {
  return parts_->callbacks.delivered(push, attempt);
}

void Payment::sign(Push& push) const { parts_->callbacks.sign(push); }

std::vector<BookEntry> Payment::books() const { return parts_->gateway.books(); }

}  // namespace mayday
