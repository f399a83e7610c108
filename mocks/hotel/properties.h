#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "geo.h"

namespace mayday::hotel {

struct City {
  std::string_view code;
  std::string_view name;  ///< In capitals, as the supplier prints it.
  std::string_view country;
  std::string_view currency;  ///< What its hotels quote in.
  int latitude = 0;           ///< Ten-thousandths of a degree.
  int longitude = 0;
  int utc_minutes = 0;  ///< Offset of its clocks, the same all year.
  int number = 0;       ///< From 1.
};

std::span<const City> cities();
const City* find_city(std::string_view code);

/// What the drill properties do, by the last three digits of their ids. They are never listed by
/// city.
enum class Oddity {
  none = 0,
  always_full = 901,
  price_moves = 902,
  confirms_late = 903,
  wants_deposit = 904,
  books_but_fails = 905,
  refuses_cancel = 906,
  is_slow = 907,
  gives_no_number = 908
};

struct Property {
  std::string id;  ///< Chain, city and number: "QABJS001".
  std::string_view chain;
  const City* city = nullptr;
  int number = 0;
  Oddity oddity = Oddity::none;
};

/// How many hotels a city lists.
inline constexpr int kListed = 5;

/// The hotel with that id, listed or a drill property; nothing when there is none.
std::optional<Property> find_property(std::string_view id);
/// The `number`-th hotel that a city lists, from 1.
Property listed_property(const City& city, int number);

std::string property_name(const Property& property);
int stars(const Property& property);
/// Comma-separated.
std::string_view amenities(const Property& property);
Place place_of(const Property& property);
std::string latitude_text(const Property& property);
std::string longitude_text(const Property& property);
/// The same hotel in the supplier's older systems.
std::string dupe_id(const Property& property);

}  // namespace mayday::hotel
