#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <string>

#include "mayday/faults/operations.h"
#include "mayday/faults/vendor.h"

namespace mayday {

/// How long the airline behind the supplier takes. The defaults are those of a quick one.
struct AirlinePace {
  /// Zero: createOrder answers 201 with the order. Otherwise 202, and what came of it follows as an
  /// event.
  Duration order_answer{0};
  /// From when an order that exists can be read. Where that is later than its answer, the answer is
  /// 200 without the order.
  Duration order_readable{0};
  /// Zero: confirming a cancellation cancels. Otherwise it takes effect so much later, told as an
  /// event.
  Duration cancellation{0};
  /// How long after their making orders from LHR to LTN are changed.
  Duration schedule_change = 10min;
};

/// What a drill may set about the airline supplier. The defaults are those of its contract.
struct AirlineSettings {
  std::int64_t rate_limit = 4000;  ///< Requests in each minute of the clock on the wall.
  std::string currency = "CNY";    ///< The account's: every offer is quoted in it.
  /// Minor units that bookings may still cost; the sandbox account has no limit.
  std::int64_t balance = std::numeric_limits<std::int64_t>::max();
  AirlinePace pace;
};

/// The airline supplier: Duffel v2, for one account. An order's `metadata.order_number` is the
/// desk's.
class Airline final : public Vendor {
 public:
  /// `starts` is seconds since 1970 at drill time zero.
  explicit Airline(std::int64_t starts, AirlineSettings settings = {});
  ~Airline() override;

  Member member() const override { return Member::airline; }
  void identify(Exchange& x) const override;
  std::optional<Response> authenticate(Exchange& x, Instant now) override;
  Handled handle(Exchange& x, Instant now) override;
  Response failure(const Exchange& x, int status) const override;
  Instant next_due() const override;
  std::vector<Push> advance(Instant now) override;
  bool delivered(const Push& push, const PushAttempt& attempt) override;
  void sign(Push& push) const override;
  std::vector<BookEntry> books() const override;

  /// The airline moves all flights of an order by `minutes`, back when they are negative, and tells
  /// who wants to know. The new times wait for a client to accept them. False, and nothing done,
  /// when there is no such order or it is cancelled. Whoever calls it sees to it that `advance` is
  /// called soon: `next_due` says so.
  bool change_schedule(const std::string& order, int minutes, Instant now);

 private:
  struct Parts;
  Operations operations_;
  std::unique_ptr<Parts> parts_;
};

}  // namespace mayday
