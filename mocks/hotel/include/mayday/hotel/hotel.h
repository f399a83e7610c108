#pragma once

#include <cstdint>
#include <memory>

#include "mayday/faults/operations.h"
#include "mayday/faults/vendor.h"

namespace mayday {

/// What a drill may set about the hotel supplier. The defaults are those of its contract.
struct HotelSettings {
  std::int64_t rate_limit = 1000;  ///< Requests in each second.
};

/// The hotel supplier: the Amadeus hotel APIs, for one office. A room's special request "order NNN"
/// names the desk's order; the header Ama-Client-Ref does so when there is none.
class Hotel final : public Vendor {
 public:
  /// `starts` is seconds since 1970 at drill time zero.
  explicit Hotel(std::int64_t starts, HotelSettings settings = {});
  ~Hotel() override;

  Member member() const override { return Member::hotel; }
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
