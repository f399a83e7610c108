#pragma once

#include "books.h"
#include "changes.h"
#include "door.h"
#include "mayday/airline/airline.h"
#include "mayday/faults/agenda.h"
#include "shop.h"

namespace mayday::airline {

/// Making orders from offers.
class Bookings {
 public:
  Bookings(Door& door, Shop& shop, Books& books, Webhooks& webhooks, Changes& changes,
           Agenda& agenda, AirlinePace pace)
      : door_(door),
        shop_(shop),
        books_(books),
        webhooks_(webhooks),
        changes_(changes),
        agenda_(agenda),
        pace_(pace) {}

  Handled create_order(const Exchange& x, Instant now);

 private:
  /// An order that is asked for. Other attempts at the same search are refused while it is in
  /// doubt.
  struct Attempt {
    OrderInput input;
    std::uint64_t number;
  };

  std::optional<Refusal> objection(Attempt& attempt, Instant now);
  std::optional<Refusal> price_objection(const OrderInput& input, const Search& search,
                                         const Offer& offer) const;
  /// The three ways in which an order comes to be: at once, later, or never.
  Response book(Attempt attempt, const Stamp& stamp, Instant now);
  void book_late(Attempt attempt, Instant now);
  std::optional<Refusal> settle(Attempt& attempt, Instant now);
  Order& make(Attempt attempt, Instant now);
  void hold(Order& order);
  void announce(Order& order, Instant now);

  Door& door_;
  Shop& shop_;
  Books& books_;
  Webhooks& webhooks_;
  Changes& changes_;
  Agenda& agenda_;
  AirlinePace pace_;
  std::uint64_t attempts_ = 0;
};

}  // namespace mayday::airline
