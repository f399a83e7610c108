#pragma once

#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

#include "answers.h"
#include "mayday/faults/vendor.h"
#include "payment_input.h"

namespace mayday::payment {

enum class Status { requires_capture, captured, refunded, failed };

struct Charge {
  std::string id;
  PaymentInput asked;
  Status status = Status::requires_capture;
  Instant created;
  Instant captured = kNever;
  Instant refunded = kNever;
};

/// The merchant's payments. They are never forgotten: they are the gateway's books.
class Gateway {
 public:
  explicit Gateway(std::int64_t starts) : starts_(starts) {}

  Handled create(const Exchange& x, Instant now);
  Handled capture(const Exchange& x, Instant now);
  Handled refund(const Exchange& x, Instant now);
  Handled get(const Exchange& x, Instant now);
  Handled list(const Exchange& x, Instant now);

  std::vector<BookEntry> books() const;

 private:
  /// The answer that a key had, kept for a day.
  struct Remembered {
    std::string request;  ///< Its body.
    std::string answer;
    Instant at;
  };

  std::optional<Response> repeated(const std::string& key, const std::string& body,
                                   std::string_view request);
  Response make(const PaymentInput& input, const std::string& key, const std::string& body,
                std::string_view request, Instant now);
  Handled change(const Exchange& x, Status to);
  Response change(const std::string& id, Status to, std::string_view request, Instant now);
  void forget_old(Instant now);
  Charge* find(const std::string& id);
  std::string text(const Charge& charge) const;

  std::int64_t starts_;
  std::deque<Charge> charges_;  // oldest first; references hold
  std::unordered_map<std::string, Charge*> by_id_;
  std::unordered_map<std::string, std::vector<const Charge*>> by_order_;
  std::unordered_map<std::string, Remembered> keys_;
  std::deque<std::string> oldest_keys_;
};

}  // namespace mayday::payment
