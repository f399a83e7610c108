#include "rates.h"

#include "mayday/base/draw.h"
#include "mayday/base/json_text.h"
#include "wire.h"

namespace mayday::hotel {
namespace {

constexpr Rate kAll[kRates] = {
    {"A1K", "STANDARD_ROOM", "KING", 1, "Standard room, king bed, desk", "BREAKFAST", "RAC", "BAR",
     100},
    {"B2T", "STANDARD_ROOM", "TWIN", 2, "Standard room, two beds", "ROOM_ONLY", "PRO", "PRO", 109},
    {"C1K", "DELUXE_ROOM", "KING", 1, "Large room, king bed, sofa", "HALF_BOARD", "RAC", "BAR",
     140},
};

std::string two(int number) { return std::to_string(100 + number).substr(1); }

}  // namespace

const Rate& rate(int variant) { return kAll[variant]; }

std::int64_t nightly_minor(const Property& property, std::chrono::sys_days check_in, int variant) {
  auto day = static_cast<Seed>(check_in.time_since_epoch().count());
  std::uint64_t drawn = draw(day, "hotel.rate", property.id);
  std::int64_t whole = 300 + static_cast<std::int64_t>(pick(drawn, 60)) * 10;
  if (property.city->currency != "CNY") whole = whole * 2 / 5;
  return whole * rate(variant).per_cent;
}

bool wants_deposit(const Property& property) { return property.oddity == Oddity::wants_deposit; }

std::string cancel_deadline(const Offer& offer) {
  int minutes = offer.property.city->utc_minutes;
  std::string out = date_text(offer.stay.check_in - std::chrono::days{1});
  append(out, "T18:00:00", minutes < 0 ? "-" : "+", two(std::abs(minutes) / 60), ":",
         two(std::abs(minutes) % 60));
  return out;
}

}  // namespace mayday::hotel
