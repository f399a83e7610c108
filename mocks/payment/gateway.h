#pragma once

#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

#include "callbacks.h"
#include "charge.h"
#include "key_book.h"
#include "mayday/faults/vendor.h"

namespace mayday::payment {

/// The merchant's payments. They are never forgotten: they are the gateway's books.
class Gateway {
 public:
  /// `starts` is seconds since 1970 at drill time zero. `callbacks` outlives it.
  Gateway(std::int64_t starts, Callbacks& callbacks) : starts_(starts), callbacks_(callbacks) {}

  Handled create(const Exchange& x, Instant now);
  Handled capture(const Exchange& x, Instant now);
  Handled refund(const Exchange& x, Instant now);
  Handled get(const Exchange& x, Instant now);
  Handled list(const Exchange& x, Instant now);
  Handled list_callbacks(const Exchange& x, Instant now);

  /// The amount of a captured payment is what has not been given back.
  std::vector<BookEntry> books() const;

 private:
  Response make(const PaymentInput& input, const KeyedRequest& request, Instant now, Commit commit);
  Handled change(const std::string& id, const ChargeEvent& event, const KeyedRequest& request,
                 Instant now);
  Response write_change(const std::string& id, const ChargeEvent& event,
                        const KeyedRequest& request, Instant now, Commit commit);
  Charge& keep(Charge charge);
  Charge* find(const std::string& id);
  std::string text(const Charge& charge) const { return charge_text(charge, starts_); }

  std::int64_t starts_;
  Callbacks& callbacks_;
  KeyBook keys_;
  std::uint64_t refunds_ = 0;
  std::deque<Charge> charges_;  // oldest first; references hold
  std::unordered_map<std::string, Charge*> by_id_;
  std::unordered_map<std::string, std::vector<const Charge*>> by_order_;
};

}  // namespace mayday::payment
