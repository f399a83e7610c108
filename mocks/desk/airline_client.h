#pragma once

#include <string>

#include "caller.h"
#include "mayday/base/money.h"
#include "vendor_calls.h"

namespace mayday {

/// What became of asking a supplier to sell, as the desk must act on it.
enum class Sale : std::uint8_t {
  done,
  gone,    ///< Sold out, expired, or at another price by now: choose again.
  failed,  ///< Nothing was sold.
  unknown  ///< Nobody knows.
};

/// An airline offer as it was last read.
class FlightOffer {
 public:
  FlightOffer() = default;

  Sale state = Sale::failed;
  std::string id;
  std::string passenger;  ///< The offer's own id for its one passenger.
  Money price;
  bool instant = false;  ///< Cannot be held; must be paid from the balance at once.
};

class FlightOrder {
 public:
  FlightOrder() = default;

  Sale state = Sale::failed;
  std::string id;
};

/// The desk's side of the airline.
class AirlineClient {
 public:
  explicit AirlineClient(VendorCalls& calls) : calls_(calls) {}

  /// The offers of a search stand in `data.offers` of a good answer.
  Task<Answer> search(std::string from, std::string to, std::string date, Caller caller);
  Task<FlightOffer> offer(std::string id, Caller caller);
  /// Holds the seat, or buys it when the offer cannot be held. `code` is the traveller's employee
  /// number.
  Task<FlightOrder> book(FlightOffer offer, std::string order, std::string code, Caller caller);
  /// Gives a seat back. True when the airline confirmed it.
  Task<bool> cancel(std::string flight_order, Caller caller);
  /// What the airline has for an offer and order number: done with its id, failed when it has
  /// nothing.
  Task<FlightOrder> find(std::string offer, std::string order, Caller caller);

 private:
  VendorCalls& calls_;
};

}  // namespace mayday
