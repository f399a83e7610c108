#pragma once

#include <deque>
#include <string>
#include <unordered_map>

#include "door.h"
#include "mayday/faults/vendor.h"
#include "wish.h"

namespace mayday::hotel {

inline constexpr Duration kOfferLives = 20min;

/// Live offers. One that has run out is not told from one that never was, so it is forgotten at
/// once.
class Shopping {
 public:
  explicit Shopping(const Door& door) : door_(door) {}

  Handled search_hotel_offers(const Exchange& x, Instant now);
  Handled get_hotel_offer(const Exchange& x, Instant now);

  /// The offer if it lives still. The pointer holds until the next search.
  const Offer* find(const std::string& id, Instant now) const;

 private:
  std::vector<const Offer*> offers_of(const Property& property, const Stay& stay, const Wish& wish,
                                      Instant now);
  void forget_old(Instant now);

  const Door& door_;
  std::uint64_t made_ = 0;
  std::deque<std::string> oldest_;
  std::unordered_map<std::string, Offer> offers_;
};

}  // namespace mayday::hotel
