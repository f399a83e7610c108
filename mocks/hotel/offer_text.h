#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rates.h"

namespace mayday::hotel {

/// Appends the member `guests` of an offer.
void append_guests(std::string& out, const Stay& stay);

/// Appends the supplier's HotelOffers object: one hotel and its offers, which may be none. `full`
/// adds what only a price check tells.
void append_hotel_offers(std::string& out, const Property& property, const Stay& stay,
                         const std::vector<const Offer*>& offers, std::string_view base, bool full);

}  // namespace mayday::hotel
