#include "extras.h"

#include "offer_text.h"
#include "schedule.h"

namespace mayday::airline {

std::optional<Refusal> extras_refusal(const Services& services, const Trip& trip,
                                      const Offer& offer, const std::string& at) {
  for (std::size_t i = 0; i < services.size(); ++i) {
    const auto& [id, quantity] = services[i];
    if (id != bag_id(offer) || oddities(trip).no_services)
      return Refusal{.code = "ancillary_service_not_available"};
    if (i > 0 || quantity > 1)
      return Refusal{"validation_inclusion", at + "/" + std::to_string(i) + "/quantity",
                     "quantity is above the maximum"};
  }
  return std::nullopt;
}

std::int64_t extras_minor(const Services& services) {
  return kBagMinor * static_cast<std::int64_t>(services.size());
}

}  // namespace mayday::airline
