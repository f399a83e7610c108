#pragma once

#include <cstdint>
#include <string>

namespace mayday {

/// An amount in minor units (fen, cents) of an ISO 4217 currency with two decimals.
struct Money {
  std::int64_t minor = 0;
  std::string currency = "CNY";

  friend bool operator==(const Money&, const Money&) = default;
};

/// "680.00": the decimal text that all our vendors use on the wire.
std::string decimal(const Money& money);
std::string decimal(std::int64_t minor);

/// Minor units of "680", "680.0" or "680.00"; negative when the text is not such an amount.
std::int64_t minor_units(const std::string& decimal);

}  // namespace mayday
