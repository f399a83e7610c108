#include "properties.h"

#include <algorithm>

#include "mayday/base/json_text.h"
#include "wire.h"

namespace mayday::hotel {
namespace {

constexpr City kCities[] = {
    {"BJS", "BEIJING", "CN", "CNY", 399087, 1163975, 480, 1},
    {"SHA", "SHANGHAI", "CN", "CNY", 312304, 1214737, 480, 2},
    {"CAN", "GUANGZHOU", "CN", "CNY", 231291, 1132644, 480, 3},
    {"SZX", "SHENZHEN", "CN", "CNY", 225431, 1140579, 480, 4},
    {"CTU", "CHENGDU", "CN", "CNY", 305728, 1040668, 480, 5},
    {"HGH", "HANGZHOU", "CN", "CNY", 302741, 1201551, 480, 6},
    {"HKG", "HONG KONG", "HK", "HKD", 223193, 1141694, 480, 7},
    {"SIN", "SINGAPORE", "SG", "SGD", 13521, 1038198, 480, 8},
    {"TYO", "TOKYO", "JP", "USD", 356762, 1396503, 540, 9},
    {"PAR", "PARIS", "FR", "EUR", 488566, 23522, 60, 10},
    {"LON", "LONDON", "GB", "GBP", 515074, -1278, 0, 11},
    {"FRA", "FRANKFURT", "DE", "EUR", 501109, 86821, 60, 12},
    {"NYC", "NEW YORK", "US", "USD", 407128, -740060, -300, 13},
};

constexpr std::string_view kChains[] = {"QA", "QB", "QC", "QD", "QE"};
constexpr std::string_view kNames[] = {"QUARTZ CAPITAL HOTEL", "QINGBEI INN", "QUAY SUITES",
                                       "QUEENS GATE HOTEL", "QUIET GARDEN HOTEL"};

std::size_t chain_index(std::string_view chain) {
  return static_cast<std::size_t>(std::find(std::begin(kChains), std::end(kChains), chain) -
                                  std::begin(kChains));
}

std::string degrees(int ten_thousandths) {
  int whole = std::abs(ten_thousandths);
  std::string fraction = std::to_string(10'000 + whole % 10'000).substr(1);
  return (ten_thousandths < 0 ? "-" : "") + std::to_string(whole / 10'000) + "." + fraction;
}

}  // namespace

std::span<const City> cities() { return kCities; }

const City* find_city(std::string_view code) {
  const auto* found = std::find_if(std::begin(kCities), std::end(kCities),
                                   [code](const City& city) { return city.code == code; });
  return found == std::end(kCities) ? nullptr : found;
}

std::optional<Property> find_property(std::string_view id) {
  if (!is_code(id, 8)) return std::nullopt;
  std::size_t chain = chain_index(id.substr(0, 2));
  const City* city = find_city(id.substr(2, 3));
  int number = whole_number(id.substr(5), 0);
  if (chain == std::size(kChains) || city == nullptr) return std::nullopt;
  bool listed = number >= 1 && number <= kListed && static_cast<std::size_t>(number - 1) == chain;
  bool odd = number >= static_cast<int>(Oddity::always_full) &&
             number <= static_cast<int>(Oddity::gives_no_number);
  if (!listed && !odd) return std::nullopt;
  return Property{std::string(id), kChains[chain], city, number,
                  odd ? static_cast<Oddity>(number) : Oddity::none};
}

Property listed_property(const City& city, int number) {
  std::string_view chain = kChains[number - 1];
  std::string id;
  append(id, chain, city.code, "00", std::to_string(number));
  return Property{std::move(id), chain, &city, number, Oddity::none};
}

std::string property_name(const Property& property) {
  std::string name;
  append(name, kNames[chain_index(property.chain)], " ", property.city->name);
  if (property.oddity != Oddity::none) append(name, " ", std::to_string(property.number));
  return name;
}

int stars(const Property& property) { return 3 + property.number % 3; }

std::string_view amenities(const Property& property) {
  return property.number % 2 == 0 ? "WIFI,PARKING" : "WIFI,PARKING,RESTAURANT,FITNESS_CENTER";
}

Place place_of(const Property& property) {
  int step = property.number - 1;
  return {property.city->latitude + step * 60, property.city->longitude + step * 75};
}

std::string latitude_text(const Property& property) { return degrees(place_of(property).latitude); }

std::string longitude_text(const Property& property) {
  return degrees(place_of(property).longitude);
}

std::string dupe_id(const Property& property) {
  return std::to_string(700'000'000 + property.city->number * 100'000 + property.number);
}

}  // namespace mayday::hotel
