#pragma once

#include <string>
#include <string_view>

#include "schedule.h"
#include "trip.h"

/// The JSON of searches and offers, as text appended to `out`.
namespace mayday::airline {

/// The time stamps that the offers of one answer have in common.
struct OfferTimes {
  std::string created;
  std::string updated;
  std::string expires;
  std::string pay_by;      ///< When a held order must be paid.
  std::string guaranteed;  ///< Until when its price stands.
};

/// The amount-and-currency members that offers and orders share, without braces.
void append_price(std::string& out, std::int64_t base, std::int64_t tax, std::string_view currency);
void append_conditions(std::string& out, const Offer& offer, std::string_view currency);
void append_slices(std::string& out, const Trip& trip, const Offer& offer,
                   const Itinerary& itinerary);
void append_offer(std::string& out, const Search& search, const Offer& offer,
                  const OfferTimes& times, std::string_view currency, bool services);
/// The search's own members: an open object, to which the caller may add `offers` and a brace.
void append_search(std::string& out, const Search& search, std::string_view created);

bool can_be_held(const Trip& trip, const Offer& offer);
/// Id of the only extra on sale with an offer, a checked bag.
std::string bag_id(const Offer& offer);
std::string_view seller(const Trip& trip, const Offer& offer);

}  // namespace mayday::airline
