#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "answers.h"
#include "mayday/base/time.h"
#include "payment_input.h"

namespace mayday::payment {

/// Captured until all of it is given back.
enum class Status { requires_capture, captured, refunded, failed };
std::string_view to_text(Status status);

struct Refund {
  std::string id;
  std::int64_t minor = 0;
  Instant at;
};

/// A payment.
struct Charge {
  std::string id;
  PaymentInput asked;
  Status status = Status::requires_capture;
  Instant created;
  Instant captured = kNever;
  Instant refunded = kNever;  ///< When the last of it was given back.
  std::vector<Refund> refunds;

  std::int64_t refunded_minor() const;
  std::int64_t left_minor() const { return asked.amount.minor - refunded_minor(); }
};

/// What the merchant wants done to a payment.
struct ChargeEvent {
  enum class Kind { capture, refund };
  Kind kind = Kind::capture;
  std::optional<std::int64_t> minor;  ///< Of a refund; nothing: all that is left.
};

/// What comes of it: the payment after it, or why it may not be. Doing again what is done changes
/// nothing, except that a refund of an amount is a further one.
struct ChargeStep {
  Charge charge;
  bool changed = false;
  std::optional<Problem> refused;
};
ChargeStep step(Charge charge, const ChargeEvent& event, Instant now);

/// The contract's Payment object. `starts` is seconds since 1970 at drill time zero.
std::string charge_text(const Charge& charge, std::int64_t starts);

}  // namespace mayday::payment
