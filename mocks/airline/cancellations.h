#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "books.h"
#include "door.h"
#include "mayday/faults/agenda.h"
#include "webhooks.h"

namespace mayday::airline {

/// Cancelling in two steps: a quote of what it refunds, then its confirmation.
class Cancellations {
 public:
  /// `takes`: how long the airline needs to cancel once a client has confirmed; zero: it is done
  /// with the answer.
  Cancellations(Door& door, Books& books, Webhooks& webhooks, Agenda& agenda, Duration takes)
      : door_(door), books_(books), webhooks_(webhooks), agenda_(agenda), takes_(takes) {}

  Handled list(const Exchange& x, Instant now);
  Handled create(const Exchange& x, Instant now);
  Handled get(const Exchange& x, Instant now);
  Handled confirm(const Exchange& x, Instant now);

 private:
  struct Place {
    Order* order;
    std::size_t index;  // in its order's quotes
    Quote& quote() const { return order->quotes[index]; }
  };

  std::optional<Refusal> quote_objection(const std::string& order_id, Instant now);
  Response quote(const std::string& order_id, const Stamp& stamp, Instant now);
  std::optional<Refusal> confirm_objection(const std::string& id, Instant now) const;
  Response confirm(const std::string& id, const Stamp& stamp, Instant now);
  void take_effect(Place place, Instant now);
  std::string text(Place place) const;

  Door& door_;
  Books& books_;
  Webhooks& webhooks_;
  Agenda& agenda_;
  Duration takes_;
  std::vector<Place> places_;  // oldest first
  std::unordered_map<std::string, Place> by_id_;
};

}  // namespace mayday::airline
