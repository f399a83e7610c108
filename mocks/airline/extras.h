#pragma once

#include <optional>
#include <string>

#include "order_input.h"
#include "trip.h"

namespace mayday::airline {

/// Why these extras cannot be had with an offer; only its one bag is on sale. `at` is the pointer
/// of their list.
std::optional<Refusal> extras_refusal(const Services& services, const Trip& trip,
                                      const Offer& offer, const std::string& at);

/// What they cost, for services that are not refused.
std::int64_t extras_minor(const Services& services);

}  // namespace mayday::airline
