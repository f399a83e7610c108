#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "desk_drill.h"
#include "mayday/airline/airline.h"
#include "mayday/hesi/hesi.h"
#include "mayday/hotel/hotel.h"
#include "mayday/payment/payment.h"

namespace mayday {

/// A vendor at its address, without faults but with answers that come late.
class VendorDoor final : public Service {
 public:
  VendorDoor(World& world, Vendor& vendor, std::int64_t starts)
      : world_(world), vendor_(vendor), starts_(starts) {}

  Task<Reply> serve(Request request) override;

  /// Operation -> how long each of its next answers is kept back after the vendor has acted.
  std::map<std::string, std::vector<Duration>> late;
  /// Operation -> status that the next answers have instead, without the vendor acting.
  std::map<std::string, int> fails;
  /// "POST /path" -> what is answered there instead, without the vendor hearing of it.
  std::map<std::string, Response> scripted;
  std::vector<std::string> operations;  ///< Called so far.

 private:
  World& world_;
  Vendor& vendor_;
  std::int64_t starts_;
};

/// The desk before the real vendors.
class DeskEstate {
 public:
  explicit DeskEstate(DeskPlan settings = {});

  Response call(std::string method, std::string target, std::string body = {},
                std::string session = {});
  json::value json_of(const Response& response) { return json::parse(response.body); }
  std::string log_in(const std::string& code = "D1001");
  /// Books the first flight and the first room on offer.
  Response book(const std::string& session);
  std::string first_offer(const std::string& session, const std::string& target);
  DeskReconciliation reconcile();
  /// "flight booked", "payment captured": what somebody's books say, one line an entry.
  static std::vector<std::string> states(const std::vector<BookEntry>& books,
                                         const std::string& order);
  /// Hesi works on, and its messages reach the desk, for `d`.
  void hesi_works(Duration d);
  /// A fault inside the desk, while the next call lasts.
  void spoil_next_call(std::string operation, EffectPlan effect);

  VirtualWorld world;
  Origins origins;
  CallIndex calls;
  Plan plan;
  FaultEngine engine;
  Hesi hesi_vendor;
  Airline airline_vendor;
  Hotel hotel_vendor;
  Payment payment_vendor;
  VendorDoor hesi, airline, hotel, payment;
  Desk desk;

 private:
  Task<void> ask(Request request, Response& into);
  Task<void> run_reconciliation(DeskReconciliation& into);
  Task<void> deliver(Instant until);
};

}  // namespace mayday
