#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "mayday/faults/operations.h"
#include "mayday/faults/vendor.h"

namespace mayday {

/// What a drill may set about the payment gateway. The defaults are those of its contract.
struct PaymentSettings {
  std::string key = "pk_drill";     ///< The merchant's public key.
  std::string secret = "sk_drill";  ///< What it signs with.
};

/// The payment gateway, for one merchant: contract.yaml in this folder. It is nobody's product; its
/// signatures, idempotency keys, two-step payments and callbacks are what gateways have in common.
class Payment final : public Vendor {
 public:
  /// `starts` is seconds since 1970 at drill time zero.
  explicit Payment(std::int64_t starts, PaymentSettings settings = {});
  ~Payment() override;

  Member member() const override { return Member::payment; }
  void identify(Exchange& x) const override;
  std::optional<Response> authenticate(Exchange& x, Instant now) override;
  Handled handle(Exchange& x, Instant now) override;
  Response failure(const Exchange& x, int status) const override;
  Instant next_due() const override;
  std::vector<Push> advance(Instant now) override;
  bool delivered(const Push& push, const PushAttempt& attempt) override;
  void sign(Push& push) const override;
  std::vector<BookEntry> books() const override;

 private:
  struct Parts;
  Operations operations_;
  std::unique_ptr<Parts> parts_;
};

}  // namespace mayday
