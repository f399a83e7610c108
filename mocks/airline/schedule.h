#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "trip.h"

/// The sandbox's flights and fares: pure functions of route and date, so that nothing is stored and
/// a drill repeats.
namespace mayday::airline {

/// What the documented sandbox routes do out of the ordinary.
struct Oddities {
  bool no_offers = false;
  bool all_can_be_held = false;
  bool connects = false;
  bool stops = false;
  bool no_baggage = false;
  bool no_services = false;
  bool search_times_out = false;
  bool sold_out = false;
  bool dearer_on_each_read = false;
  bool changes_later = false;
  bool refunds_as_credits = false;
};
Oddities oddities(const Trip& trip);

/// One flight. Times are minutes after midnight, local, of the slice's date.
struct Leg {
  std::string_view origin;  ///< Airport codes; they live as long as the trip.
  std::string_view destination;
  int departs = 0;
  int arrives = 0;
  int minutes = 0;        ///< Of flight.
  int flight = 0;         ///< Number.
  std::string_view stop;  ///< Airport of a technical stop, or empty.
};

/// When the flights of a trip go, compared with the plan that they were sold by.
struct Itinerary {
  int revision = 0;  ///< Another one for every change: slices and segments get new ids.
  int minutes_later = 0;
};

/// The flights of a slice, one for a direct flight.
std::vector<Leg> legs(const SliceAsked& slice, int variant);

/// From the first departure to the last arrival.
int slice_minutes(const SliceAsked& slice, int variant);
/// All slices together.
int total_minutes(const Trip& trip, int variant);
/// The most connections that any slice has.
int connections(const Trip& trip, int variant);

/// Every slice leaves and arrives in the hours asked for, local.
bool keeps_hours(const Trip& trip, int variant);

/// How long the seller of the `variant`-th offer takes to answer a search.
Duration answer_time(int variant);

/// Fills in what an offer costs.
void set_fare(const Trip& trip, Offer& offer);
/// What the conditions of an offer say of giving it back before departure.
struct RefundTerms {
  bool known = false;  ///< False: the airline says nothing.
  bool allowed = false;
  std::int64_t penalty_minor = 0;
};
RefundTerms refund_terms(const Offer& offer);

/// Minor units for one more checked bag.
inline constexpr std::int64_t kBagMinor = 12000;

}  // namespace mayday::airline
