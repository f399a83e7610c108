#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "mayday/base/time.h"
#include "properties.h"
#include "stay.h"

namespace mayday::hotel {

/// A kind of room with a rate. Every hotel has the same three.
struct Rate {
  std::string_view room;  ///< The supplier's three-letter room type.
  std::string_view category;
  std::string_view bed_type;
  int beds;
  std::string_view text;
  std::string_view board;
  std::string_view code;  ///< RAC public, PRO promotion.
  std::string_view family;
  std::int64_t per_cent;  ///< Of the hotel's price of the day.
};
inline constexpr int kRates = 3;
const Rate& rate(int variant);

/// An offer: all but its id and age follows from hotel, stay and variant.
struct Offer {
  std::string id;
  Property property;
  Stay stay;
  int variant = 0;
  std::int64_t nightly_minor = 0;  ///< One room, one night, without tax.
  Instant created;

  std::int64_t base_minor() const { return nightly_minor * stay.nights() * stay.rooms; }
  std::int64_t tax_minor() const { return base_minor() / 10; }
  std::int64_t total_minor() const { return base_minor() + tax_minor(); }
};

/// A pure function of hotel, date and rate: without a fault a price stays what it was.
std::int64_t nightly_minor(const Property& property, std::chrono::sys_days check_in, int variant);

bool wants_deposit(const Property& property);

/// "2027-03-14T18:00:00+08:00": until when cancelling costs nothing, on the hotel's clock.
std::string cancel_deadline(const Offer& offer);

}  // namespace mayday::hotel
