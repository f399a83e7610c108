#pragma once

#include <string>

#include "caller.h"
#include "trip_book.h"
#include "vendor_calls.h"

namespace mayday {

/// The desk's side of the payment gateway. Every call is safe to repeat: the order number is its
/// idempotency key.
class PaymentClient {
 public:
  /// `starts` is seconds since 1970 at drill time zero.
  PaymentClient(World& world, VendorCalls& calls, std::int64_t starts)
      : world_(world), calls_(calls), starts_(starts) {}

  /// Opens one payment for an order and captures it.
  Task<TripPayment> pay(std::string order, Money amount, Caller caller);
  /// What the gateway has for an order: state none when it has nothing, unknown when it does not
  /// say.
  Task<TripPayment> find(std::string order, Caller caller);

 private:
  Task<Answer> send(Operation operation, std::string target, std::string body,
                    std::string idempotency_key, Caller caller);

  World& world_;
  VendorCalls& calls_;
  std::int64_t starts_;
};

}  // namespace mayday
