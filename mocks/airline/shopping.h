#pragma once

#include <string>

#include "door.h"
#include "mayday/faults/vendor.h"
#include "offer_text.h"
#include "shop.h"

namespace mayday::airline {

/// Searching for flights, and reading and pricing what was found.
class Shopping {
 public:
  Shopping(Door& door, Shop& shop) : door_(door), shop_(shop) {}

  Handled create_offer_request(const Exchange& x, Instant now);
  Handled get_offer_request(const Exchange& x, Instant now);
  Handled list_offers(const Exchange& x, Instant now);
  Handled get_offer(const Exchange& x, Instant now);
  Handled price_offer(const Exchange& x, Instant now);

 private:
  OfferTimes times(const Search& search, Instant updated) const;
  void append_offers(std::string& out, const Search& search) const;
  /// The offer at its price of now.
  void append_current(std::string& out, Found found, bool services, Instant now) const;

  Door& door_;
  Shop& shop_;
};

}  // namespace mayday::airline
