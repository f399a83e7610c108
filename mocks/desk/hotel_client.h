#pragma once

#include <map>
#include <string>

#include "airline_client.h"
#include "mayday/desk/token_cache.h"

namespace mayday {

class RoomOffer {
 public:
  RoomOffer() = default;

  Sale state = Sale::failed;
  std::string id;
  Money price;
};

class RoomOrder {
 public:
  RoomOrder() = default;

  Sale state = Sale::failed;
  std::string id;
};

/// A stay that somebody looks for; dates as "2026-03-02".
class Stay {
 public:
  Stay(std::string where, std::string from, std::string to)
      : city(std::move(where)), check_in(std::move(from)), check_out(std::move(to)) {}

  std::string city;
  std::string check_in;
  std::string check_out;
};

/// The desk's side of the hotel supplier. It keeps its OAuth2 token and the lists of hotels, which
/// hardly ever change.
class HotelClient {
 public:
  /// `starts` is seconds since 1970 at drill time zero.
  HotelClient(World& world, VendorCalls& calls, const DeskSettings& settings, std::int64_t starts)
      : world_(world), calls_(calls), settings_(settings), starts_(starts) {}

  /// One entry a hotel, each with `offers`, stands in `data` of a good answer.
  Task<Answer> search(Stay stay, Caller caller);
  Task<RoomOffer> offer(std::string id, Caller caller);
  /// Books one room for the traveller, guaranteed by the company's card.
  Task<RoomOrder> book(RoomOffer offer, std::string order, std::string traveller, Caller caller);
  /// What the hotel has under its own order id, the only name by which it can be asked: done when
  /// the room is booked, failed when it is not.
  Task<RoomOrder> find(std::string id, Caller caller);

  void forget_token();

 private:
  class HotelCall;
  Task<Answer> call(HotelCall call, Caller caller);
  Task<Answer> new_token(Caller caller, int attempts_before);
  std::int64_t wall_ms() const;

  World& world_;
  VendorCalls& calls_;
  const DeskSettings& settings_;
  std::int64_t starts_;
  TokenCache cache_;
  std::map<std::string, std::string> hotels_;  // city -> hotel ids, comma-separated
};

}  // namespace mayday
