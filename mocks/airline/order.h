#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lifecycle.h"
#include "order_input.h"
#include "schedule.h"
#include "trip.h"

namespace mayday::airline {

/// What cancelling an order would refund, and later what it did: the supplier's order cancellation.
struct Quote {
  std::uint64_t number = 0;
  std::string id;
  QuoteStage stage = QuoteStage::open;
  std::optional<std::int64_t> refund_minor;  ///< Nothing: the airline does not say.
  std::string refund_to;
  Instant created;
  Instant confirmed = kNever;

  Instant expires() const { return created + kQuoteLives; }
};

/// A change the airline made to when an order's flights go.
struct Change {
  std::string id;
  ChangeStage stage = ChangeStage::open;
  Itinerary before;
  Itinerary after;
  Instant created;
  Instant updated;
};

/// A booking. It keeps the trip and the offer it was made from, which are forgotten before it is.
struct Order {
  std::uint64_t number = 0;
  std::string id;
  std::string reference;
  bool hold = false;
  OrderStage stage = OrderStage::held;
  Trip trip;
  Offer offer;
  Itinerary itinerary;
  std::int64_t bags = 0;
  std::int64_t agreed_minor = 0;  ///< What it cost when it was made; a held one can get dearer.
  std::string paid_from;          ///< The type of its payment.
  std::vector<Passenger> passengers;
  Metadata metadata;
  std::vector<Quote> quotes;    // oldest first
  std::vector<Change> changes;  // oldest first
  Instant searched;             ///< Dates of payment count from the search.
  Instant created;
  Instant readable;  ///< From when the supplier's own clients see it; the airline has it before.
  Instant synced;    ///< When it was last compared with the airline.
  Instant paid = kNever;
  Instant cancelled = kNever;

  bool is_paid() const { return paid != kNever; }
  bool is_cancelled() const { return cancelled != kNever; }
  bool awaits_payment() const { return stage == OrderStage::held; }
};

/// Minor units, extras included.
std::int64_t total_minor(const Order& order);

/// The newest change while nobody has dealt with it, or null.
const Change* open_change(const Order& order);

/// Its first flight has left at `wall`, nanoseconds since 1970.
bool has_departed(const Order& order, std::chrono::nanoseconds wall);

}  // namespace mayday::airline
