#include "places.h"

#include <algorithm>
#include <vector>

#include "mayday/base/json_text.h"
#include "wire.h"

namespace mayday::airline {
namespace {

constexpr Place kPlaces[] = {
    {"PEK", "BJS", "Beijing Capital International Airport", "CN", "PEK", "Asia/Shanghai", 480},
    {"PKX", "BJS", "Beijing Daxing International Airport", "CN", "PKX", "Asia/Shanghai", 480},
    {"SHA", "SHA", "Shanghai Hongqiao International Airport", "CN", "SHA", "Asia/Shanghai", 480},
    {"PVG", "SHA", "Shanghai Pudong International Airport", "CN", "PVG", "Asia/Shanghai", 480},
    {"CAN", "CAN", "Guangzhou Baiyun International Airport", "CN", "CAN", "Asia/Shanghai", 480},
    {"SZX", "SZX", "Shenzhen Bao'an International Airport", "CN", "SZX", "Asia/Shanghai", 480},
    {"CTU", "CTU", "Chengdu Shuangliu International Airport", "CN", "CTU", "Asia/Shanghai", 480},
    {"HGH", "HGH", "Hangzhou Xiaoshan International Airport", "CN", "HGH", "Asia/Shanghai", 480},
    {"XIY", "XIY", "Xi'an Xianyang International Airport", "CN", "XIY", "Asia/Shanghai", 480},
    {"HKG", "HKG", "Hong Kong International Airport", "HK", "HKG", "Asia/Hong_Kong", 480},
    {"SIN", "SIN", "Singapore Changi Airport", "SG", "SIN", "Asia/Singapore", 480},
    {"NRT", "TYO", "Narita International Airport", "JP", "NRT", "Asia/Tokyo", 540},
    {"SYD", "SYD", "Sydney Kingsford Smith Airport", "AU", "SYD", "Australia/Sydney", 600},
    {"DXB", "DXB", "Dubai International Airport", "AE", "DXB", "Asia/Dubai", 240},
    {"MRU", "MRU", "Sir Seewoosagur Ramgoolam International Airport", "MU", "MRU",
     "Indian/Mauritius", 240},
    {"ABV", "ABV", "Nnamdi Azikiwe International Airport", "NG", "ABV", "Africa/Lagos", 60},
    {"LHR", "LON", "Heathrow Airport", "GB", "LHR", "Europe/London", 0},
    {"LGW", "LON", "Gatwick Airport", "GB", "LGW", "Europe/London", 0},
    {"STN", "LON", "London Stansted Airport", "GB", "STN", "Europe/London", 0},
    {"LTN", "LON", "London Luton Airport", "GB", "LTN", "Europe/London", 0},
    {"CDG", "PAR", "Paris Charles de Gaulle Airport", "FR", "CDG", "Europe/Paris", 60},
    {"AMS", "AMS", "Amsterdam Airport Schiphol", "NL", "AMS", "Europe/Amsterdam", 60},
    {"FRA", "FRA", "Frankfurt Airport", "DE", "FRA", "Europe/Berlin", 60},
    {"BTS", "BTS", "Bratislava Airport", "SK", "BTS", "Europe/Bratislava", 60},
    {"JFK", "NYC", "John F. Kennedy International Airport", "US", "JFK", "America/New_York", -300},
    {"EWR", "NYC", "Newark Liberty International Airport", "US", "EWR", "America/New_York", -300},
    {"PVD", "PVD", "Rhode Island T. F. Green International Airport", "US", "PVD",
     "America/New_York", -300},
    {"RAI", "RAI", "Nelson Mandela International Airport", "CV", "RAI", "Atlantic/Cape_Verde", -60},
    {"BJS", "BJS", "Beijing", "CN", "PEK", "Asia/Shanghai", 480},
    {"PAR", "PAR", "Paris", "FR", "CDG", "Europe/Paris", 60},
    {"LON", "LON", "London", "GB", "LHR", "Europe/London", 0},
    {"NYC", "NYC", "New York", "US", "JFK", "America/New_York", -300},
};

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

const Place* find(std::string_view code) {
  return std::find_if(std::begin(kPlaces), std::end(kPlaces),
                      [code](const Place& p) { return p.code == code; });
}

std::string text_of(const Place& place) {
  std::string out;
  std::string_view type = place_type(place);
  append(out, R"({"type":")", type, R"(","id":")", type == "city" ? "cit_" : "arp_",
         lower(place.code), "_", lower(place.country), R"(","name":")", place.name,
         R"(","iata_code":")", place.code, R"(","iata_city_code":")", place.city,
         R"(","iata_country_code":")", place.country, R"(","time_zone":")", place.zone, R"("})");
  return out;
}

std::vector<std::string> all_texts() {
  std::vector<std::string> texts;
  for (const Place& place : kPlaces) texts.push_back(text_of(place));
  return texts;
}

}  // namespace

Place place(std::string_view code) {
  const Place* found = find(code);
  if (found != std::end(kPlaces)) return *found;
  return {code, code, code, "XX", code, "Etc/UTC", 0};
}

std::string_view place_type(const Place& place) {
  return place.code == place.airport ? "airport" : "city";
}

void append_place(std::string& out, const Place& place) {
  static const std::vector<std::string> kTexts = all_texts();
  const auto* known = find(place.code);
  if (known == std::end(kPlaces))
    out += text_of(place);
  else
    out += kTexts[static_cast<std::size_t>(known - std::begin(kPlaces))];
}

}  // namespace mayday::airline
