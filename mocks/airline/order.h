#pragma once

#include <string>
#include <utility>
#include <vector>

#include "order_input.h"
#include "trip.h"

namespace mayday::airline {

/// A booking. It keeps the trip and the offer it was made from, which are forgotten before it is.
struct Order {
  std::uint64_t number = 0;
  std::string id;
  std::string reference;
  bool hold = false;
  Trip trip;
  Offer offer;
  std::int64_t bags = 0;
  std::vector<Passenger> passengers;
  std::vector<std::pair<std::string, std::string>> metadata;
  Instant searched;  ///< Dates of payment count from the search.
  Instant created;
  Instant paid = kNever;
  Instant cancelled = kNever;

  bool is_paid() const { return paid != kNever; }
  bool is_cancelled() const { return cancelled != kNever; }
  bool awaits_payment() const { return hold && !is_paid() && !is_cancelled(); }
};

/// Minor units, extras included.
std::int64_t total_minor(const Order& order);

}  // namespace mayday::airline
