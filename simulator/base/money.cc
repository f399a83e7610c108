#include "mayday/base/money.h"

namespace mayday {

std::string decimal(const Money& money) { return decimal(money.minor); }

std::string decimal(std::int64_t minor) {
  std::int64_t size = minor < 0 ? -minor : minor;
  std::string cents = std::to_string(size % 100);
  if (cents.size() < 2) cents.insert(0, 1, '0');
  return (minor < 0 ? "-" : "") + std::to_string(size / 100) + "." + cents;
}

std::int64_t minor_units(const std::string& decimal) {
  std::int64_t whole = 0;
  std::int64_t cents = 0;
  int decimals = -1;  // not past the point yet
  if (decimal.empty() || decimal.size() > 15 || decimal.front() == '.' || decimal.back() == '.')
    return -1;
  for (char c : decimal) {
    if (c == '.' && decimals < 0) {
      decimals = 0;
    } else if (c < '0' || c > '9' || decimals == 2) {
      return -1;
    } else if (decimals < 0) {
      whole = whole * 10 + (c - '0');
    } else {
      cents = cents * 10 + (c - '0');
      ++decimals;
    }
  }
  return whole * 100 + (decimals == 1 ? cents * 10 : cents);
}

}  // namespace mayday
