#include "schedule.h"

#include <algorithm>

#include "mayday/base/draw.h"
#include "places.h"

namespace mayday::airline {
namespace {

constexpr int kLayover = 90;

bool flies(const Trip& trip, std::string_view origin, std::string_view destination) {
  return std::any_of(trip.slices.begin(), trip.slices.end(), [&](const SliceAsked& slice) {
    return slice.origin == origin && slice.destination == destination;
  });
}

int flight_minutes(const SliceAsked& slice) {
  return 60 +
         static_cast<int>(pick(draw(0, "airline.minutes", slice.origin + slice.destination), 60)) *
             5;
}

int cabin_factor(std::string_view cabin) {
  if (cabin == "first") return 600;
  if (cabin == "business") return 350;
  return cabin == "premium_economy" ? 160 : 100;
}

std::int64_t slice_fare(const SliceAsked& slice) {
  std::uint64_t drawn = draw(0, "airline.fare", slice.origin + slice.destination + slice.date);
  return 30'000 + static_cast<std::int64_t>(pick(drawn, 90'000));
}

}  // namespace

Oddities oddities(const Trip& trip) {
  Oddities odd;
  odd.no_offers = flies(trip, "PVD", "RAI");
  odd.all_can_be_held = flies(trip, "JFK", "EWR");
  odd.connects = flies(trip, "LHR", "DXB");
  odd.stops = flies(trip, "DXB", "AMS");
  odd.no_baggage = flies(trip, "BTS", "MRU");
  odd.no_services = flies(trip, "BTS", "ABV");
  odd.search_times_out = flies(trip, "STN", "LHR");
  odd.sold_out = flies(trip, "LGW", "LHR");
  odd.dearer_on_each_read = flies(trip, "LHR", "STN");
  odd.changes_later = flies(trip, "LHR", "LTN");
  odd.refunds_as_credits = flies(trip, "LTN", "SYD");
  return odd;
}

std::vector<Leg> legs(const SliceAsked& slice, int variant) {
  Place from = place(slice.origin);
  Place to = place(slice.destination);
  auto salt = static_cast<std::uint64_t>(variant);
  std::uint64_t drawn = draw(salt, "airline.flight", slice.origin + slice.destination + slice.date);
  Leg whole;
  whole.origin = from.airport;
  whole.destination = to.airport;
  whole.minutes = flight_minutes(slice) + variant * 5;
  whole.departs = 360 + static_cast<int>(pick(drawn, 170)) * 5;
  whole.flight = 1000 + static_cast<int>(drawn % 8000);
  whole.arrives = whole.departs + whole.minutes + to.utc_minutes - from.utc_minutes;
  if (slice.origin == "DXB" && slice.destination == "AMS") whole.stop = "FRA";
  if (slice.origin != "LHR" || slice.destination != "DXB") return {whole};

  Place via = place("FRA");
  Leg first = whole;
  first.destination = via.airport;
  first.minutes = whole.minutes / 2;
  first.arrives = first.departs + first.minutes + via.utc_minutes - from.utc_minutes;
  Leg second = whole;
  second.origin = via.airport;
  second.minutes = whole.minutes - first.minutes;
  second.departs = first.arrives + kLayover;
  second.arrives = second.departs + second.minutes + to.utc_minutes - via.utc_minutes;
  second.flight = whole.flight + 1;
  return {first, second};
}

int slice_minutes(const SliceAsked& slice, int variant) {
  std::vector<Leg> flights = legs(slice, variant);
  int total = kLayover * static_cast<int>(flights.size() - 1);
  for (const Leg& leg : flights) total += leg.minutes;
  return total;
}

int total_minutes(const Trip& trip, int variant) {
  int total = 0;
  for (const SliceAsked& slice : trip.slices) total += slice_minutes(slice, variant);
  return total;
}

int connections(const Trip& trip, int variant) {
  std::size_t most = 1;
  for (const SliceAsked& slice : trip.slices) most = std::max(most, legs(slice, variant).size());
  return static_cast<int>(most) - 1;
}

bool keeps_hours(const Trip& trip, int variant) {
  constexpr int kDay = 24 * 60;
  return std::all_of(trip.slices.begin(), trip.slices.end(), [variant](const SliceAsked& slice) {
    std::vector<Leg> flights = legs(slice, variant);
    int arrives = (flights.back().arrives % kDay + kDay) % kDay;  // it may be the day before
    return slice.departs.holds(flights.front().departs) && slice.arrives.holds(arrives);
  });
}

Duration answer_time(int variant) {
  static constexpr Duration kTimes[] = {900ms, 1400ms, 3500ms};
  return kTimes[variant];
}

void set_fare(const Trip& trip, Offer& offer) {
  static constexpr int kVariants[] = {100, 91, 117};  // per cent; the cheapest cannot be held
  std::int64_t each = 0;
  for (const SliceAsked& slice : trip.slices) each += slice_fare(slice);
  each = each * kVariants[offer.variant] / 100 * cabin_factor(trip.cabin) / 100;
  auto seats = static_cast<std::int64_t>(trip.travellers.size());
  offer.base_minor = each * seats;
  offer.tax_minor = (each * 9 / 100 + 5000) * seats;
}

RefundTerms refund_terms(const Offer& offer) {
  if (offer.variant == 0) return {true, true, offer.total_minor() / 10};
  return {offer.variant == 1, false, 0};
}

}  // namespace mayday::airline
