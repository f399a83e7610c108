#pragma once

#include <chrono>
#include <string>

#include "review.h"
#include "trip.h"

namespace mayday::airline {

/// A search without ids and offers, from the `data` of createOfferRequest. What is wrong stands in
/// `review`; a search read with a complaint is of no use. `today` is the earliest date that can be
/// flown.
Search read_search(const json::object& data, std::chrono::sys_days today, Review& review);

}  // namespace mayday::airline
