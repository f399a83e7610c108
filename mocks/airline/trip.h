#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "mayday/base/time.h"

namespace mayday::airline {

/// A part of a day, in minutes after its midnight; both ends belong to it.
struct TimeRange {
  int from = 0;
  int to = 24 * 60 - 1;

  bool holds(int minutes) const { return from <= minutes && minutes <= to; }
};

struct SliceAsked {
  std::string origin;
  std::string destination;
  std::string date;  ///< "2027-03-15", a date that exists.
  TimeRange departs;
  TimeRange arrives;
};

struct Traveller {
  std::string id;
  std::string type;  ///< Empty when an age was given.
  int age = -1;      ///< Negative when a type was given.
  std::string given_name;
  std::string family_name;
};

/// What was searched for; an order keeps it.
struct Trip {
  std::string cabin;  ///< Empty: none asked for, economy.
  std::vector<SliceAsked> slices;
  std::vector<Traveller> travellers;
};

/// One way to make a trip. All but its price follows from the trip, its number and its variant.
struct Offer {
  std::uint64_t number = 0;
  std::string id;
  int variant = 0;  ///< 0, 1, 2: the place in its search.
  std::int64_t base_minor = 0;
  std::int64_t tax_minor = 0;
  std::int64_t raised_minor = 0;  ///< By how much reading it has made it dearer since the search.

  std::int64_t total_minor() const { return base_minor + tax_minor + raised_minor; }
};

struct Search {
  std::string id;
  Instant created;
  Trip trip;
  int max_connections = 9;
  Duration patience = 20s;  ///< An airline that takes longer is left out.
  std::vector<std::pair<std::string, std::string>> corporate;  ///< Airline code, corporate code.
  std::vector<Offer> offers;
  bool booked = false;
  std::uint64_t attempt = 0;  ///< The order being made from it; 0: none.
  Instant attempted;
};

}  // namespace mayday::airline
