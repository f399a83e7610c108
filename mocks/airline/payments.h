#pragma once

#include <string>

#include "books.h"
#include "door.h"
#include "webhooks.h"

namespace mayday::airline {

/// Paying for held orders. Orders that are paid at once are paid where they are made.
class Payments {
 public:
  Payments(Door& door, Books& books, Webhooks& webhooks)
      : door_(door), books_(books), webhooks_(webhooks) {}

  Handled create(const Exchange& x, Instant now);

 private:
  struct Wanted {
    std::string order;
    PaymentInput payment;
  };

  std::optional<Refusal> objection(const Wanted& wanted, Instant now);
  std::optional<Refusal> amount_objection(const PaymentInput& payment, const Order& order) const;
  Response pay(const Wanted& wanted, const Stamp& stamp, Instant now);

  Door& door_;
  Books& books_;
  Webhooks& webhooks_;
  std::uint64_t made_ = 0;
};

}  // namespace mayday::airline
