#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "charge.h"
#include "mayday/faults/push_queue.h"
#include "mayday/payment/payment.h"

namespace mayday::payment {

/// Tells a merchant at its callback URL what has become of a payment, and remembers how each
/// message fared.
class Callbacks {
 public:
  Callbacks(std::int64_t starts, PaymentSettings settings)
      : starts_(starts), settings_(std::move(settings)) {}

  /// Puts a message of this type ("payment.captured") out, if the payment has a callback URL.
  void tell(const Charge& charge, std::string_view type, Instant now);

  /// When the first message is waiting to be taken.
  Instant next_due() const { return outbox_.next_due(); }
  std::vector<Push> take() { return outbox_.take(); }

  /// Signs a message whose body has been changed.
  void sign(Push& push) const;

  /// Notes how an attempt ended. True: the merchant has the message.
  bool delivered(const Push& push, const PushAttempt& attempt);

  /// The messages about a payment, oldest first, as the contract's CallbackList.
  std::string list_text(const std::string& payment) const;

 private:
  enum class State { pending, delivered, failed };
  struct Attempt {
    Instant at;
    std::string outcome;
  };
  struct Message {
    std::string id;
    std::string type;
    Instant made;
    State state = State::pending;
    std::vector<Attempt> attempts;
  };

  Push push_of(const Charge& charge, const Message& message) const;
  std::string text(const Message& message) const;

  std::int64_t starts_;
  PaymentSettings settings_;
  PushQueue outbox_;
  std::deque<Message> messages_;  // oldest first; references hold
  std::unordered_map<std::string, Message*> by_id_;
  std::unordered_map<std::string, std::vector<const Message*>> by_payment_;
};

}  // namespace mayday::payment
