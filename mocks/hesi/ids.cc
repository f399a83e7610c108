#include "ids.h"

#include "mayday/base/draw.h"

namespace mayday::hesi {
namespace {

/// All of `bits` in eleven base-62 digits: 62^11 > 2^64, so different bits stay different.
std::string base62(std::uint64_t bits) {
  constexpr std::string_view kDigits =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  std::string out(11, '0');
  for (char& digit : out) {
    digit = kDigits[bits % 62];
    bits /= 62;
  }
  return out;
}

}  // namespace

std::string Ids::opaque(std::string_view kind) {
  ++opaque_;
  // `draw` is a bijection of its numeric key, so two counters never meet.
  return "ID01" + base62(draw(Seed{0}, kind, opaque_));
}

std::string Ids::node() {
  ++nodes_;
  return "FLOW:" + std::to_string(410000000 + nodes_) + ":" + std::to_string(520000000 + nodes_);
}

std::string Ids::code(char prefix, int year) {
  ++codes_;
  std::string digits = std::to_string(codes_);
  if (digits.size() < 6) digits.insert(0, 6 - digits.size(), '0');
  std::string short_year = std::to_string(100 + year % 100).substr(1);
  return prefix + short_year + digits;
}

}  // namespace mayday::hesi
