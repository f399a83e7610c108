#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "mayday/base/money.h"
#include "mayday/base/time.h"
#include "mayday/faults/vendor.h"

namespace mayday {

/// What the desk knows of one part of a trip. unknown: asked for, and nobody knows what came of it.
enum class PartState : std::uint8_t { none, unknown, booked, cancelled };

/// A flight or a room.
class TripPart {
 public:
  TripPart() = default;

  std::string offer;
  std::string id;  ///< The vendor's order id, once known.
  PartState state = PartState::none;
  Money price;
};

enum class PaymentState : std::uint8_t { none, unknown, open, captured, failed };

class TripPayment {
 public:
  TripPayment() = default;

  std::string id;
  PaymentState state = PaymentState::none;
  Money amount;
};

/// A trip in the desk's own records: a flight, a room, and the payment for them.
class Trip {
 public:
  Trip() = default;

  std::string order;
  std::string staff;
  std::string department;
  std::string request;  ///< Id of the request that asked for it.
  Instant asked;
  TripPart flight;
  TripPart room;
  TripPayment payment;
  bool stored = true;  ///< False: the order database has lost it, and only logs name it.

  bool reserved() const {
    return flight.state == PartState::booked && room.state == PartState::booked;
  }
  bool uncertain() const {
    return flight.state == PartState::unknown || room.state == PartState::unknown ||
           payment.state == PaymentState::unknown;
  }
  /// A flight without its room: to be given back.
  bool stray() const {
    bool roomless = room.state == PartState::none || room.state == PartState::cancelled;
    return flight.state == PartState::booked && roomless;
  }
  /// What the vendors have of it is to be asked anew.
  void doubt() {
    flight.state = PartState::unknown;
    room.state = PartState::unknown;
  }
};

/// reserved | paid | unknown | cancelled.
std::string_view told_state(const Trip& trip);

/// All trips, in the order they were asked for. One that is not stored can be reached by its index
/// alone: users and books know nothing of it.
class TripBook {
 public:
  using Index = std::size_t;

  Index open(Trip trip);
  Trip& at(Index index) { return trips_[index]; }
  const Trip& at(Index index) const { return trips_[index]; }
  std::size_t size() const { return trips_.size(); }
  /// The trip with this order number, or size().
  Index find(std::string_view order) const;

  void add_to(std::vector<BookEntry>& books) const;

 private:
  std::vector<Trip> trips_;
  std::unordered_map<std::string, Index> by_order_;  // looked up, never walked
};

}  // namespace mayday
