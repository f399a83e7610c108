#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <string>

#include "mayday/faults/operations.h"
#include "mayday/faults/vendor.h"

namespace mayday {

/// What a drill may set about the airline supplier. The defaults are those of its contract.
struct AirlineSettings {
  std::int64_t rate_limit = 4000;  ///< Requests in each minute of the clock on the wall.
  std::string currency = "CNY";    ///< The account's: every offer is quoted in it.
  /// Minor units that bookings may still cost; the sandbox account has no limit.
  std::int64_t balance = std::numeric_limits<std::int64_t>::max();
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
  std::vector<BookEntry> books() const override;

 private:
  struct Parts;
  Operations operations_;
  std::unique_ptr<Parts> parts_;
};

}  // namespace mayday
