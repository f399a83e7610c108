#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "mayday/base/plan.h"
#include "mayday/faults/vendor.h"
#include "mayday/hesi/settings.h"

namespace mayday {

/// Signs a JWT's signing input with RS256 and returns the raw signature.
using SignRs256 = std::function<std::string(std::string_view)>;

/// The Hesi (合思) open platform, for one tenant.
class Hesi final : public Vendor {
 public:
  /// Loads the contract's fixtures and the estate's staff. `starts` is seconds since 1970 at drill
  /// time zero; `sign` is only called when somebody asks for a V3 token.
  Hesi(const EstatePlan& estate, std::int64_t starts, SignRs256 sign, HesiSettings settings = {});
  ~Hesi() override;

  Member member() const override { return Member::hesi; }
  void identify(Exchange& x) const override;
  std::optional<Response> authenticate(Exchange& x, Instant now) override;
  Handled handle(Exchange& x, Instant now) override;
  Response failure(const Exchange& x, int status) const override;
  Instant next_due() const override;
  std::vector<Push> advance(Instant now) override;
  bool delivered(const Push& push, const PushAttempt& attempt) override;
  std::vector<BookEntry> books() const override;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace mayday
