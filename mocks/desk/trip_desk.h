#pragma once

#include <string>

#include "airline_client.h"
#include "hotel_client.h"
#include "mayday/faults/inner_points.h"
#include "payment_client.h"
#include "sessions.h"
#include "trip_book.h"

namespace mayday {

/// Trips: look for flights and rooms, book both, pay.
class TripDesk {
 public:
  /// All that is referred to outlives the desk.
  TripDesk(World& world, InnerPoints& points, AirlineClient& airline, HotelClient& hotel,
           PaymentClient& payment, TripBook& book, std::int64_t starts)
      : world_(world),
        points_(points),
        airline_(airline),
        hotel_(hotel),
        payment_(payment),
        book_(book),
        starts_(starts) {}

  /// GET /api/flights and /api/hotels; `target` is the request's.
  Task<Response> flights(std::string target, Caller caller);
  Task<Response> rooms(std::string target, Caller caller);
  /// POST /api/trips: both, or neither.
  Task<Response> book(Session who, json::object wish, Caller caller);
  /// POST /api/trips/{trip}/pay.
  Task<Response> pay(Session who, std::string order, Caller caller);
  /// GET /api/trips/{trip}.
  Response show(const Session& who, std::string_view order) const;

  /// Asks the vendors about everything uncertain in a trip, and gives back a flight without a room.
  /// A trip that was not stored is taken up again as they know it. True when nothing is left open.
  Task<bool> settle(TripBook::Index index, Caller caller);

 private:
  Task<Response> book_parts(Session who, FlightOffer flight, RoomOffer room, Caller caller);
  Task<Response> store(TripBook::Index index, Caller caller);
  Task<void> give_back_flight(TripBook::Index index, Caller caller);
  bool may_see(const Session& who, TripBook::Index index) const;
  std::string new_order() const;

  World& world_;
  InnerPoints& points_;
  AirlineClient& airline_;
  HotelClient& hotel_;
  PaymentClient& payment_;
  TripBook& book_;
  std::int64_t starts_;
};

}  // namespace mayday
